import type { Initiative, Report } from '../../../shared/model/report.ts';
import type { RestoredPart } from '../../../shared/contract/backup-requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { actorOf, type Context } from '../context.ts';
import { announceStep } from '../announce-step.ts';
import { newIdentifier } from '../new-identifier.ts';
import { storeChange } from '../store-change.ts';
import { reading, wholeBackup } from './backup-at-hand.ts';

/** Brings a report, or with `row` one row of it, back from a backup: as a step, or as a report that was missing. */
export async function restoreReport(
  context: Context,
  {
    name,
    report,
    row = null,
  }: { readonly name: string; readonly report: string; readonly row?: string | null },
): Promise<Result<RestoredPart>> {
  const found = await wholeBackup(context, name);
  if (!found.ok) return found;
  const { library, backup } = found.value;
  const was = reading(backup, context, ({ reports }) => reports.read(report));
  if (!was.ok) return was;
  return putBack(context, library, was.value.report, row, backup.stamp);
}

/** Takes back what was restored, and nothing that was done to the report since: that is refused as stale. */
export function takeBackRestored(
  context: Context,
  library: LibraryFile,
  { report, step, was }: RestoredPart,
): Result<object> {
  const { reports, bin } = library;
  if (step !== null) {
    const undo = newIdentifier();
    const undone = reports.undo(report, undo, actorOf(context), step);
    if (!undone.ok)
      return undone.failure.code === 'nothing-to-undo'
        ? failed({ code: 'stale-edit', report, initiative: null })
        : undone;
    announceStep(context, report, undone.value, undo, undone.value.edits);
  }
  if (was === 'there') return success({});
  const put = bin.put(report, context.ports.now());
  if (put.ok) context.ports.send('library.changed', {});
  return put.ok ? success({}) : put;
}

function putBack(
  context: Context,
  library: LibraryFile,
  was: Report,
  row: string | null,
  stamp: string,
): Result<RestoredPart> {
  const { reports, bin } = library;
  const report = was.id;
  if (!reports.has(report)) {
    const created = reports.create(row === null ? was : withRowAlone(was, row), actorOf(context));
    if (created.ok) context.ports.send('library.changed', {});
    return created.ok ? success({ report, step: null, was: 'missing' }) : created;
  }
  const isInBin = reports.summary(report) === undefined;
  if (isInBin) {
    const out = bin.takeOut(report);
    if (!out.ok) return out;
    context.ports.send('library.changed', {});
  }
  const is = reports.read(report);
  if (!is.ok) return is;
  const after = row === null ? was : withRow(is.value.report, was, row);
  if (after === null) return failed({ code: 'report-missing', report });
  const step = storeChange(context, reports, is.value.report, after, { kind: 'restore-backup', stamp });
  return step.ok ? success({ report, step: step.value, was: isInBin ? 'in-bin' : 'there' }) : step;
}

/** The report as it is, with the row as it was: in the place of the row itself, else where it stood. */
function withRow(is: Report, was: Report, id: string): Report | null {
  const at = was.initiatives.findIndex((each) => each.id === id);
  const row = was.initiatives[at];
  if (row === undefined) return null;
  const isThere = is.initiatives.some((each) => each.id === id);
  const initiatives: Initiative[] = isThere
    ? is.initiatives.map((each) => (each.id === id ? row : each))
    : is.initiatives.toSpliced(Math.min(at, is.initiatives.length), 0, row);
  return { ...is, initiatives };
}

function withRowAlone(was: Report, id: string): Report {
  return { ...was, initiatives: was.initiatives.filter((each) => each.id === id) };
}
