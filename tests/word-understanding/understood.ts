import { readFileSync } from 'node:fs';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import type { InitiativeDraft, ReportDraft } from '../../main/domain/report-draft.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { understandReport } from '../../main/word/understanding/understand-report.ts';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import { must } from '../support/must.ts';

/** A Word file as the application takes it in: what it carries is read as JSON first. */
export async function understood(
  bytes: Uint8Array,
  changes: 'accepted' | 'original' = 'accepted',
  forms: readonly OfficeForm[] = [],
): Promise<UnderstoodReport> {
  const document = must(await readWordDocument(bytes));
  const carried =
    document.carriedReport === null
      ? null
      : readReportJson(new TextEncoder().encode(document.carriedReport), 'carried');
  return must(
    understandReport(document, { changes, carried: carried?.ok ? carried.value.draft : null, forms }),
  );
}

export function draftOfFile(path: string): ReportDraft {
  return must(readReportJson(readFileSync(path), path)).draft;
}

/** A row by what a page shows of it, its place aside: no identifiers, no verdicts, no references. */
export function shown({ number: _, ...row }: InitiativeDraft): InitiativeDraft {
  return {
    ...row,
    id: null,
    // A file says where the pages of its own document break, and leaves those of the other open.
    pageBreakBefore: row.pageBreakBefore ?? false,
    declarationPageBreakBefore: row.declarationPageBreakBefore ?? false,
    targets: row.targets.map((target) => ({ ...target, id: null, verdict: null })),
    outcomes: row.outcomes.map((outcome) => ({ ...outcome, id: null, targets: [] })),
  };
}
