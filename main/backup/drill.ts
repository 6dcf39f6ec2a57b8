import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { isUnread } from '../data/backup/examine-copy.ts';
import type { LibraryFile } from '../data/library-file.ts';
import { workshopPrefix } from '../domain/unfinished-names.ts';
import { thisWriter } from '../files/leftovers.ts';
import { discard } from '../files/patience.ts';
import { readSetting } from '../files/settings-file.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { examineBackup, tryApart } from './apart.ts';
import type { BackupShelf, ShelvedBackup } from './backup-shelf.ts';
import { backupStamp } from './backup-name.ts';
import { reportHash, type TriedBackup, type TriedReport } from './try-backup.ts';

/** What a backup turned out to be when it was restored for a try. */
export interface DrilledBackup {
  readonly stamp: string;
  readonly outcome: DrillOutcome;
}

/**
 * `good`: it holds what its name says, and what the log of the library says of that time. `apart`: it is whole, and
 * the library has gone another way since, as after another backup was restored. `differs`: it is whole, and the
 * library's own log says otherwise. `damaged`: it was set aside.
 */
export type DrillOutcome = 'good' | 'apart' | 'differs' | 'damaged';

export interface Drill {
  /** Local time: `20260401-083000`. */
  readonly stamp: string;
  readonly backups: readonly DrilledBackup[];
}

/** What is compared of the log at a time: further back takes long. */
const stepsBack = 200;

/**
 * Restores the latest backup of a library and an older one to a private place, opens each as any library is opened, and
 * compares what it holds with its name and with the library's log, taken back to that time. A damaged one is set
 * aside. The outcome is kept on the shelf; of what was restored nothing stays. Null when the try itself did not come off:
 * a disk that is full, say.
 */
export async function drill(
  library: LibraryFile,
  shelf: BackupShelf,
  at: Date,
  /** Which of so many older ones, from 0. */
  choose: (count: number) => number,
): Promise<Drill | null> {
  const [latest, ...older] = (await shelf.list()).filter(({ place }) => place === shelf.place);
  const other = older.length === 0 ? undefined : older[choose(older.length)];
  const backups: DrilledBackup[] = [];
  for (const backup of [latest, other]) {
    if (backup === undefined) continue;
    const outcome = await tryOut(library, shelf, backup);
    if (outcome === null) return null;
    backups.push({ stamp: backup.stamp, outcome });
  }
  const done = { stamp: backupStamp(at), backups };
  await writeFileAtomically(recordOf(shelf), Buffer.from(JSON.stringify(done)), 0o600);
  return done;
}

/** The drill before; null when there was none. */
export function lastDrill(shelf: BackupShelf): Drill | null {
  return readSetting({ path: recordOf(shelf) }, ({ stamp, backups }) =>
    typeof stamp === 'string' && Array.isArray(backups)
      ? { stamp, backups: backups as DrilledBackup[] }
      : null,
  );
}

/** Once in each month by the calendar: a clock that jumps brings one more, and keeps none away. */
export function isDrillDue(shelf: BackupShelf, now: Date): boolean {
  return lastDrill(shelf)?.stamp.slice(0, 6) !== backupStamp(now).slice(0, 6);
}

function recordOf({ folder, place }: BackupShelf): string {
  return join(folder, `drill-${place}.json`);
}

async function tryOut(
  library: LibraryFile,
  shelf: BackupShelf,
  backup: ShelvedBackup,
): Promise<DrillOutcome | null> {
  const workshop = await mkdtemp(join(shelf.folder, workshopPrefix(thisWriter())));
  try {
    const tried = await tryApart(backup.path, join(workshop, 'new.sengen'));
    if (tried.ok && tried.value.digest.root.startsWith(backup.root))
      return await followed(library, tried.value);
    // Looked at where it stands: what went wrong on the way says nothing of it.
    const examined = await examineBackup(backup);
    if (examined.ok || isUnread(examined.failure)) return null;
    await shelf.setAside(backup);
    return 'damaged';
  } finally {
    await discard(workshop);
  }
}

/** The log of the library, taken back to the backup's last steps, must say what the backup says. */
async function followed(library: LibraryFile, { reports }: TriedBackup): Promise<DrillOutcome> {
  for (const report of reports) {
    if (!hasStep(library, report)) return 'apart';
    const now = library.reports.read(report.id);
    if (now.ok && now.value.sequence - report.sequence <= stepsBack) {
      const then = library.past.at(report.id, report.sequence);
      // A report without a step is the same one only if it was not made anew from another backup.
      if (then !== null && reportHash(then) !== report.hash)
        return report.step === null ? 'apart' : 'differs';
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return 'good';
}

function hasStep({ reports, copies }: LibraryFile, { id, sequence, step }: TriedReport): boolean {
  return step === null ? reports.has(id) : copies.stepAt(id, sequence) === step;
}
