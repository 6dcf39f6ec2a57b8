import type { Database } from 'better-sqlite3';
import type { Result } from '../../shared/result.ts';
import { markerOf, type StateName } from './commit-mark.ts';

/** Runs work that is stored as a whole: a failure, returned or thrown, takes all of it back. */
export type Transaction = <T, F>(work: () => Result<T, F>) => Result<T, F>;

/** A commit that SQLite called failed. */
interface Unsure {
  readonly work: unknown;
  readonly result: unknown;
  /** In any of these the library has it stored. */
  readonly states: readonly StateName[];
}

/**
 * Transactions over one connection, each of which moves the library's mark on.
 *
 * A commit whose very last sync fails has emptied its journal: it is called failed, and it is stored. When the same work
 * comes again, the mark tells; nothing is done twice, and another commit brings everything to the disk.
 */
export function transactionOf(database: Database): Transaction {
  const mark = markerOf(database);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  let unsure: Unsure | null = null;

  /** `does`: what is done for the work. */
  const run = <T, F>(
    work: unknown,
    does: () => Result<T, F>,
    states: readonly StateName[],
  ): Result<T, F> => {
    begin.run();
    try {
      const state = mark.moveOn();
      const result = does();
      if (result.ok && state !== null) unsure = { work, result, states: [...states, state] };
      (result.ok ? commit : rollback).run();
      unsure = null;
      return result;
    } catch (error) {
      // SQLite takes some failures back by itself, such as a full disk.
      if (database.inTransaction) rollback.run();
      throw error;
    }
  };

  return <T, F>(work: () => Result<T, F>) => {
    const before = unsure?.work === work ? unsure : null;
    if (before?.states.some((state) => mark.isIn(state))) {
      return run(work, () => before.result as Result<T, F>, before.states);
    }
    unsure = null;
    mark.takeUp();
    return run(work, work, []);
  };
}
