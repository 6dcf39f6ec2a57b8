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
    initiatives: report.initiatives.map((initiative, index) => ({
      id: initiative.id,
      number: index + 1,
      title: initiative.title,
      section: initiative.section,
      ...(initiative.pageBreakBefore ? { pageBreakBefore: true } : {}),
      ...(initiative.declarationPageBreakBefore ? { declarationPageBreakBefore: true } : {}),
      plan: initiative.plan,
      targets: initiative.targets.map(({ id, measure, note, value, verdict }) => ({
        id,
        measure,
        note,
        value,
        verdict,
      })),
      results: initiative.results,
      direction: initiative.direction,
      outcomes: initiative.outcomes.map(({ id, statement, asOf, figures, targets }) => ({
        id,
        statement,
        asOf,
        figures: figures.map(({ label, value }) => ({ label, value })),
        targets: targets.map(
          (target) => initiative.targets.findIndex((candidate) => candidate.id === target) + 1,
        ),
      })),
    })),
  };
}
