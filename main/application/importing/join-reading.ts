import type { LibraryFile } from '../../data/library-file.ts';
import type { ReportStore } from '../../data/reports/report-store.ts';
import { identify } from '../../domain/identify.ts';
import { joinReports, type JoinChoice, type JoinedReport } from '../../domain/join-reports.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import { isBlankRow } from '../../domain/row-likeness.ts';
import type { Report } from '../../../shared/model/report.ts';
import { newIdentifier } from '../new-identifier.ts';
import type { FileReading } from '../../foreign-files/file-reading.ts';
import { reportToUpdate } from './report-to-update.ts';

/** A file and the report that it belongs to, brought together; nothing is stored. */
export interface JoinedReading {
  /** Null where the file makes a new report. */
  readonly existing: Report | null;
  readonly joined: JoinedReport;
  /** Identifiers of the file that something else bears. */
  readonly replaced: readonly string[];
  /** Less than half of the file was understood, and the report is filled. */
  readonly little: boolean;
}

export function joinReading(
  { reports }: Pick<LibraryFile, 'reports'>,
  { draft, mentions, missing, paragraphs, placed }: FileReading,
  choice: JoinChoice,
): JoinedReading {
  const existing = reportToUpdate(reports, draft);
  const { report, replaced } = identify(draft, {
    existing,
    taken: takenIdentifiers(reports, draft, existing),
    newIdentifier,
  });
  const incoming = { report, mentions, unsaid: missing };
  return {
    existing,
    joined: joinReports(existing, incoming, choice),
    replaced,
    little: placed * 2 < paragraphs && existing?.initiatives.some((row) => !isBlankRow(row)) === true,
  };
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
