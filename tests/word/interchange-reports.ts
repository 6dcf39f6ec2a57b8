import type { Initiative, Report } from '../../shared/model/report.ts';
import { readInterchange, reportFiles } from '../support/real-report.ts';

/** A report file as the Word writer gets it; the rows whose numbers are in `breaksBefore` start a new page. */
export interface InterchangeReport {
  readonly name: string;
  readonly read: (breaksBefore?: readonly number[]) => Report;
}

/** The sample, and the real report where it lies beside the repository. */
export const interchangeReports: readonly InterchangeReport[] = reportFiles().map(({ name, path }) => ({
  name,
  read: (breaksBefore = []) => reportOf(readInterchange(path) as unknown as Interchange, breaksBefore),
}));

interface Interchange {
  readonly municipality: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly yearLabel: string;
  readonly head: { readonly post: string; readonly name: string };
  readonly initiatives: readonly InterchangeRow[];
}

interface InterchangeRow {
  readonly title: string;
  readonly section: string;
  readonly plan: string[];
  readonly results: string[];
  readonly direction: string[];
  readonly targets: readonly { measure: string; note: string | null; value: string | null }[];
  readonly outcomes: readonly {
    statement: string;
    asOf: string | null;
    figures: { label: string | null; value: string }[];
  }[];
}

/** Only what the table prints; main/exchange has the whole mapping. */
function reportOf(file: Interchange, breaksBefore: readonly number[]): Report {
  return {
    id: 'interchange',
    municipality: file.municipality,
    department: file.department,
    fiscalYear: file.fiscalYear,
    yearLabel: file.yearLabel,
    headPost: file.head.post,
    headName: file.head.name,
    stage: null,
    initiatives: file.initiatives.map((row, index) =>
      initiativeOf(row, index + 1, breaksBefore.includes(index + 1)),
    ),
  };
}

function initiativeOf(row: InterchangeRow, number: number, pageBreakBefore: boolean): Initiative {
  const { title, section, plan, results, direction } = row;
  return {
    id: `row${String(number).padStart(3, '0')}`,
    title,
    section,
    pageBreakBefore,
    declarationPageBreakBefore: false,
    plan,
    results,
    direction,
    targets: row.targets.map(({ measure, note, value }, index) => ({
      id: `target${number}x${index}`,
      measure,
      note,
      value,
      verdict: null,
    })),
    outcomes: row.outcomes.map(({ statement, asOf, figures }, index) => ({
      id: `outcome${number}x${index}`,
      statement,
      asOf,
      figures,
      targets: [],
    })),
  };
}
