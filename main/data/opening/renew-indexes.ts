import type { Database } from 'better-sqlite3';
import { markerOf } from '../commit-mark.ts';
import { misfitsAtOnce } from '../hashes/check-hashes.ts';

/**
 * Makes again what an index says otherwise than its table, for every table whose records are all what was stored. Where a
 * record is not, the index may be what is right: that is left to the quiet look, which keeps a copy of the file and gives
 * the record back. Throws SqliteError.
 */
export function renewIndexes(database: Database): void {
  const found = misfitsAtOnce(database);
  const doubtful = new Set(found.filter(({ what }) => what !== 'index').map(({ kind }) => kind));
  const tables = found
    .filter(({ what, kind }) => what === 'index' && !doubtful.has(kind))
    .map(({ kind }) => kind);
  if (tables.length === 0) return;
  const marker = markerOf(database);
  database
    .transaction(() => {
      marker.moveOn();
      for (const table of tables) database.exec(`REINDEX ${table}`);
    })
    .immediate();
}
