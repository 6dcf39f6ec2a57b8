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

/**
 * Makes an index of a closed library say something else of every record of which it says `text`, in as many entries as before:
 * SQLite's quick check finds nothing. Answers in how many places.
 */
export function misname(path: string, index: string, text: string): number {
  const database = new SqliteDatabase(path, { readonly: true });
  const pages = database
    .prepare<[string], { from: number; size: number }>(
      'SELECT pgoffset AS "from", pgsize AS size FROM dbstat WHERE name = ?',
    )
    .all(index);
  database.close();
  const bytes = readFileSync(path);
  let places = 0;
  for (const { from, size } of pages) {
    const page = bytes.subarray(from, from + size);
    for (let at = page.indexOf(text); at >= 0; at = page.indexOf(text)) {
      page[at] = (page[at] ?? 0) ^ 1;
      places += 1;
    }
  }
  writeFileSync(path, bytes);
  return places;
}
