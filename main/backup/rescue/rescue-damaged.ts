import { mkdir, mkdtemp, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RescueOutcome } from '../../../shared/contract/rescue-outcome.ts';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { rescueSentences } from '../../../shared/words/rescue-sentences.ts';
import { fileFailureOf } from '../../data/opening/file-failure.ts';
import { isInUse } from '../../data/opening/is-in-use.ts';
import { freeRescuePath } from './free-rescue-path.ts';
import { workshopPrefix } from '../../domain/unfinished-names.ts';
import { thisWriter } from '../../files/leftovers.ts';
import { discard } from '../../files/patience.ts';
import { isThere } from '../../files/places.ts';
import { giveFreeName, setAside } from '../../files/set-aside.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { backupStamp, readBackupName } from '../backup-name.ts';
import { backupsOf } from './backups-of.ts';
import { rescueApart } from './rescue-apart.ts';
import { rescueLimits } from './rescue-limits.ts';
import { outcomeOf } from './rescue-outcome.ts';

export interface RescueWork {
  /** The folder of all backups; null for none. */
  readonly backupsFolder: string | null;
  readonly now: Date;
}

type Rescue = Result<RescueOutcome, LibraryFailure | WriteFailure>;

/**
 * Takes what can be read out of a damaged library, whose file nobody has open.
 *
 * `out`: where to; nothing may stand there. Null puts the rescued library into the damaged one's place, which is set
 * aside under another name, its journal with it; where that can't be done, the rescued one stands beside it. The damaged
 * file is never written to. What came back is written into a text beside the rescued library.
 */
export async function rescueDamaged(file: string, out: string | null, work: RescueWork): Promise<Rescue> {
  if (out !== null && isThere(out)) return failed({ code: 'library-exists', path: out });
  if (isInUse(file)) return failed({ code: 'library-in-use', path: file });
  let workshop: string | null = null;
  try {
    const { size } = await stat(file);
    workshop = await makeWorkshop(out === null ? placesFor(file, work) : [dirname(out)]);
    const draft = join(workshop, 'new.sengen');
    const backups = await backupsOf(work.backupsFolder, file);
    const rescued = await rescueApart({ file, backups, draft }, rescueLimits(size));
    if (!rescued.ok) return rescued;
    const stamp = backupStamp(work.now);
    const target = out ?? freeRescuePath(dirname(workshop), basename(file), stamp);
    const placed = await giveFreeName(draft, target);
    if (!placed.ok) return placed;
    const backup = rescued.value.backup === null ? null : nameOf(rescued.value.backup);
    const stands =
      out === null ? await changePlaces(file, target, stamp) : { file: target, original: file };
    const outcome = { ...outcomeOf(rescued.value), backup, ...stands };
    return success({ ...outcome, note: await writeNote(target, outcome) });
  } catch (error) {
    // A code that is none of a file's is a bug, and is thrown on.
    return failed(fileFailureOf(error, out ?? file));
  } finally {
    if (workshop !== null) await discard(workshop);
  }
}

/** Beside the library, else in a place of the program's own. */
function placesFor(file: string, { backupsFolder }: RescueWork): string[] {
  return backupsFolder === null ? [dirname(file)] : [dirname(file), join(backupsFolder, 'rescued')];
}

/** A folder in the first of `places` that takes one. Rejects with the errors of node:fs. */
async function makeWorkshop(places: readonly string[]): Promise<string> {
  let refusal: unknown = null;
  for (const [at, place] of places.entries()) {
    try {
      if (at > 0) await mkdir(place, { recursive: true, mode: 0o700 });
      return await mkdtemp(join(place, workshopPrefix(thisWriter())));
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

/** The rescued library gets the damaged one's name, so that whoever opens it by that finds what is whole. */
async function changePlaces(
  file: string,
  rescued: string,
  stamp: string,
): Promise<{ file: string; original: string }> {
  // Where it could not be written beside the damaged one, it is not put there either.
  if (dirname(rescued) !== dirname(file)) return { file: rescued, original: file };
  const aside = await setAside(file, `.damaged-${stamp}`);
  if (!aside.ok) return { file: rescued, original: file };
  const placed = await giveFreeName(rescued, file);
  return { file: placed.ok ? file : rescued, original: aside.value };
}

/** The time of a backup, or its path where its name does not say. */
function nameOf(path: string): string {
  return readBackupName(basename(path))?.stamp ?? path;
}

async function writeNote(target: string, outcome: Omit<RescueOutcome, 'note'>): Promise<string | null> {
  const note = `${target.replace(/\.sengen$/u, '')}.txt`;
  if (isThere(note)) return null;
  // With its mark, every editor of a Windows PC takes it for UTF-8.
  const lines = ['\u{FEFF}壊れたファイルから取り出した内容', '', ...rescueSentences({ ...outcome, note })];
  const written = await writeFileAtomically(note, Buffer.from(`${lines.join('\r\n')}\r\n`), 0o600);
  return written.ok ? note : null;
}
