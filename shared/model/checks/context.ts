import { missingParts, type MissingPart } from '../completeness.ts';
import type { Form } from '../form.ts';
import { formOfReport } from '../forms/form-of-report.ts';
import type { Initiative, Report, Target, WritingStage } from '../report.ts';
import { headingTexts, rowTexts, type PlacedText } from '../report-texts.ts';
import { writingStageOf } from '../stage.ts';
import { once } from '../../once.ts';
import { suggestVerdict, type Suggestion } from '../verdicts/suggest-verdict.ts';
import type { CheckSettings } from './settings.ts';

/** What every rule is given: a report as it stands, what it goes on from, and what the office wants. */
export interface CheckContext {
  readonly report: Report;
  readonly stage: WritingStage;
  /** The document that is being written: what it prints is asked for. */
  readonly form: Form;
  /** Reports of the same department in former years, the newest first. */
  readonly former: readonly FormerYear[];
  readonly settings: CheckSettings;
  /** Every text that says something: of the heading, then row by row, in the order of the table. */
  readonly texts: readonly PlacedText[];
  /** What each row lacks (completeness.ts). */
  readonly missing: readonly { readonly row: Initiative; readonly part: MissingPart }[];
  /** What can be read off each target and its outcomes, worked out when first asked; none before results are written. */
  assessed(): readonly AssessedTarget[];
}

/** A report of a former year. */
export interface FormerYear {
  readonly report: Report;
  /** By row of the report that is checked, the row of this one that it goes on from. */
  readonly goesOn: ReadonlyMap<string, string>;
}

export interface AssessedTarget {
  readonly row: Initiative;
  readonly target: Target;
  /** Place among the row's targets, from 0. */
  readonly at: number;
  readonly suggestion: Suggestion;
}

export function contextOf(
  report: Report,
  former: readonly FormerYear[],
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
      .filter((year) => year.report.fiscalYear < report.fiscalYear)
      .toSorted((one, other) => other.report.fiscalYear - one.report.fiscalYear),
    settings,
    texts: texts.filter(({ text }) => text.trim() !== ''),
    assessed: once(() => (stage === 'report' ? assessedTargets(report, form) : [])),
    missing: initiatives.flatMap((row) => missingParts(row, form).map((part) => ({ row, part }))),
  };
}

/** Every target of a report with what can be read off it. */
export function assessedTargets(
  { initiatives, fiscalYear }: Pick<Report, 'initiatives' | 'fiscalYear'>,
  { own }: Pick<Form, 'own'>,
): readonly AssessedTarget[] {
  const year = { fiscalYear, ...(own === undefined ? {} : { own }) };
  return initiatives.flatMap((row) =>
    row.targets.map((target, at) => ({ row, target, at, suggestion: suggestVerdict(target, row, year) })),
  );
}

/** The row of a former year that a row goes on from. */
export function formerRow(row: Initiative, { report, goesOn }: FormerYear): Initiative | null {
  const id = goesOn.get(row.id);
  return report.initiatives.find((each) => each.id === id) ?? null;
}
