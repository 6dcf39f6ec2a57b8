import { openWitness, type Witness } from '../data/hashes/witness.ts';
import type { StoredValue } from '../data/hashes/record-hash.ts';
import type { HashedTable } from '../data/hashes/hashed-tables.ts';
import type { BackupShelf } from './backup-shelf.ts';

/** Backups that are asked what a record was: some of the newest, and some of long ago. */
const newest = 5;
const eldest = 3;

export interface BackupWitness {
  /** The record as backups hold it, the newest first. */
  valuesOf(table: HashedTable, key: string): (readonly StoredValue[])[];
  close(): void;
}

/** Opens backups of a library for asking. `shelf` null: there are none. */
export async function backupWitness(shelf: BackupShelf | null): Promise<BackupWitness> {
  const all = (await shelf?.list()) ?? [];
  const asked = [...new Set([...all.slice(0, newest), ...all.slice(-eldest)])];
  const opened: Witness[] = asked.flatMap(({ path }) => openWitness(path) ?? []);
  return {
    valuesOf: (table, key) => opened.flatMap((witness) => witnessed(witness, table, key)),
    close: () => {
      for (const witness of opened) witness.close();
    },
  };
}

function witnessed(witness: Witness, table: HashedTable, key: string): (readonly StoredValue[])[] {
  const values = witness.valuesOf(table, key);
  return values === null ? [] : [values];
}
