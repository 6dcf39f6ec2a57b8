import { basename } from 'node:path';
import { exportFileName } from '../../domain/file-name.ts';
import { interchangeOf, writeReportJson } from '../../exchange/write-report-json.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { carriedReport } from '../../word/writing/carried-report.ts';
import { writeWordFile } from '../../word/writing/write-word-file.ts';
import type { RequestArguments, RequestOutput } from '../../../shared/contract/requests.ts';
import type { OpenConflict } from '../../../shared/contract/hand-in-requests.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { Form } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { outline, type Outline } from '../../../shared/model/outline.ts';
import type { ReadingWarning } from '../../../shared/model/reading-warning.ts';
import { longCell, type Report } from '../../../shared/model/report.ts';
import { writingStageOf } from '../../../shared/model/stage.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openConflictsSentence } from '../../../shared/words/open-conflicts-sentence.ts';
import { unrecordedSentence } from '../../../shared/words/unrecorded-sentence.ts';
import { readingWarningSentence } from '../../../shared/words/reading-warning-sentence.ts';
import { tellConflicts } from '../hand-ins/tell-conflicts.ts';
import { contentHash } from '../content-hash.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { Stopping } from '../long-work.ts';

/** Asks where, writes the report there, and remembers which content went out. Throws when it is stopped. */
export async function writeOutReport(
  context: Context,
  { report: id, form: wanted, kind, trackChanges }: RequestArguments<'reports.export'>,
  { signal, commit }: Stopping,
): Promise<Result<RequestOutput<'reports.export'>>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const stored = library.value.reports.read(id);
  if (!stored.ok) return stored;
  const summary = library.value.reports.summary(id);
  if (summary === undefined) return failed({ code: 'report-missing', report: id });
  const { report } = stored.value;
  const form = formOfReport(report, wanted ?? writingStageOf(report.stage, report.initiatives));

  const chosen = await context.ports.chooseFile({
    purpose: 'export',
    mode: 'save',
    endings: [kind],
    suggestedName: exportFileName(report, summary.revision, form, kind),
  });
  if (!chosen.ok) return chosen;
  signal.throwIfAborted();

  const table = outline(report, form);
  const open = tellConflicts(library.value.handIns.open(id), report);
  const hash = contentHash(report);
  const bytes =
    kind === 'json'
      ? new TextEncoder().encode(writeReportJson(report))
      : await wordFile(context, report, table, {
          form,
          revision: summary.revision,
          hash,
          trackChanges,
          signal,
          disputed: disputedCells(open),
        });
  commit();
  const written = await writeFileAtomically(chosen.value, bytes);
  if (!written.ok) return written;

  context.session.writtenFiles.add(chosen.value);
  const warnings = longCells(table).map(readingWarningSentence);
  if (open.length > 0) warnings.unshift(openConflictsSentence(open, kind === 'docx'));
  if (kind === 'docx') {
    const record = { report: id, contentHash: hash, form: form.name, at: context.ports.now() };
    const recorded = library.value.reports.recordExport(record);
    // The file is there: marks in it come home by what it carries itself (unrecorded-content.ts).
    if (!recorded.ok) warnings.unshift(unrecordedSentence(basename(chosen.value), recorded.failure));
  }
  return success({ path: chosen.value, warnings });
}

interface WordFileWish {
  readonly form: Form;
  readonly revision: number;
  readonly hash: string;
  /** As the form says when undefined. */
  readonly trackChanges: boolean | undefined;
  readonly signal: AbortSignal;
  readonly disputed: ReadonlySet<string>;
}

function wordFile(
  { ports }: Context,
  report: Report,
  table: Outline,
  { form, revision, hash, trackChanges, signal, disputed }: WordFileWish,
): Promise<Uint8Array> {
  const tracking = { ...form, trackChanges: trackChanges ?? form.trackChanges };
  return writeWordFile(table, tracking, {
    marks: { report: report.id, revision, contentHash: hash, form: form.name },
    author: report.municipality + report.department,
    carried: JSON.stringify(interchangeOf(carriedReport(report, form))),
    signal,
    disputed,
    onProgress: (written, rows) => {
      ports.send('export.progress', { report: report.id, written, rows });
    },
  });
}

/** The cells of what sides differ about, as `row/field`; of a row as a whole that of its number. */
function disputedCells(open: readonly OpenConflict[]): ReadonlySet<string> {
  return new Set(
    open.flatMap(({ initiative, field }) =>
      initiative === null ? [] : [`${initiative}/${isRowField(field) ? field : 'number'}`],
    ),
  );
}

/** Cells so long that their row can't stay on one page. */
function longCells(table: Outline): ReadingWarning[] {
  return table.rows.flatMap(({ number, cells }) =>
    cells
      .map(({ parts }) =>
        parts.reduce(
          (sum, { paragraphs }) => sum + paragraphs.reduce((length, { text }) => length + text.length, 0),
          0,
        ),
      )
      .filter((characters) => characters >= longCell)
      .map((characters) => ({ code: 'long-cell', row: number, characters }) as const),
  );
}
