import type { Database } from 'better-sqlite3';
import { tablesWithWrongIndex } from './check-indexes.ts';
import {
  hasHashes,
  hashedTables,
  hashTable,
  keyExpression,
  rowOrder,
  type HashedTable,
} from './hashed-tables.ts';
import { orderHash } from './keep-hashes.ts';
import { fitsHash, type StoredValue } from './record-hash.ts';
import { runToEnd } from './run-to-end.ts';

/**
 * A record and its hash that don't belong together. `changed`: one of the two is not what was stored. `unhashed`: a
 * record has no hash. `missing`: a hash has no record. `index`: an index does not find what stands in its table.
 */
export interface Misfit {
  readonly what: 'changed' | 'unhashed' | 'missing' | 'index';
  /** The record's table, or `row_order` for the order of a report's rows. */
  readonly kind: string;
  /** Its primary key as text; the report for `row_order`; '' for an index. */
  readonly key: string;
  /** The stored hash; null where there is none. */
  readonly hash: Uint8Array | null;
}

/** Records that are hashed between two breaths: some milliseconds. */
const atOnce = 200;

/**
 * Hashes every record again and compares. It yields after every few records, so that other work has its turn; what is
 * stored meanwhile is right by itself. A library without hashes has no misfits. Throws SqliteError.
 */
export function* misfits(database: Database): Generator<undefined, Misfit[]> {
  const found: Misfit[] = [];
  if (!hasHashes(database)) return found;
  const hashes = database
    .prepare<[string], number>(`SELECT count(*) FROM ${hashTable} WHERE kind = ?`)
    .pluck();
  for (const table of hashedTables(database)) {
    let hashed = 0;
    for (const records of pagesOf(database, table)) {
      for (const record of records) {
        const [key, hash, ...values] = record as [string, Uint8Array | null, ...StoredValue[]];
        const kind = table.name;
        if (hash === null) found.push({ what: 'unhashed', kind, key, hash });
        else hashed += 1;
        if (hash !== null && !fitsHash(kind, values, hash))
          found.push({ what: 'changed', kind, key, hash });
      }
      yield;
    }
    // Looking for each of them takes long; where as many were met as there are, none is left over.
    if (hashes.get(table.name) !== hashed) found.push(...orphans(database, table));
    yield;
  }
  found.push(...disordered(database), ...ofNoKind(database));
  for (const kind of yield* tablesWithWrongIndex(database)) {
    found.push({ what: 'index', kind, key: '', hash: null });
  }
  return found;
}

/** Runs a check to its end. */
export function misfitsAtOnce(database: Database): Misfit[] {
  return runToEnd(misfits(database));
}

/** Records with their name and hash before their values, a few at a time. */
function* pagesOf(database: Database, table: HashedTable): Generator<unknown[][]> {
  const { name, columns } = table;
  const isNumbered =
    database
      .prepare<[string], number>("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'")
      .pluck()
      .get(name) === 0;
  const select = `
    SELECT t.key, h.hash, ${columns.map((column) => `t.${column}`).join(', ')} ${isNumbered ? ', t.place' : ''}
    FROM (SELECT ${keyExpression(table)} AS key, ${columns.join(', ')} ${isNumbered ? ', rowid AS place' : ''}
      FROM ${name} ${table.itself} ${isNumbered ? 'WHERE rowid > ? ORDER BY rowid LIMIT ?' : ''}) t
    LEFT JOIN ${hashTable} h ON h.kind = '${name}' AND h.key = t.key`;
  if (!isNumbered) {
    // A table without numbers is a small one.
    yield database.prepare<[], unknown[]>(select).raw().all();
    return;
  }
  const next = database.prepare<[number, number], unknown[]>(select).raw();
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const records = next.all(last, atOnce);
    for (const record of records) last = Math.max(last, record.pop() as number);
    yield records;
    if (records.length < atOnce) return;
  }
}

function orphans(database: Database, table: HashedTable): Misfit[] {
  const { name } = table;
  return database
    .prepare<[], { key: string; hash: Uint8Array }>(
      `SELECT key, hash FROM ${hashTable} WHERE kind = '${name}'
       AND key NOT IN (SELECT ${keyExpression(table)} FROM ${name} ${table.itself})`,
    )
    .all()
    .map(({ key, hash }) => ({ what: 'missing', kind: name, key, hash }));
}

/** Hashes of tables that there are none of. */
function ofNoKind(database: Database): Misfit[] {
  const kinds = [...hashedTables(database).map(({ name }) => name), rowOrder];
  return database
    .prepare<[string], { kind: string; key: string; hash: Uint8Array }>(
      `SELECT kind, key, hash FROM ${hashTable} WHERE kind NOT IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(kinds))
    .map(({ kind, key, hash }) => ({ what: 'missing', kind, key, hash }));
}

function disordered(database: Database): Misfit[] {
  const order = database
    .prepare<[string], string>('SELECT id FROM initiatives WHERE report = ? ORDER BY position')
    .pluck();
  return database
    .prepare<[], { key: string; hash: Uint8Array | null; isThere: number }>(
      `SELECT r.id AS key, h.hash, 1 AS isThere FROM reports r
         LEFT JOIN ${hashTable} h ON h.kind = '${rowOrder}' AND h.key = r.id
       UNION ALL SELECT key, hash, 0 FROM ${hashTable}
         WHERE kind = '${rowOrder}' AND key NOT IN (SELECT id FROM reports)`,
    )
    .all()
    .flatMap(({ key, hash, isThere }): Misfit[] => {
      if (isThere === 0) return [{ what: 'missing', kind: rowOrder, key, hash }];
      if (hash === null) return [{ what: 'unhashed', kind: rowOrder, key, hash }];
      const fits = orderHash(key, order.all(key)).equals(hash);
      return fits ? [] : [{ what: 'changed', kind: rowOrder, key, hash }];
    });
}
