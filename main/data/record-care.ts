import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import { success, type Result } from '../../shared/result.ts';
import { misfits, type Misfit } from './hashes/check-hashes.ts';
import { comparedFact, compareWithLog, type Disagreement } from './hashes/compare-with-log.ts';
import { giveBack, type GivenBack } from './hashes/give-back.ts';
import { proveAll, type Examined, type FromBackups, type Proof } from './hashes/prove-record.ts';
import { placeReader, type RecordPlace } from './hashes/record-place.ts';
import type { StoredValue } from './hashes/record-hash.ts';
import { readRecord } from './hashes/stored-record.ts';
import type { Actor } from './reports/report-store.ts';
import type { StoreAccess } from './store-access.ts';

/**
 * Whether every record is what was stored, and what was stored where one is not. What takes long is done in pieces,
 * between which others may store. What can't be read throws `LibraryDamaged`.
 */
export interface RecordCare {
  /** Hashes every record again. */
  look(): Generator<undefined, Misfit[]>;
  /** Looks for what was stored in place of each misfit. `fromBackups`: as prove-record.ts has it. */
  prove(misfits: readonly Misfit[], fromBackups: FromBackups): Generator<undefined, Examined[]>;
  /** Reads everything against the log: for what was stored before there were hashes. */
  compareWithLog(): Generator<undefined, Disagreement[]>;
  /** Whether that was done once; from then on hashes tell. */
  isCompared(): boolean;
  compared(at: Date): Result<void, WriteFailure | LibraryFailure>;
  /** Writes what was proved, all of it or nothing; passes over what somebody has stored meanwhile. */
  giveBack(
    proofs: readonly Proof[],
    newStep: () => string,
    actor: Actor,
  ): Result<GivenBack[], WriteFailure | LibraryFailure>;
  /** Where a record stands, as a person knows it. */
  placeOf(kind: string, key: string): RecordPlace;
}

export function recordCare({ database, reading, readingThrough, storing }: StoreAccess): RecordCare {
  const give = giveBack(database);
  const place = placeReader(database);
  const fact = database.prepare<[string], string>('SELECT value FROM library_facts WHERE key = ?').pluck();
  const keepFact = database.prepare('INSERT INTO library_facts (key, value) VALUES (?, ?)');

  const orderOf = database
    .prepare<[string], string>('SELECT id FROM initiatives NOT INDEXED WHERE report = ?')
    .pluck();

  const isStill = (proof: Proof): boolean => {
    if (proof.what === 'hash' || proof.what === 'index') return true;
    if (proof.what === 'order') return orderOf.all(proof.report).length === proof.rows.length;
    const now = readRecord(database, proof.record.table, proof.record.key);
    return now !== undefined && now.values.every((value, at) => isSame(value, proof.record.values[at]));
  };

  return {
    look: () => readingThrough(misfits(database)),
    prove: (found, fromBackups) => readingThrough(proveAll(database, found, fromBackups)),
    compareWithLog: () => readingThrough(compareWithLog(database)),
    isCompared: () => reading(() => fact.get(comparedFact) !== undefined),
    compared: (at) =>
      storing(() => {
        if (fact.get(comparedFact) === undefined) keepFact.run(comparedFact, at.toISOString());
        return success(undefined);
      }),
    giveBack: (proofs, newStep, actor) =>
      storing(() => success(proofs.filter(isStill).flatMap((proof) => give(proof, newStep(), actor)))),
    placeOf: (kind, key) => reading(() => place(kind, key)),
  };
}

function isSame(one: StoredValue | undefined, other: StoredValue | undefined): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.from(one).equals(other);
  return one === other;
}
