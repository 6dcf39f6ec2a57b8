import type { Database } from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { LibraryDamaged, readFailureOf, writeFailureOf } from './sqlite-failure.ts';
import { transactionOf } from './transaction.ts';

/** How the stores of a library reach its database: what goes wrong there becomes a failure. */
export interface StoreAccess {
  readonly database: Database;
  readonly path: string;
  /** Reads plain values; throws `LibraryDamaged`. */
  reading<T>(work: () => T): T;
  /** Runs work as one transaction. */
  storing<T, F>(work: () => Result<T, F>): Result<T, F | WriteFailure | LibraryFailure>;
}

/**
 * `isInPlace` tells whether the file still stands where it was opened: without that name, what is
 * written to it would be gone when it is closed.
 */
export function storeAccess(database: Database, path: string, isInPlace: () => boolean): StoreAccess {
  const transaction = transactionOf(database);
  return {
    database,
    path,
    reading: (work) => {
      try {
        return work();
      } catch (error) {
        throw new LibraryDamaged(readFailureOf(error, path));
      }
    },
    storing: (work) => {
      if (!isInPlace()) return failed({ code: 'library-missing', path });
      try {
        return transaction(work);
      } catch (error) {
        return failed(writeFailureOf(error, path));
      }
    },
  };
}
