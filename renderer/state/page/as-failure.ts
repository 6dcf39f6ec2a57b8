import type { Failure } from '../../../shared/failure.ts';

/** A failure that the contract carries as an unknown value. Main made it: only its form is looked at. */
export function asFailure(value: unknown): Failure {
  const known =
    typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
  return known ? (value as Failure) : { code: 'unexpected', reference: 'libraryFailure' };
}
