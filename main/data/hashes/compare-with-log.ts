import type { Database } from 'better-sqlite3';
import { logListener, type LogWords } from '../../domain/log-words.ts';
import { editOf } from '../reports/stored-json.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import { hashedTables, keyOf, type HashedTable } from './hashed-tables.ts';
import { loggedNow } from './log-values.ts';
import { isOrdinary } from './ordinary-characters.ts';
import type { StoredValue } from './record-hash.ts';
import { bitsApart } from './bits-apart.ts';
import { readRecord, type StoredRecord } from './stored-record.ts';

/**
 * A record that says otherwise than the log's last word. `values`: what is to stand there; null where it can't be told
 * which of the two is right.
 */
export interface Disagreement {
  readonly record: StoredRecord;
  readonly values: readonly StoredValue[] | null;
}

/** The fact of a library that it was compared once, or never had a record without a hash. */
export const comparedFact = 'log_compared';

/** Edits that are listened to between two breaths. */
const atOnce = 200;

/**
 * Reads what stands in a library against its log: for what was stored before there were hashes.
 *
 * Both were written in one transaction and can't differ by themselves. The log is believed where only it can be right:
 * one bit is other, and with it the text holds what nobody writes, while the log's text is ordinary. In pieces. Throws
 * SqliteError.
 */
export function* compareWithLog(database: Database): Generator<undefined, Disagreement[]> {
  const tables = hashedTables(database).filter(({ name }) => Object.hasOwn(ofReport, name));
  const found: Disagreement[] = [];
  for (const report of database.prepare<[], string>('SELECT id FROM reports').pluck().all()) {
    const sequence = database.prepare('SELECT sequence FROM reports WHERE id = ?').pluck();
    const before = sequence.get(report);
    const words = yield* listen(database, report);
    // A step that was stored meanwhile is none of what was listened to: what it changed is right by itself.
    if (sequence.get(report) !== before) continue;
    for (const table of tables) found.push(...disagreements(database, table, report, words));
    yield;
  }
  return found;
}

/** The records of a report, by table. */
const ofReport: Readonly<Record<string, string>> = {
  reports: 'id = ?',
  initiatives: 'report = ?',
  targets: 'initiative IN (SELECT id FROM initiatives WHERE report = ?)',
  outcomes: 'initiative IN (SELECT id FROM initiatives WHERE report = ?)',
};

function* listen(database: Database, report: string): Generator<undefined, LogWords> {
  const listener = logListener();
  const steps = database
    .prepare<[string], number>('SELECT number FROM steps WHERE report = ? ORDER BY sequence')
    .pluck()
    .all(report);
  const editsOf = database
    .prepare<[number], string>('SELECT edit FROM edits WHERE step = ? ORDER BY position')
    .pluck();
  let heard = 0;
  for (const step of steps) {
    for (const json of editsOf.all(step)) {
      try {
        listener.hear(editOf(json));
      } catch (error) {
        if (!(error instanceof DamagedContent)) throw error;
      }
      heard += 1;
      if (heard % atOnce === 0) yield;
    }
  }
  return listener.words();
}

function disagreements(
  database: Database,
  table: HashedTable,
  report: string,
  words: LogWords,
): Disagreement[] {
  const records = database
    .prepare<[string], StoredValue[]>(
      `SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${ofReport[table.name] ?? ''}`,
    )
    .raw()
    .all(report) as StoredValue[][];
  return records.flatMap((values) => {
    const key = keyOf(table, values);
    const logged = loggedNow({ table, key, values }, words);
    const differing = table.columns.filter(
      (column, at) => logged[column] !== undefined && logged[column] !== values[at],
    );
    const record = differing.length === 0 ? undefined : readRecord(database, table, key);
    if (record === undefined) return [];
    const given = table.columns.map((column, at) => logged[column] ?? values[at] ?? null);
    const isClear = differing.every((column) =>
      isFlipped(record, table.columns.indexOf(column), logged[column] ?? null),
    );
    return [{ record, values: isClear ? given : null }];
  });
}

/** Whether what stands there is the log's text with one bit flipped, and can't be what somebody wrote. */
function isFlipped(record: StoredRecord, at: number, logged: StoredValue): boolean {
  const [standing, bytes] = [record.values[at], record.bytes[at]];
  if (typeof standing !== 'string' || typeof logged !== 'string' || !(bytes instanceof Uint8Array))
    return false;
  const stored = Buffer.from(logged);
  return (
    stored.length === bytes.length &&
    bitsApart(stored, bytes) === 1 &&
    isOrdinary(logged) &&
    !isOrdinary(standing)
  );
}
