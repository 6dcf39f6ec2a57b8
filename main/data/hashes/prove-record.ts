import type { Database } from 'better-sqlite3';
import { flippedBit, provenRecord } from '../../domain/proven-record.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { bitsApart } from './bits-apart.ts';
import type { Misfit } from './check-hashes.ts';
import { hashedTables, hashTable, rowOrder, type HashedTable } from './hashed-tables.ts';
import { orderHash } from './keep-hashes.ts';
import { logReader, type LoggedValues, type LogReader } from './log-values.ts';
import { fitsHash, hashOfSpelling, recordHash, spelling, type StoredValue } from './record-hash.ts';
import { readRecord, type StoredRecord } from './stored-record.ts';

/**
 * What was proved of a misfit. `record`: these values were stored. `order`: the rows of a report stood in this order.
 * `hash`: the record, or the order, is right, and its hash is not. `index`: an index of a table is to be made again.
 * Null in place of a proof: neither can be shown; nothing is to be changed.
 */
export type Proof =
  | { readonly what: 'record'; readonly record: StoredRecord; readonly values: readonly StoredValue[] }
  | { readonly what: 'order'; readonly report: string; readonly rows: readonly string[] }
  | { readonly what: 'hash'; readonly misfit: Misfit; readonly hash: Uint8Array }
  | { readonly what: 'index'; readonly table: string };

/** A misfit, and what was proved of it. */
export interface Examined {
  readonly misfit: Misfit;
  readonly proof: Proof | null;
}

/**
 * Records of a name as backups hold them: values of the hashed columns, the newest backup first. One that was other then
 * is of no harm.
 */
export type FromBackups = (table: HashedTable, key: string) => (readonly StoredValue[])[];

/** Others who know what a library holds: its log, and its backups. */
interface Witnesses {
  readonly log: LogReader;
  readonly fromBackups: FromBackups;
}

/** Proves what can be proved of all that was found; in pieces (prove). Throws SqliteError. */
export function* proveAll(
  database: Database,
  found: readonly Misfit[],
  fromBackups: FromBackups,
): Generator<undefined, Examined[]> {
  const doubtful = new Set(found.filter(({ kind }) => kind === 'edits').map(({ key }) => key));
  const witnesses = { log: logReader(database, (edit) => !doubtful.has(edit)), fromBackups };
  // Indexes first: whatever is given back is looked for by them.
  const examined: Examined[] = found
    .filter(({ what }) => what === 'index')
    .map((misfit) => ({ misfit, proof: { what: 'index', table: misfit.kind } }));
  const others = found.filter(({ what }) => what !== 'index');
  // Orders last: where a row's own name was damaged, the order is told by what that is proved to have been.
  for (const misfit of [...others.filter(isOfRecord), ...others.filter((each) => !isOfRecord(each))]) {
    const proof = isOfRecord(misfit)
      ? yield* prove(database, misfit, found, witnesses)
      : proveOrder(database, misfit, examined);
    examined.push({ misfit, proof });
    yield;
  }
  return examined.filter((each) => !isSettledBy(each, examined));
}

const isOfRecord = ({ kind }: Misfit): boolean => kind !== rowOrder;

/** One wrong name leaves two misfits, a record without a hash and a hash without a record: one proof settles both. */
function isSettledBy({ misfit, proof }: Examined, all: readonly Examined[]): boolean {
  if (proof !== null) return false;
  return all.some(
    (other) =>
      (misfit.what === 'unhashed' &&
        other.proof?.what === 'record' &&
        other.proof.record.table.name === misfit.kind &&
        other.proof.record.key === misfit.key) ||
      (misfit.what === 'missing' &&
        misfit.hash !== null &&
        other.proof?.what === 'hash' &&
        Buffer.from(misfit.hash).equals(other.proof.hash)),
  );
}

/** Bytes of a record in which every bit is tried; it takes as long as their square. */
const mostBytes = 16 * 1024;

/**
 * Looks for what was stored in place of a misfit; in pieces, so that other work has its turn. In this order: what stands
 * there with values from the log and from backups; what stands there with one bit flipped; the hash with one bit
 * flipped; a record that a backup holds just so. Throws SqliteError.
 */
function* prove(
  database: Database,
  misfit: Misfit,
  misfits: readonly Misfit[],
  witnesses: Witnesses,
): Generator<undefined, Proof | null> {
  const table = hashedTables(database).find(({ name }) => name === misfit.kind);
  if (table === undefined) return null;
  const record = readRecord(database, table, misfit.key);
  if (record === undefined) return proveKey(database, misfit, misfits, table);
  const backups = witnesses.fromBackups(table, misfit.key);
  const { hash } = misfit;
  if (hash !== null) {
    const logged = witnesses.log.valuesOf(record);
    const fits = (values: readonly StoredValue[]): boolean => fitsHash(table.name, values, hash);
    const values =
      provenRecord(record.values, alternativesOf(record, logged, backups), fits) ??
      (yield* flippedIn(record, logged, hash));
    if (values !== null) return { what: 'record', record, values: withSavedSince(record, values, logged) };
  }
  const own = recordHash(table.name, record.values);
  const isRight =
    (hash !== null && bitsApart(hash, own) === 1) ||
    backups.some((values) => sameValue(values, record.values)) ||
    stands(database, own);
  return isRight ? { what: 'hash', misfit, hash: own } : null;
}

/** Values that may have stood in each column. */
function alternativesOf(
  { table, values }: StoredRecord,
  logged: readonly LoggedValues[],
  backups: readonly (readonly StoredValue[])[],
): StoredValue[][] {
  return table.columns.map((column, at) => {
    const standing = values[at] ?? null;
    const all = [
      ...logged.flatMap((said) => said[column] ?? []),
      ...backups.map((record) => record[at] ?? null),
      ...(typeof standing === 'number' ? numbersNear(standing) : []),
    ];
    return [...new Set(all)].filter((value) => value !== standing);
  });
}

/** With one bit other. SQLite stores 0 and 1 without a byte of their own, so those are tried in any case. */
function numbersNear(value: number): number[] {
  const bits = Array.from({ length: 31 }, (_, bit) => (value ^ (1 << bit)) >>> 0);
  return [0, 1, ...bits];
}

/**
 * A save after the damage wrote other columns of the record, and left the hash of what it had been (keep-hashes.ts). What
 * the log's last word bears out was saved by a person and stays.
 */
function withSavedSince(
  { table, values }: StoredRecord,
  proven: readonly StoredValue[],
  [now = {}]: readonly LoggedValues[],
): StoredValue[] {
  return table.columns.map((column, at) => {
    const standing = values[at] ?? null;
    return column in now && now[column] === standing ? standing : (proven[at] ?? null);
  });
}

/** The record with one bit flipped: as it stands, then as it was before what was saved in it since. */
function* flippedIn(
  record: StoredRecord,
  logged: readonly LoggedValues[],
  hash: Uint8Array,
): Generator<undefined, StoredValue[] | null> {
  const found = yield* withOneBitFlipped(record, hash);
  if (found !== null) return found;
  const tried = new Set<string>();
  for (const said of logged.slice(1)) {
    const changed = record.table.columns.flatMap((column, at) =>
      logged[0]?.[column] === record.values[at] &&
      said[column] !== undefined &&
      said[column] !== record.values[at]
        ? [{ at, value: said[column] }]
        : [],
    );
    const key = JSON.stringify(changed);
    if (changed.length === 0 || tried.has(key)) continue;
    tried.add(key);
    const values = [...record.values];
    const bytes = [...record.bytes];
    for (const { at, value } of changed) {
      values[at] = value;
      bytes[at] = typeof value === 'string' ? Buffer.from(value) : null;
    }
    const earlier = yield* withOneBitFlipped({ ...record, values, bytes }, hash);
    if (earlier !== null) return earlier;
  }
  return null;
}

function* withOneBitFlipped(
  { table, values, bytes }: StoredRecord,
  hash: Uint8Array,
): Generator<undefined, StoredValue[] | null> {
  const { spelled, ranges } = spelledBytes(table.name, values, bytes);
  if (spelled.length > mostBytes) return null;
  const isFound = yield* flippedBit(
    spelled,
    ranges.filter((range) => range !== null),
    () => hashOfSpelling(spelled).equals(hash),
  );
  if (!isFound) return null;
  return values.map((value, at) => {
    const range = ranges[at] ?? null;
    return range === null ? value : spelled.subarray(...range).toString('utf8');
  });
}

/** What is hashed of a record, with texts as the bytes that stand there, and where each of them is. */
function spelledBytes(
  table: string,
  values: readonly StoredValue[],
  bytes: readonly (Uint8Array | null)[],
): { spelled: Buffer; ranges: (readonly [number, number] | null)[] } {
  const pieces: Uint8Array[] = [Buffer.from(`${table}\n`)];
  const ranges: (readonly [number, number] | null)[] = [];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [at, value] of values.entries()) {
    const text = bytes[at] ?? null;
    if (text === null) {
      add(Buffer.from(spelling('', [value]).slice(1)));
      ranges.push(null);
      continue;
    }
    add(Buffer.from(`t${text.length}:`));
    ranges.push([length, length + text.length]);
    add(text);
    add(Buffer.from(';'));
  }
  return { spelled: Buffer.concat(pieces), ranges };
}

/** The hash of a record that is not found under its name: one of the two names is wrong. */
function proveKey(
  database: Database,
  misfit: Misfit,
  misfits: readonly Misfit[],
  table: HashedTable,
): Proof | null {
  const { hash } = misfit;
  const [column] = table.key;
  if (hash === null || column === undefined || table.key.length > 1) return null;
  for (const other of misfits) {
    if (other.kind !== misfit.kind || other.what !== 'unhashed') continue;
    const record = readRecord(database, table, other.key);
    const at = table.columns.indexOf(column);
    const standing = record?.values[at];
    if (record === undefined || standing === undefined) continue;
    const values = record.values.with(at, typeof standing === 'number' ? Number(misfit.key) : misfit.key);
    if (fitsHash(table.name, values, hash)) return { what: 'record', record, values };
  }
  return null;
}

/**
 * Whether a hash stands among all, under whatever name: it covers what is hashed with its name, so that is right. Every
 * one is looked at, as a wrong name stands where those around it are not found.
 */
function stands(database: Database, hash: Uint8Array): boolean {
  const found = database.prepare<[Uint8Array], 1>(`SELECT 1 FROM ${hashTable} WHERE hash = ?`).pluck();
  return found.get(hash) !== undefined;
}

/**
 * One place that is wrong leaves a gap where its row stood. Where the rows stand in the right order, an index said
 * otherwise. `examined`: what was proved of the rows themselves.
 */
function proveOrder(database: Database, misfit: Misfit, examined: readonly Examined[]): Proof | null {
  const { key: report, hash } = misfit;
  const rows = database
    .prepare<[string], { id: string; position: number }>(
      'SELECT id, position FROM initiatives NOT INDEXED WHERE report = ? ORDER BY position',
    )
    .all(report)
    .map(({ id, position }) => ({ id: provenName(id, examined), position }));
  const own = orderHash(
    report,
    rows.map(({ id }) => id),
  );
  if (hash !== null && own.equals(hash)) return { what: 'order', report, rows: rows.map(({ id }) => id) };
  if (stands(database, own)) return { what: 'hash', misfit, hash: own };
  if (hash === null) return null;
  if (bitsApart(hash, own) === 1) return { what: 'hash', misfit, hash: own };
  const taken = new Set(rows.map(({ position }) => position));
  const [gap, another] = rows.map((_, place) => place).filter((place) => !taken.has(place));
  if (gap === undefined || another !== undefined) return null;
  const isOdd = ({ id, position }: (typeof rows)[number]): boolean =>
    position >= rows.length || rows.some((other) => other.id !== id && other.position === position);
  for (const { id } of rows.filter(isOdd)) {
    const others = rows.filter((row) => row.id !== id).map((row) => row.id);
    const order = others.toSpliced(gap, 0, id);
    if (orderHash(report, order).equals(hash)) return { what: 'order', report, rows: order };
  }
  return null;
}

/** What a row is called by whatever its own record is proved to have been. */
function provenName(id: string, examined: readonly Examined[]): string {
  const found = examined.find(
    ({ proof }) =>
      proof?.what === 'record' && proof.record.table.name === 'initiatives' && proof.record.key === id,
  );
  if (found?.proof?.what !== 'record') return id;
  const { record, values } = found.proof;
  const name = values[record.table.columns.indexOf('id')];
  return typeof name === 'string' ? name : id;
}
