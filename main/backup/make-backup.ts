import type { LibraryFile } from '../data/library-file.ts';
import type { ContentDigest } from '../data/backup/content-digest.ts';
import type { ExaminedCopy } from '../data/backup/examine-copy.ts';
import type { BackupReason } from '../domain/backups-to-keep.ts';
import { discard, untilScanned } from '../files/patience.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { BackupShelf } from './backup-shelf.ts';
import { backupName, backupStamp } from './backup-name.ts';
import { examineApart } from './apart.ts';

/** What came of it. `same`: the latest backup holds the same, so none was made. `changes`: as counted before copying. */
export interface MadeBackup {
  readonly kind: 'made' | 'same';
  readonly changes: number;
  /** Records that are not as they were stored, in the library as in the copy. */
  readonly misfits: number;
  /** The latest backup. */
  readonly name: string;
}

/** How often the copy is compared with a library that is written in all the time, before its own checks must do. */
const tries = 3;

/**
 * Makes a backup: copied page by page while others store, read through by itself, compared with the library as it
 * stands, synced, named last. Fails with what went wrong, for the log; nothing is left on the shelf then.
 */
export async function makeBackup(
  library: LibraryFile,
  shelf: BackupShelf,
  reason: BackupReason,
  at: Date,
): Promise<Result<MadeBackup, string>> {
  let draft: string | null = null;
  try {
    await shelf.makeRoot();
    draft = await shelf.draft();
    const copied = await copyAndCompare(library, draft);
    if (!copied.ok) return copied;
    const { digest, changes } = copied.value;
    const { misfits, ...content } = digest;
    const all = await shelf.list();
    const last = all.find(({ place }) => place === shelf.place);
    const isSame = last !== undefined && digest.root.startsWith(last.root);
    // What was signed gets a backup of its own, which stays for ever.
    if (isSame && (reason !== 'sign-off' || last.reason === 'sign-off'))
      return success({ kind: 'same', changes, misfits, name: last.name });
    const number = (all[0]?.number ?? 0) + 1;
    const made = { number, stamp: backupStamp(at), reason, ...content, place: shelf.place };
    await shelf.shelve(draft, made);
    // Older ones may hold what is damaged now: all of them stay until it is put right.
    if (misfits === 0) await shelf.thin();
    return success({ kind: 'made', changes, misfits, name: backupName(made) });
  } catch (error) {
    return failed(String(error));
  } finally {
    if (draft !== null) await discard(draft);
    if (draft !== null) await discard(`${draft}-journal`);
  }
}

interface Compared {
  readonly digest: ExaminedCopy;
  readonly changes: number;
}

async function copyAndCompare({ copies }: LibraryFile, draft: string): Promise<Result<Compared, string>> {
  for (let attempt = 1; ; attempt += 1) {
    await copyTo(draft, copies);
    const changes = copies.changes();
    const examined = await examineApart(draft);
    if (!examined.ok) return examined;
    const live = await digestUnlessChanged(copies, changes);
    if (live?.root === examined.value.root) return success({ digest: examined.value, changes });
    if (live !== null) return failed('the copy does not hold what the library holds');
    if (attempt === tries) return success({ digest: examined.value, changes });
  }
}

async function copyTo(draft: string, copies: LibraryFile['copies']): Promise<void> {
  try {
    await copies.copyTo(draft);
  } catch (error) {
    if (!(await untilScanned(draft))) throw error;
    await copies.copyTo(draft);
  }
}

/** What the library holds; null as soon as something is stored in it meanwhile. */
async function digestUnlessChanged(
  copies: LibraryFile['copies'],
  changes: number,
): Promise<ContentDigest | null> {
  const reading = copies.digest();
  for (;;) {
    if (copies.changes() !== changes) return null;
    const { done, value } = reading.next();
    if (done === true) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
