import SqliteDatabase from 'better-sqlite3';

/**
 * True when another program has a library open. Nothing is written, not even what a crash left half done. Only for a
 * file that this process does not hold open (file-header.ts).
 */
export function isInUse(file: string): boolean {
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return error instanceof SqliteDatabase.SqliteError && /^SQLITE_(BUSY|LOCKED)/u.test(error.code);
  } finally {
    database?.close();
  }
}
