import type { ImportChoice, Imported } from '../../../shared/contract/import-requests.ts';
import type { ReadingWarning } from '../../../shared/model/reading-warning.ts';
import type { Report } from '../../../shared/model/report.ts';
import { haveResults, writingStageOf } from '../../../shared/model/stage.ts';
import { mention } from '../../../shared/model/step-cause.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { readingWarningSentence } from '../../../shared/words/reading-warning-sentence.ts';
import type { ReportStore } from '../../data/reports/report-store.ts';
import { keepEverything, type JoinChoice, type JoinedReport } from '../../domain/join-reports.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { storeChange } from '../store-change.ts';
import type { FileReading } from '../../foreign-files/file-reading.ts';
import { formBrought } from './form-brought.ts';
import { joinReading } from './join-reading.ts';
import { warningsOf } from './waiting-readings.ts';

/** What a person, or the command line, says about taking a file in. */
export interface TakingIn {
  readonly choice?: ImportChoice | undefined;
  /** Nobody has looked at what was understood. */
  readonly unseen?: boolean;
}

/**
 * Stores a reading, row by row, and says what came of it. Nothing is stored when this fails.
 *
 * An update is one step that can be undone.
 */
export function takeInReport(
  context: Context,
  reading: FileReading,
  { choice, unseen = false }: TakingIn = {},
): Result<Imported> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const { reports } = library.value;
  const { path, draft, paragraphs, placed } = reading;
  if (draft.fiscalYear === 0) return failed({ code: 'report-year-missing', path });
  const nameless = (['municipality', 'department'] as const).filter((part) => draft[part].trim() === '');
  if (nameless.length > 0) return failed({ code: 'report-names-missing', path, parts: nameless });

  const { existing, joined, replaced, little } = joinReading(library.value, reading, joinChoice(choice));
  if (little && unseen) return failed({ code: 'import-too-little', path, placed, paragraphs });
  const stored =
    existing === null
      ? add(context, reports, joined.report)
      : storeChange(context, reports, existing, joined.report, {
          kind: 'import-file',
          fileName: mention(reading.fileName),
        });
  if (!stored.ok) return stored;
  const warnings = [
    ...warningsOf(reading, existing !== null),
    ...replaced.map((identifier) => ({ code: 'identifier-replaced', identifier }) as const),
    ...emptyKept(joined),
    ...(existing === null ? [] : formBrought(existing, joined, draft.form)),
  ];
  return success({
    report: joined.report.id,
    rows: draft.initiatives.length,
    ...countsOf(joined),
    paragraphs,
    placed,
    unplaced: reading.unplaced,
    warnings: warnings.map(readingWarningSentence),
    made: existing === null ? 'new' : stored.value === null ? 'same' : 'update',
    results: existing === null || stored.value === null ? null : resultsBrought(existing, joined),
    step: stored.value,
    initiatives: joined.rows.flatMap(({ place, after, done }) =>
      place !== null && done && after !== null ? [after.id] : [],
    ),
  });
}

function joinChoice(choice: ImportChoice | undefined): JoinChoice {
  if (choice === undefined) return keepEverything;
  const { omitted = [], removed = [], empties = false } = choice;
  return { omitted: new Set(omitted), removed: removed === 'all' ? removed : new Set(removed), empties };
}

function add(context: Context, reports: ReportStore, report: Report): Result<null> {
  const stored = reports.create(report, actorOf(context));
  if (!stored.ok) return stored;
  context.ports.send('library.changed', {});
  return success(null);
}

function countsOf({ rows }: JoinedReport): Pick<Imported, 'added' | 'updated' | 'removed' | 'unmentioned'> {
  const count = (kind: JoinedReport['rows'][number]['kind'], done: boolean): number =>
    rows.filter((row) => row.kind === kind && row.done === done).length;
  return {
    added: count('added', true),
    updated: count('updated', true),
    removed: count('unmentioned', true),
    unmentioned: count('unmentioned', false),
  };
}

/** What becomes of results that came into a declaration. */
function resultsBrought(before: Report, { report, rows }: JoinedReport): Imported['results'] {
  if (writingStageOf(before.stage, before.initiatives) !== 'declaration') return null;
  if (writingStageOf(report.stage, report.initiatives) === 'report') return 'begun';
  const changed = rows.flatMap(({ kind, after, done }) =>
    done && after !== null && (kind === 'added' || kind === 'updated') ? [after] : [],
  );
  return haveResults(changed) ? 'hidden' : null;
}

/** Fields that the file leaves empty and the report has filled: they stay, and the person hears of it. */
function emptyKept({ rows, report }: JoinedReport): ReadingWarning[] {
  const numbers = new Map(report.initiatives.map(({ id }, at) => [id, at + 1]));
  const places = rows.flatMap(({ before, kept, done }) =>
    done && before !== null ? kept.map((field) => ({ row: numbers.get(before.id) ?? 0, field })) : [],
  );
  return places.length === 0 ? [] : [{ code: 'empty-kept', places }];
}
