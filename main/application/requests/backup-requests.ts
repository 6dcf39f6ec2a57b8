import { failed, success, type Result } from '../../../shared/result.ts';
import type { StoredReport } from '../../data/reports/report-store.ts';
import { openLibrary } from '../../data/opening/open-library.ts';
import { backupAtHand, reading } from '../backups/backup-at-hand.ts';
import { restoreLibrary } from '../backups/restore-library.ts';
import { restoreReport } from '../backups/restore-report.ts';
import { contentHash } from '../content-hash.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { describeLibrary, takeLibrary } from './library-requests.ts';

/** Backups of the open library. */
export const backupRequests: HandlersOf<
  | 'backups.list'
  | 'backups.make'
  | 'backups.look'
  | 'backups.view'
  | 'backups.restore'
  | 'backups.restoreReport'
  | 'backups.restoreRow'
> = {
  'backups.list': async (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const shelf = context.session.backups.shelf(library.value);
    const backups = (await shelf?.list()) ?? [];
    return success({
      folder: shelf?.folder ?? null,
      present: library.value.copies.counts(),
      backups: backups.map(({ name, stamp, reason, reports, rows, steps, place }) => ({
        ...{ name, stamp, reason, reports, rows, steps },
        isOfThisFile: place === shelf?.place,
      })),
    });
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
    return reading(backup, context, ({ reports, rows }) =>
      success({
        reports: reports.list().map(({ id, yearLabel, department, changedAt }) => ({
          ...{ id, yearLabel, department, changedAt },
          now: comparedTo(library.reports.read(id), reports.read(id)),
          rows: rows.headings(id).map((row) => ({ id: row.id, title: row.title })),
        })),
      }),
    );
  },

  'backups.view': async ({ name }, context) => {
    const found = await backupAtHand(context, name);
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
};

function comparedTo(
  now: Result<StoredReport, unknown>,
  was: Result<StoredReport, unknown>,
): 'same' | 'other' | 'missing' {
  if (!now.ok) return 'missing';
  return was.ok && contentHash(now.value.report) === contentHash(was.value.report) ? 'same' : 'other';
}
