import { partFormat, type PartContent } from '../../exchange/part/part-content.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import type { ReportStanding } from '../../../shared/model/states/standing.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { Context } from '../context.ts';

interface Wish {
  readonly report: string;
  readonly section: string;
  readonly note: string;
  /** Who hands it out or in; the account's name where nothing is said. */
  readonly by?: string | undefined;
}

/** What goes out to a section: its rows as they are now, which are also where it starts from. */
export function partToGiveOut(
  { ports }: Context,
  library: LibraryFile,
  { report: id, section, note, deadline, by = ports.userName }: Wish & { readonly deadline: string },
): Result<PartContent> {
  const stored = library.reports.read(id);
  if (!stored.ok) return stored;
  const { report, sequence } = stored.value;
  const rows = rowsOfSection(report, section);
  if (rows.length === 0) return unknownSection(report, section);
  return success({
    ...headOf(report, library, { section, note }),
    start: { sequence, step: library.handIns.steps(id).at(-1) ?? '' },
    log: [],
    base: rows,
    rows,
    present: rows.map(({ id: row }) => row),
    after: [],
    by,
    at: ports.now().toISOString(),
    deadline,
  });
}

/** What a section hands in: its rows as they are now, and where they started from. */
export function partToHandIn(
  { ports }: Context,
  library: LibraryFile,
  { report: id, section, note, by = ports.userName }: Wish,
): Result<PartContent> {
  const stored = library.reports.read(id);
  if (!stored.ok) return stored;
  const { report } = stored.value;
  const given = library.handIns.distribution(id);
  if (given !== null && given.section !== section) return unknownSection(report, section);
  // A library that was made of a part holds its rows alone, also those whose section has another name by now.
  const rows = given === null ? rowsOfSection(report, section) : report.initiatives;
  if (rows.length === 0 && given === null) return unknownSection(report, section);
  return success({
    ...headOf(report, library, { section, note }),
    start: given?.start ?? null,
    log: given === null ? library.handIns.steps(id) : [],
    base: given?.base ?? null,
    rows,
    present: report.initiatives.map(({ id: row }) => row),
    after: library.handIns.handedIn(id, section),
    by,
    at: ports.now().toISOString(),
    deadline: given?.deadline ?? '',
  });
}

function headOf(
  report: Report,
  library: LibraryFile,
  { section, note }: Pick<Wish, 'section' | 'note'>,
): Pick<PartContent, 'format' | 'report' | 'section' | 'revision' | 'note'> {
  const { initiatives: _rows, own: _own, standing, ...heading } = report;
  return {
    format: partFormat,
    report: { ...heading, ...declaredIn(standing) },
    section,
    revision: library.reports.summary(report.id)?.revision ?? 1,
    note,
  };
}

function rowsOfSection({ initiatives }: Report, section: string): readonly Initiative[] {
  return initiatives.filter((row) => row.section === section);
}

function unknownSection({ id, initiatives }: Report, section: string): Result<never> {
  const sections = [...new Set(initiatives.map((row) => row.section))].filter((name) => name !== '');
  return failed({ code: 'section-unknown', report: id, section, sections });
}

/** Whether the declaration is published goes along, so that what it declared is locked there, too. */
function declaredIn(standing: ReportStanding | undefined): { readonly standing?: ReportStanding } {
  if (standing?.declared !== true) return {};
  const { opened } = standing;
  return { standing: { at: 'writing', declared: true, ...(opened === undefined ? {} : { opened }) } };
}
