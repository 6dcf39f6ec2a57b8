import type {
  Figure,
  Initiative,
  Outcome,
  ReportHeading,
  Target,
  WritingStage,
} from '../../shared/model/report.ts';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import { fieldsIn, type OwnsFields, type RowValues } from '../../shared/model/fields/values.ts';
import { fieldLines } from '../../shared/model/search-text.ts';

/**
 * A report as a file gives it: without identifiers, or with those that the file happens to carry.
 *
 * An outcome names its targets by their place in the row (from 0), since they may have no identifier yet.
 */
export interface ReportDraft extends ReportHeading, OwnsFields {
  readonly id: string | null;
  /** Null where the file does not say it. */
  readonly stage: WritingStage | null;
  /** Left out where the file is written in the official form, or does not say in which. */
  readonly form?: OfficeForm;
  readonly initiatives: readonly InitiativeDraft[];
}

export interface InitiativeDraft extends Omit<
  Initiative,
  'id' | 'targets' | 'outcomes' | 'pageBreakBefore' | 'declarationPageBreakBefore'
> {
  readonly id: string | null;
  /** As the file says it; its place in the draft is what counts. */
  readonly number?: number | undefined;
  /** Where pages of each document break; null where the file is not that document. */
  readonly pageBreakBefore: boolean | null;
  readonly declarationPageBreakBefore: boolean | null;
  readonly targets: readonly TargetDraft[];
  readonly outcomes: readonly OutcomeDraft[];
}

export interface TargetDraft extends Omit<Target, 'id'> {
  readonly id: string | null;
}

export interface OutcomeDraft extends Omit<Outcome, 'id' | 'targets'> {
  readonly id: string | null;
  readonly figures: readonly Figure[];
  readonly targets: readonly number[];
}

/** The number of paragraphs that a report prints under its headings, labels not counted. */
export function countParagraphs({ initiatives }: { readonly initiatives: readonly RowValues[] }): number {
  const lines = initiatives.flatMap((row) => fieldsIn(row).flatMap((field) => fieldLines(row, field)));
  return lines.length;
}
