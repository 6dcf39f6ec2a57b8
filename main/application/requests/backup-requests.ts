import { failed, success, type Result } from '../../../shared/result.ts';
import type { StoredReport } from '../../data/reports/report-store.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { openLibrary } from '../../data/opening/open-library.ts';
import { lastDrill, type Drill } from '../../backup/drill.ts';
import type { SecondPlace } from '../../backup/second-place.ts';
import type { BackupDrill, SecondPlaceState } from '../../../shared/contract/backup-requests.ts';
import { adoptBackup } from '../backups/adopt-backup.ts';
import { backupAtHand, heldBackups, reading, wholeBackup } from '../backups/backup-at-hand.ts';
import { restoreLibrary } from '../backups/restore-library.ts';
import { restoreReport, takeBackRestored } from '../backups/restore-report.ts';
import { contentHash } from '../content-hash.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { describeLibrary, takeLibrary } from './library-requests.ts';

/** Backups of the open library. */
export const backupRequests: HandlersOf<
  | 'backups.list'
  | 'backups.chooseSecond'
  | 'backups.leaveSecond'
  | 'backups.drill'
  | 'backups.make'
  | 'backups.look'
  | 'backups.view'
  | 'backups.restore'
  | 'backups.restoreReport'
  | 'backups.restoreRow'
  | 'backups.takeBack'
  | 'backups.adopt'
> = {
  'backups.list': async (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { backups } = context.session;
    const shelf = backups.shelf(library.value);
    // A stick that is back, or gone, is noticed when somebody looks.
    if (!library.value.isReadOnly) void backups.second?.bringUp(library.value);
    return success({
      folder: shelf?.folder ?? null,
      present: library.value.copies.counts(),
      backups: (await heldBackups(context.session, library.value)).map(
        ({ name, stamp, reason, reports, rows, steps, place, where }) => ({
          ...{ name, stamp, reason, reports, rows, steps, where },
          isOfThisFile: place === shelf?.place,
        }),
      ),
      second: await describeSecond(backups.second),
      drill: shelf === null ? null : plainDrill(lastDrill(shelf)),
    });
  },

  'backups.chooseSecond': async (_input, context) => {
    const library = openedLibrary(context);
    const { second } = context.session.backups;
    if (!library.ok) return library;
    if (second === null) return failed({ code: 'backup-failed', cause: 'none are made here' });
    const folder = await context.ports.chooseFolder('second-backups');
    if (!folder.ok) return folder;
    const chosen = await second.choose(folder.value);
    if (!chosen.ok) return chosen;
    void second.bringUp(library.value);
    return success({});
  },

  'backups.leaveSecond': async (_input, { session }) => {
    await session.backups.second?.leave();
    return success({});
  },

  'backups.drill': async (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    return success({ drill: plainDrill(await context.session.backups.drill()) });
  },

  'backups.make': async (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const made = await context.session.backups.make('asked');
    if (made === null) return success({ made: 'same' });
    return made.ok
      ? success({ made: made.value.kind })
      : failed({ code: 'backup-failed', cause: made.failure });
  },

  'backups.look': async ({ name }, context) => {
    const found = await backupAtHand(context, name);
    if (!found.ok) return found;
    const { library, backup } = found.value;
    return reading(backup, context, ({ reports, rows, past, copies }) =>
      success({
        reports: reports.list().map(({ id, yearLabel, department, changedAt }) => ({
          ...{ id, yearLabel, department, changedAt },
          now: comparedTo(library.reports.read(id), reports.read(id)),
          stepsSince: stepsBetween(library, { reports, copies }, id),
          last: past.lastSteps(id, stepsShown),
          rows: rows.headings(id).map((row) => ({ id: row.id, title: row.title })),
        })),
      }),
    );
  },

  'backups.view': async ({ name }, context) => {
    const found = await wholeBackup(context, name);
    if (!found.ok) return found;
    const { session, ports } = context;
    return context.switchLibrary(async () => {
      const opened = openLibrary(found.value.backup.path, ports.now);
      if (!opened.ok) return opened;
      await session.backups.closing();
      session.library?.close();
      session.readings.clear();
      takeLibrary(context, opened.value, 'look');
      ports.send('library.changed', {});
      return success(describeLibrary(context, opened.value));
    });
  },

  'backups.restore': async ({ name }, context) => {
    const restored = await context.switchLibrary(() => restoreLibrary(context, name));
    if (!restored.ok) return restored;
    const { library, before } = restored.value;
    return success({ library: describeLibrary(context, library), before });
  },

  'backups.restoreReport': ({ name, report }, context) => restoreReport(context, { name, report }),

  'backups.restoreRow': ({ name, report, row }, context) => restoreReport(context, { name, report, row }),

  'backups.takeBack': (restored, context) => {
    const library = openedLibrary(context);
    return library.ok ? takeBackRestored(context, library.value, restored) : library;
  },

  'backups.adopt': (_input, context) => adoptBackup(context),
};

/** How many of the last steps are told of each report. */
const stepsShown = 3;

function comparedTo(
  now: Result<StoredReport, unknown>,
  was: Result<StoredReport, unknown>,
): 'same' | 'other' | 'missing' {
  if (!now.ok) return 'missing';
  return was.ok && contentHash(now.value.report) === contentHash(was.value.report) ? 'same' : 'other';
}

/** Null where the report is missing now, or another log stands there. */
function stepsBetween(
  now: LibraryFile,
  was: Pick<LibraryFile, 'reports' | 'copies'>,
  report: string,
): number | null {
  const [is, then] = [now.reports.read(report), was.reports.read(report)];
  if (!is.ok || !then.ok) return null;
  const { sequence } = then.value;
  return now.copies.stepAt(report, sequence) === was.copies.stepAt(report, sequence)
    ? is.value.sequence - sequence
    : null;
}

async function describeSecond(second: SecondPlace | null): Promise<SecondPlaceState | null> {
  if (second === null || second.folder === null || second.state.kind === 'none') return null;
  const { state, folder } = second;
  return {
    folder,
    isOnSameDisk: await second.isOnSameDisk(),
    state: state.kind,
    cause: state.kind === 'failed' ? state.cause : '',
    latest: second.held[0]?.stamp ?? null,
  };
}

function plainDrill(drill: Drill | null): BackupDrill | null {
  return drill === null ? null : { stamp: drill.stamp, backups: [...drill.backups] };
}
