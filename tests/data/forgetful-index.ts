import { readFileSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

/** Every index of a closed library, by table. */
export function indexesOf(path: string): { readonly name: string; readonly table: string }[] {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    return database
      .prepare<[], { name: string; table: string }>(
        `SELECT name, tbl_name AS "table" FROM sqlite_schema WHERE type = 'index' AND rootpage > 0 ORDER BY name`,
      )
      .all();
  } finally {
    database.close();
  }
}

/**
 * Makes an index of a closed library forget an entry on each of its pages, as a page from another time does: the entry is
 * counted no more, and stands in the table as before. Answers how many are forgotten.
 */
export function forgetEntries(path: string, index: string): number {
  const database = new SqliteDatabase(path, { readonly: true });
  const pages = database
    .prepare<[string], { at: number }>(
      "SELECT pgoffset AS at FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND ncell > 0",
    )
    .all(index);
  database.close();
  const bytes = readFileSync(path);
  for (const { at } of pages) bytes.writeUInt16BE(bytes.readUInt16BE(at + 3) - 1, at + 3);
  writeFileSync(path, bytes);
  return pages.length;
}
