import { basename } from 'node:path';
import { readReportJson } from '../../exchange/read-report-json.ts';
import { identify } from '../../domain/identify.ts';
import { keepUnmentioned } from '../../domain/keep-unmentioned.ts';
import { stageTakenIn } from '../../domain/stage-taken-in.ts';
import { countParagraphs, type ReportDraft } from '../../domain/report-draft.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import type { ReportStore } from '../../data/reports/report-store.ts';
import type { Imported } from '../../../shared/contract/exchange-requests.ts';
import type { ReadingWarning } from '../../../shared/model/reading-warning.ts';
import { initiativeFields, type InitiativeField, type Report } from '../../../shared/model/report.ts';
import { mention } from '../../../shared/model/step-cause.ts';
import { success, type Result } from '../../../shared/result.ts';
import { readingWarningSentence } from '../../../shared/words/reading-warning-sentence.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import type { Stopping } from '../long-work.ts';
import { newIdentifier } from '../new-identifier.ts';
import { storeChange } from '../store-change.ts';

/**
 * Adds a JSON file's report to the library, or updates the one that it belongs to as one undoable step.
 *
 * Throws when it is stopped.
 */
export async function takeInReportFile(
  context: Context,
  path: string,
  { signal, commit }: Stopping,
): Promise<Result<Imported>> {
  signal.throwIfAborted();
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const read = readReportJson(bytes.value, path);
  if (!read.ok) return read;
  commit();
  const { draft, warnings } = read.value;
  return takeInDraft(context, draft, { fileName: basename(path), warnings });
}

/** The file that a draft was read from. */
export interface DraftFile {
  readonly fileName: string;
  readonly warnings: readonly ReadingWarning[];
  /** Fields that it has columns for; all, when it is not said. */
  readonly mentioned?: readonly InitiativeField[];
}

/**
 * Stores a draft and says what was read. Nothing is stored when this fails.
 *
 * An update leaves fields alone that the file does not mention.
 */
export function takeInDraft(
  context: Context,
  draft: ReportDraft,
  { fileName, warnings, mentioned = initiativeFields }: DraftFile,
): Result<Imported> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const { reports } = library.value;
  const existing = reportToUpdate(reports, draft);
  const { report: identified, replaced } = identify(draft, {
    existing,
    taken: takenIdentifiers(reports, draft, existing),
    newIdentifier,
  });
  const report = existing === null ? identified : updateOf(existing, identified, mentioned);
  const stored =
    existing === null
      ? add(context, reports, report)
      : storeChange(context, reports, existing, report, {
          kind: 'import-file',
          fileName: mention(fileName),
        });
  if (!stored.ok) return stored;
  const paragraphs = countParagraphs(report);
  return success({
    report: report.id,
    rows: report.initiatives.length,
    paragraphs,
    placed: paragraphs,
    unplaced: [],
    warnings: [
      ...warnings,
      ...replaced.map((identifier) => ({ code: 'identifier-replaced', identifier }) as const),
    ].map(readingWarningSentence),
  });
}

function updateOf(existing: Report, identified: Report, mentioned: readonly InitiativeField[]): Report {
  const kept = keepUnmentioned(identified, existing, mentioned);
  return { ...kept, stage: stageTakenIn(existing, kept) };
}

function add(context: Context, reports: ReportStore, report: Report): Result<void> {
  const stored = reports.create(report, actorOf(context));
  if (stored.ok) context.ports.send('library.changed', {});
  return stored;
}

/**
 * The stored report that a draft is a newer state of: the same year of the same department.
 *
 * The identifier decides between several; it never outweighs year and department, because a file is
 * often copied and changed by hand into next year's.
 */
export function reportToUpdate(reports: ReportStore, draft: ReportDraft): Report | null {
  const sameReport = (report: Report): boolean =>
    report.municipality === draft.municipality &&
    report.department === draft.department &&
    report.fiscalYear === draft.fiscalYear;
  const found = draft.id !== null && reports.has(draft.id) ? reports.read(draft.id) : null;
  if (found?.ok && sameReport(found.value.report)) return found.value.report;
  const alike = reports.find(draft);
  const read = alike === null ? null : reports.read(alike);
  return read?.ok ? read.value.report : null;
}

/** Identifiers of the draft that belong to something else in the library. */
function takenIdentifiers(reports: ReportStore, draft: ReportDraft, existing: Report | null): Set<string> {
  const taken = new Set(reports.identifiersInUse(identifiersOf(draft), existing?.id ?? null));
  if (draft.id !== null && reports.has(draft.id)) taken.add(draft.id);
  return taken;
}

/** Identifiers of the draft's rows, targets and outcomes. */
function identifiersOf(draft: ReportDraft): string[] {
  return draft.initiatives
    .flatMap(({ id, targets, outcomes }) => [
      id,
      ...targets.map((target) => target.id),
      ...outcomes.map((outcome) => outcome.id),
    ])
    .filter((id) => id !== null);
}
