import { missingParts, type MissingPart } from '../completeness.ts';
import type { Form } from '../form.ts';
import { formOfReport } from '../forms/form-of-report.ts';
import type { Initiative, Report, WritingStage } from '../report.ts';
import { headingTexts, rowTexts, type PlacedText } from '../report-texts.ts';
import { writingStageOf } from '../stage.ts';
import type { CheckSettings } from './settings.ts';

/** What every rule is given: a report as it stands, what it goes on from, and what the office wants. */
export interface CheckContext {
  readonly report: Report;
  readonly stage: WritingStage;
  /** The document that is being written: what it prints is asked for. */
  readonly form: Form;
  /** Reports of the same department in former years, the newest first. */
  readonly former: readonly Report[];
  readonly settings: CheckSettings;
  /** Every text that says something: of the heading, then row by row, in the order of the table. */
  readonly texts: readonly PlacedText[];
  /** What each row lacks (completeness.ts). */
  readonly missing: readonly { readonly row: Initiative; readonly part: MissingPart }[];
}

export function contextOf(
  report: Report,
  former: readonly Report[],
  settings: CheckSettings,
): CheckContext {
  const { initiatives } = report;
  const stage = writingStageOf(report.stage, initiatives);
  const form = formOfReport(report, stage);
  const texts = [...headingTexts(report), ...initiatives.flatMap(rowTexts)];
  return {
    report,
    stage,
    form,
    former: former
      .filter(({ fiscalYear }) => fiscalYear < report.fiscalYear)
      .toSorted((one, other) => other.fiscalYear - one.fiscalYear),
    settings,
    texts: texts.filter(({ text }) => text.trim() !== ''),
    missing: initiatives.flatMap((row) => missingParts(row, form).map((part) => ({ row, part }))),
  };
}
