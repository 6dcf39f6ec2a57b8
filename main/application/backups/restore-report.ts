import type { Initiative, Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { actorOf, type Context } from '../context.ts';
import { storeChange } from '../store-change.ts';
import { backupAtHand, reading } from './backup-at-hand.ts';

/** Brings a report, or with `row` one row of it, back from a backup: as a step, or as a report that was missing. */
export async function restoreReport(
  context: Context,
  {
    name,
    report,
    row = null,
  }: { readonly name: string; readonly report: string; readonly row?: string | null },
): Promise<Result<{ report: string }>> {
  const found = await backupAtHand(context, name);
  if (!found.ok) return found;
  const { library, backup } = found.value;
  const was = reading(backup, context, ({ reports }) => reports.read(report));
  if (!was.ok) return was;
  const stored = putBack(context, library, was.value.report, row, backup.stamp);
  return stored.ok ? success({ report }) : stored;
}

function putBack(
  context: Context,
  library: LibraryFile,
  was: Report,
  row: string | null,
  stamp: string,
): Result<unknown> {
  const { reports, bin } = library;
  if (!reports.has(was.id)) {
    const created = reports.create(row === null ? was : withRowAlone(was, row), actorOf(context));
    if (created.ok) context.ports.send('library.changed', {});
    return created;
  }
  if (reports.summary(was.id) === undefined) {
    const out = bin.takeOut(was.id);
    if (!out.ok) return out;
    context.ports.send('library.changed', {});
  }
  const is = reports.read(was.id);
  if (!is.ok) return is;
  const after = row === null ? was : withRow(is.value.report, was, row);
  if (after === null) return failed({ code: 'report-missing', report: was.id });
  return storeChange(context, reports, is.value.report, after, { kind: 'restore-backup', stamp });
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
