import type { Database } from 'better-sqlite3';
import type { Result } from '../../shared/result.ts';
import { markerOf } from './commit-mark.ts';

/** Runs work that is stored as a whole: a failure, returned or thrown, takes all of it back. */
export type Transaction = <T, F>(work: () => Result<T, F>) => Result<T, F>;

export function transactionOf(database: Database): Transaction {
  const mark = markerOf(database);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  return (work) => {
    mark.takeUp();
    begin.run();
    try {
      mark.moveOn();
      const result = work();
      (result.ok ? commit : rollback).run();
      return result;
    } catch (error) {
      // SQLite takes some failures back by itself, such as a full disk.
      if (database.inTransaction) rollback.run();
      throw error;
    }
  };
}
