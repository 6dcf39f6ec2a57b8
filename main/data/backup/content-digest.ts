import { createHash, type Hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { hashTable } from '../hashes/hashed-tables.ts';
import { holdsContent } from '../holds-content.ts';
import { countItself, tableItself } from '../table-itself.ts';

/** What a library holds, in numbers, and a hash of all of it. */
export interface ContentDigest {
  readonly reports: number;
  readonly rows: number;
  readonly steps: number;
  /** SHA-256 of every record of every table that holds content, as 64 hexadecimal digits. */
  readonly root: string;
}

/** Records that are read between two breaths. */
const atOnce = 200;

/**
 * Reads all content and answers its digest. It yields after every few records, so that other work has its turn; what
 * it answers holds only if nothing was stored meanwhile. Throws SqliteError.
 */
export function* contentDigest(database: Database): Generator<undefined, ContentDigest> {
  const hash = createHash('sha256');
  const tables = database
    .prepare<[], { name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
    .filter(({ name }) => name !== hashTable && holdsContent(name));
  for (const { name, wr } of tables) {
    hash.update(`\n${name}\n`);
    yield* wr === 0 ? recordsByNumber(database, name, hash) : recordsAtOnce(database, name, hash);
  }
  return { ...contentCounts(database), root: hash.digest('hex') };
}

/** Throws SqliteError. */
export function contentCounts(database: Database): Omit<ContentDigest, 'root'> {
  return {
    reports: countItself(database, 'reports'),
    rows: countItself(database, 'initiatives'),
    steps: countItself(database, 'steps'),
  };
}

/** Runs a digest to its end. */
export function digestAtOnce(database: Database): ContentDigest {
  const reading = contentDigest(database);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

function* recordsByNumber(database: Database, table: string, hash: Hash): Generator<undefined, void> {
  const next = database
    .prepare<[number, number]>(
      `SELECT rowid, * FROM ${table} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    )
    .raw();
  let last = -1;
  for (;;) {
    const records = next.all(last, atOnce) as unknown[][];
    for (const record of records) add(hash, record);
    if (records.length < atOnce) return;
    last = records.at(-1)?.[0] as number;
    yield;
  }
}

/** A table without numbers is a small one. */
function* recordsAtOnce(database: Database, table: string, hash: Hash): Generator<undefined, void> {
  const records = database.prepare(`SELECT * FROM ${table} ${tableItself(database, table)}`).raw();
  for (const record of records.all() as unknown[][]) add(hash, record);
  yield;
}

function add(hash: Hash, record: readonly unknown[]): void {
  for (const value of record) {
    const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value));
    hash.update(`${value === null ? 'n' : typeof value}${bytes.length}:`);
    hash.update(bytes);
  }
}
