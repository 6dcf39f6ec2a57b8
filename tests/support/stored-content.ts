import SqliteDatabase from 'better-sqlite3';

/**
 * All that a library holds, as one text to compare: every table but the search index and the mark of the last write.
 *
 * The index is brought up whenever it is quiet, also between two requests of a command on a busy machine: the bytes of
 * a library in which nothing was stored may be others.
 */
export function storedContent(path: string): string {
  const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'commit_mark'
           AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    return JSON.stringify(
      tables.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).raw().all()]),
    );
  } finally {
    database.close();
  }
}
