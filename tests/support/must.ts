import type { Result } from '../../shared/result.ts';

/** The value of a result; a failure fails the test with its facts. */
export function must<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The failure of a result; success fails the test. */
export function mustFail<T, F>(result: Result<T, F>): F {
  if (result.ok) throw new Error('a failure was expected');
  return result.failure;
}
