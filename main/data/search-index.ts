import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import { initiativeFields, type Initiative } from '../../shared/model/report.ts';
import { fieldLines } from '../../shared/model/search-text.ts';
import { success, type Result } from '../../shared/result.ts';
import { gramsOf } from '../domain/search-grams.ts';
import { initiativeReader } from './read-initiatives.ts';
import { searchDocs } from './search-docs.ts';
import type { StoreAccess } from './store-access.ts';

/**
 * Keeps the full-text index in step with the rows.
 *
 * Triggers put every row that changes into a queue, in the transaction that changes it; the index
 * itself is brought up later, because its own upkeep would make a save wait.
 */
export interface SearchIndex {
  /** Brings up to `most` queued rows into the index; answers how many are left. */
  bringUp(most: number): Result<number, WriteFailure | LibraryFailure>;
  /** Empties the index and queues every row. */
  rebuild(): Result<void, WriteFailure | LibraryFailure>;
}

export function searchIndex({ database, reading, storing }: StoreAccess): SearchIndex {
  const rows = initiativeReader(database);
  const docs = searchDocs(database);
  const count = database.prepare<[], number>('SELECT count(*) FROM search_queue').pluck();
  const queued = database.prepare<[number], string>('SELECT initiative FROM search_queue LIMIT ?').pluck();
  const unqueue = database.prepare<[string]>('DELETE FROM search_queue WHERE initiative = ?');
  const reportOf = database
    .prepare<[string], string>('SELECT report FROM initiatives WHERE id = ?')
    .pluck();
  const insert = database.prepare<[bigint, string]>(
    'INSERT INTO search_index (rowid, grams) VALUES (?, ?)',
  );
  const remove = database.prepare<[bigint]>('DELETE FROM search_index WHERE rowid = ?');

  const bringUpOne = (id: string): void => {
    const known = docs.of(id);
    if (known !== undefined) remove.run(known);
    const report = reportOf.get(id);
    const row = report === undefined ? undefined : rows.one(report, id);
    if (row === undefined) docs.forget(id);
    else insert.run(docs.settle(id), gramsOf(linesOf(row)));
    unqueue.run(id);
  };

  return {
    bringUp: (most) => {
      if (reading(() => count.get()) === 0) return success(0);
      return storing(() => {
        for (const id of queued.all(most)) bringUpOne(id);
        return success(count.get() ?? 0);
      });
    },
    rebuild: () =>
      storing(() => {
        database.exec(`
          INSERT INTO search_index (search_index) VALUES ('delete-all');
          DELETE FROM search_rows;
          INSERT OR IGNORE INTO search_queue (initiative) SELECT id FROM initiatives`);
        return success(undefined);
      }),
  };
}

function linesOf(initiative: Initiative): string[] {
  return initiativeFields.flatMap((field) => fieldLines(initiative, field));
}
