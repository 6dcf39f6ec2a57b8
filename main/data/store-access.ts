import type { Database } from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { patiently } from './patience.ts';
import { isPassing, LibraryDamaged, readFailureOf, writeFailureOf } from './sqlite-failure.ts';
import { transactionOf, type Transaction } from './transaction.ts';

/** How the stores of a library reach its database: what goes wrong there becomes a failure. */
export interface StoreAccess {
  readonly database: Database;
  readonly path: string;
  /** How often something was stored. */
  changes(): number;
  /** Reads plain values; throws `LibraryDamaged`. */
  reading<T>(work: () => T): T;
  /** The same of work that is done in pieces; it can't be tried again. */
  readingThrough<T>(work: Generator<undefined, T>): Generator<undefined, T>;
  /** Reads what may not be there; damage is among the failures. */
  asking<T, F>(work: () => Result<T, F>): Result<T, F | LibraryFailure>;
  /**
   * Runs work as one transaction; once more from the start when the disk did not answer. What is stored within it is part of
   * it: a part that fails is taken back by itself, and all of it with the whole.
   */
  storing<T, F>(work: () => Result<T, F>): Result<T, F | WriteFailure | LibraryFailure>;
}

/** Looks at the file around each change. */
export interface FileGuard {
  /** Why nothing may be stored at present, such as a file that does not stand where it was opened. */
  before(): LibraryFailure | null;
  /** Why what was just committed does not count as stored. */
  after(): LibraryFailure | null;
}

export function storeAccess(database: Database, path: string, guard: FileGuard): StoreAccess {
  const transaction = transactionOf(database);
  const part = partOf(database);
  let isStoring = false;
  let changes = 0;
  const whole = <T, F>(work: () => Result<T, F>): Result<T, F> => {
    isStoring = true;
    try {
      return transaction(work);
    } finally {
      isStoring = false;
    }
  };
  return {
    database,
    path,
    changes: () => changes,
    reading: (work) => {
      const outcome = patiently(() => attempt(work), isPassingOutcome);
      if ('value' in outcome) return outcome.value;
      throw new LibraryDamaged(readFailureOf(outcome.error, path));
    },
    *readingThrough(work) {
      try {
        return yield* work;
      } catch (error) {
        throw new LibraryDamaged(readFailureOf(error, path));
      }
    },
    asking: (work) => {
      const outcome = patiently(() => attempt(work), isPassingOutcome);
      return 'value' in outcome ? outcome.value : failed(readFailureOf(outcome.error, path));
    },
    storing: (work) => {
      // An error is the whole's to answer, which alone may be tried again.
      if (isStoring) return part(work);
      const found = guard.before();
      if (found !== null) return failed(found);
      const outcome = patiently(() => attempt(() => whole(work)), isPassingOutcome);
      if (!('value' in outcome)) return failed(writeFailureOf(outcome.error, path));
      if (!outcome.value.ok) return outcome.value;
      changes += 1;
      const lost = guard.after();
      return lost === null ? outcome.value : failed(lost);
    },
  };
}

/** Runs a part of a transaction; a failure takes back what that part did. */
function partOf(database: Database): Transaction {
  const begin = database.prepare('SAVEPOINT part');
  const takeBack = database.prepare('ROLLBACK TO part');
  const end = database.prepare('RELEASE part');
  return (work) => {
    begin.run();
    const result = work();
    if (!result.ok) takeBack.run();
    end.run();
    return result;
  };
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

function isPassingOutcome(outcome: Outcome<unknown>): boolean {
  return 'error' in outcome && isPassing(outcome.error);
}
