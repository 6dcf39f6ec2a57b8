import { expect } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { mustFail } from './must.ts';

type Lost = Extract<Failure, { code: 'library-lost' }>;

/** The failure of an answer which says that somebody wrote over the library; another answer fails the test. */
export function lost(answer: Result<unknown>): Lost {
  const failure = mustFail(answer);
  expect(failure.code).toBe('library-lost');
  return failure as Lost;
}
