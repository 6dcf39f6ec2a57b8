import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import { fieldsIn } from '../../../shared/model/fields/values.ts';
import { fieldLines } from '../../../shared/model/search-text.ts';
import { success, type Result } from '../../../shared/result.ts';
import { gramsOf, gramsVersion } from '../../domain/search-grams.ts';
import { initiativeReader } from '../reports/read-initiatives.ts';
import { searchDocs } from './search-docs.ts';
import type { StoreAccess } from '../store-access.ts';

/**
 * Keeps the full-text index in step with the rows.
 *
 * Triggers put every row that changes into a queue, in the transaction that changes it; the index
 * itself is brought up later, because its own upkeep would make a save wait.
 */
export interface SearchIndex {
  /**
   * Brings up to `most` queued rows into the index; answers how many are left. An index that another version of
   * the program filled, with other runs of the same lines, is built anew.
   */
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

  const version = database.prepare<[], number>('SELECT number FROM search_version').pluck();
  const setVersion = database.prepare<[number]>('UPDATE search_version SET number = ?');

  /** Takes a row out of the index; answers its entry as it is to be, or null when the row is gone. */
  const entryOf = (id: string): Entry | null => {
    const known = docs.of(id);
    if (known !== undefined) remove.run(known);
    const report = reportOf.get(id);
    const row = report === undefined ? undefined : rows.one(report, id);
    if (row === undefined) {
      docs.forget(id);
      return null;
    }
    return { doc: docs.settle(id), grams: gramsOf(linesOf(row)) };
  };

  const rebuild = (): Result<void, WriteFailure | LibraryFailure> =>
    storing(() => {
      database.exec(`
        INSERT INTO search_index (search_index) VALUES ('delete-all');
        DELETE FROM search_rows;
        INSERT OR IGNORE INTO search_queue (initiative) SELECT id FROM initiatives ORDER BY report, position`);
      setVersion.run(gramsVersion);
      return success(undefined);
    });

  return {
    bringUp: (most) => {
      if (reading(() => version.get()) !== gramsVersion) {
        const rebuilt = rebuild();
        if (!rebuilt.ok) return rebuilt;
      }
      if (reading(() => count.get()) === 0) return success(0);
      return storing(() => {
        const ids = queued.all(most);
        const entries = ids.map(entryOf).filter((entry) => entry !== null);
        // In any other order each entry becomes a piece of the index by itself, to be merged later.
        for (const { doc, grams } of entries.sort(byDoc)) insert.run(doc, grams);
        for (const id of ids) unqueue.run(id);
        return success(count.get() ?? 0);
      });
    },
    rebuild,
  };
}

interface Entry {
  readonly doc: bigint;
  readonly grams: string;
}

function byDoc(one: Entry, other: Entry): number {
  return one.doc < other.doc ? -1 : 1;
}

function linesOf(initiative: Initiative): string[] {
  return fieldsIn(initiative).flatMap((field) => fieldLines(initiative, field));
}
