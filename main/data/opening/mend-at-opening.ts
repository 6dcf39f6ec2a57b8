import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { identifierFrom } from '../../../shared/model/identifier.ts';
import { markerOf } from '../commit-mark.ts';
import { misfitsAtOnce } from '../hashes/check-hashes.ts';
import { giveBack, type GivenBack } from '../hashes/give-back.ts';
import { keepHashes } from '../hashes/keep-hashes.ts';
import { proveAll } from '../hashes/prove-record.ts';
import { runToEnd } from '../hashes/run-to-end.ts';
import { stampOf } from './copy-before-migration.ts';
import { freePath } from './free-path.ts';
import { syncFolder } from './sync-folder.ts';
import { writeWhole } from './write-whole.ts';

/** What was given back while a library was opened. */
export interface MendedAtOpening {
  /** The file as it was found, beside it. */
  readonly copy: string;
  readonly given: readonly GivenBack[];
}

/**
 * Gives back what keeps a library from being opened: a list that is none any more, a reference to nothing, two rows in one
 * place. Only where every record that is not as it was stored is proved; otherwise, and where the tables themselves are
 * broken, nothing is changed and the answer is null.
 *
 * The file as it was found is written beside it first. Throws the errors of node:fs, and SqliteError.
 */
export function mendAtOpening(database: Database, file: string, at: Date): MendedAtOpening | null {
  const found = misfitsAtOnce(database);
  if (found.length === 0) return null;
  const examined = runToEnd(proveAll(database, found, () => []));
  const proofs = examined.flatMap(({ proof }) => proof ?? []);
  if (proofs.length < examined.length) return null;
  const copy = writeAside(database, file, at);
  keepHashes(database);
  const give = giveBack(database);
  const actor = { author: 'Sengen', at };
  const marker = markerOf(database);
  const given = database
    .transaction(() => {
      marker.moveOn();
      return proofs.flatMap((proof) => give(proof, newStep(), actor));
    })
    .immediate();
  return { copy, given };
}

function newStep(): string {
  return identifierFrom(randomBytes(10));
}

/** Out of memory, page by page: closing a handle of the file itself would drop its locks (held-files.ts). */
function writeAside(database: Database, file: string, at: Date): string {
  const copy = freePath(`${file.replace(/\.sengen$/u, '')}.damaged-${stampOf(at)}`);
  writeWhole(copy, database.serialize());
  syncFolder(dirname(copy));
  return copy;
}
