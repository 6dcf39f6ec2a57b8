import type { Database } from 'better-sqlite3';
import { stepLog, type StepLog } from '../log/step-log.ts';
import type { Actor } from '../reports/report-store.ts';
import { hashTable, keyOf } from './hashed-tables.ts';
import { damageEdits } from './damage-edits.ts';
import type { Proof } from './prove-record.ts';
import { recordHash, type StoredValue } from './record-hash.ts';
import { overwriteRecord } from './stored-record.ts';

/** A value that was given back. */
export interface GivenBack {
  /** The record's table and key. */
  readonly kind: string;
  readonly key: string;
  readonly column: string;
  /** What stood there, and what was stored and stands there again. */
  readonly was: StoredValue;
  readonly is: StoredValue;
}

/**
 * Writes what was proved. A text of a report that is a draft gets a step of its own (damage-edits.ts), whose identifier
 * is `step`. To be called in a transaction; throws SqliteError, and whoever calls it has the rest taken back.
 */
export function giveBack(database: Database): (proof: Proof, step: string, actor: Actor) => GivenBack[] {
  const log = stepLog(database);
  const keep = database.prepare(
    `INSERT INTO ${hashTable} (kind, key, hash) VALUES (?, ?, ?)
     ON CONFLICT (kind, key) DO UPDATE SET hash = excluded.hash`,
  );
  // The same hash under another name: that name was damaged.
  const forget = database.prepare(`DELETE FROM ${hashTable} WHERE hash = ? AND NOT (kind = ? AND key = ?)`);

  return (proof, step, actor) => {
    if (proof.what === 'hash') {
      const { misfit, hash } = proof;
      putInOrder(database);
      keep.run(misfit.kind, misfit.key, hash);
      forget.run(hash, misfit.kind, misfit.key);
      return [];
    }
    if (proof.what === 'index') {
      database.exec(`REINDEX ${proof.table}`);
      return [];
    }
    if (proof.what === 'order') return reorder(database, proof);
    const { record, values } = proof;
    overwriteRecord(database, record, values);
    // By the new key: a key may be what was damaged. What was saved since has the record differ from its hash.
    const { name } = record.table;
    keep.run(name, keyOf(record.table, values), recordHash(name, values));
    recordStep(database, log, proof, step, actor);
    return record.table.columns.flatMap((column, at) => {
      const [was, is] = [record.values[at] ?? null, values[at] ?? null];
      return was === is ? [] : [{ kind: record.table.name, key: record.key, column, was, is }];
    });
  };
}

/** A wrong name among the hashes stands in a place that is not its own, and those beside it are not found. */
function putInOrder(database: Database): void {
  const disorder = database.prepare(
    `SELECT 1 FROM (SELECT kind, key, lag(kind) OVER () AS kind_before, lag(key) OVER () AS key_before FROM ${hashTable})
     WHERE (kind_before, key_before) >= (kind, key) LIMIT 1`,
  );
  if (disorder.get() === undefined) return;
  const all = database.prepare(`SELECT kind, key, hash FROM ${hashTable}`).raw().all();
  database.exec(`DELETE FROM ${hashTable}`);
  const put = database.prepare(`INSERT OR IGNORE INTO ${hashTable} (kind, key, hash) VALUES (?, ?, ?)`);
  for (const each of all) put.run(...(each as [string, string, Uint8Array]));
}

/** Places are covered by the hash of the order alone; a step moves rows, and would name a move that nobody made. */
function reorder(database: Database, { report, rows }: Extract<Proof, { what: 'order' }>): GivenBack[] {
  const standing = database.prepare<[string], { id: string; position: number }>(
    'SELECT id, position FROM initiatives WHERE report = ?',
  );
  const place = database.prepare<[number, string]>('UPDATE initiatives SET position = ? WHERE id = ?');
  database.exec('REINDEX initiatives');
  return standing.all(report).flatMap(({ id, position }) => {
    const is = rows.indexOf(id);
    if (is === position || is < 0) return [];
    place.run(is, id);
    return [{ kind: 'initiatives', key: id, column: 'position', was: position + 1, is: is + 1 }];
  });
}

function recordStep(
  database: Database,
  log: StepLog,
  { record, values }: Extract<Proof, { what: 'record' }>,
  id: string,
  actor: Actor,
): void {
  const edits = damageEdits(record, values);
  const owner = reportOf(
    database,
    record.table.name,
    (column) => values[record.table.columns.indexOf(column)],
  );
  // What is signed takes no step; the text that was signed stands there again.
  if (edits.length === 0 || owner?.state !== 'draft') return;
  const sequence = owner.sequence + 1;
  const cause = { kind: 'give-back' } as const;
  log.append({ id, report: owner.id, sequence, kind: 'do', reverses: null, edits, cause }, actor);
  database
    .prepare('UPDATE reports SET sequence = ?, changed_at = ? WHERE id = ?')
    .run(sequence, actor.at.toISOString(), owner.id);
}

interface Owner {
  readonly id: string;
  readonly state: string;
  readonly sequence: number;
}

function reportOf(
  database: Database,
  table: string,
  of: (column: string) => StoredValue | undefined,
): Owner | undefined {
  const report =
    table === 'reports'
      ? of('id')
      : table === 'initiatives'
        ? of('report')
        : database
            .prepare<[StoredValue | undefined], string>('SELECT report FROM initiatives WHERE id = ?')
            .pluck()
            .get(of('initiative'));
  return database
    .prepare<[StoredValue | undefined], Owner>('SELECT id, state, sequence FROM reports WHERE id = ?')
    .get(report);
}
