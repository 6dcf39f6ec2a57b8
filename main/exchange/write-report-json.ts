import type { OwnsFields } from '../../shared/model/fields/values.ts';
import type { Report } from '../../shared/model/report.ts';
import { interchangeFormat } from './interchange-schema.ts';

/** The report as `sengen-report/1` text: UTF-8 without BOM, one line break at the end. */
export function writeReportJson(report: Report): string {
  return `${JSON.stringify(interchangeOf(report), null, 1)}\n`;
}

/** The report as the plain value that the file holds, identifiers included. */
export function interchangeOf(report: Report): Record<string, unknown> {
  return {
    format: interchangeFormat,
    id: report.id,
    municipality: report.municipality,
    fiscalYear: report.fiscalYear,
    yearLabel: report.yearLabel,
    department: report.department,
    head: { post: report.headPost, name: report.headName },
    ...(report.stage === null ? {} : { stage: report.stage }),
    ...(report.form === undefined ? {} : { form: report.form }),
    ...extraOf(report),
    initiatives: report.initiatives.map((initiative, index) => ({
      id: initiative.id,
      number: index + 1,
      title: initiative.title,
      section: initiative.section,
      ...(initiative.pageBreakBefore ? { pageBreakBefore: true } : {}),
      ...(initiative.declarationPageBreakBefore ? { declarationPageBreakBefore: true } : {}),
      plan: initiative.plan,
      targets: initiative.targets.map((target) => ({
        id: target.id,
        measure: target.measure,
        note: target.note,
        value: target.value,
        verdict: target.verdict,
        ...extraOf(target),
      })),
      results: initiative.results,
      direction: initiative.direction,
      outcomes: initiative.outcomes.map(({ id, statement, asOf, figures, targets, ...rest }) => ({
        id,
        statement,
        asOf,
        figures: figures.map(({ label, value }) => ({ label, value })),
        targets: targets.map(
          (target) => initiative.targets.findIndex((candidate) => candidate.id === target) + 1,
        ),
        ...extraOf(rest),
      })),
      ...extraOf(initiative),
    })),
  };
}

/** A key of its own only where something stands in it: files of before it say the same, byte for byte. */
function extraOf({ own }: OwnsFields): { extra?: Record<string, unknown> } {
  if (own === undefined) return {};
  return {
    extra: Object.fromEntries(Object.entries(own).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}
