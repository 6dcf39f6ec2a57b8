import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the SQLite inside better-sqlite3, as its source says. */
export function linkedSqlite(project: string): string {
  const header = readFileSync(join(project, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  const [, version] = /#define SQLITE_VERSION\s+"([\d.]+)"/u.exec(header) ?? [];
  if (version === undefined) throw new Error('better-sqlite3 does not say which SQLite it holds');
  return version;
}
