import { existsSync, readFileSync } from 'node:fs';
import type { Initiative, Report } from '../../shared/model/report.ts';

const path = new URL('../../../shared/seed/isehara-fy2016-citizen-life.json', import.meta.url);

/** True where the real report lies beside the repository; tests that need it are skipped elsewhere. */
export const seedIsPresent = existsSync(path);
if (!seedIsPresent) console.warn('The real report is missing (../shared/seed): its tests are skipped.');

interface SeedInitiative {
  readonly title: string;
  readonly section: string;
  readonly plan: string[];
  readonly results: string[];
  readonly direction: string[];
  readonly targets: { measure: string; note: string | null; value: string | null }[];
  readonly outcomes: {
    statement: string;
    asOf: string | null;
    figures: { label: string | null; value: string }[];
    targets: number[];
  }[];
}

interface Seed {
  readonly municipality: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly yearLabel: string;
  readonly head: { readonly post: string; readonly name: string };
  readonly initiatives: SeedInitiative[];
}

/** The real report; the rows whose numbers are in `breaksBefore` start a new page. */
export function seedReport(breaksBefore: readonly number[] = []): Report {
  const seed = JSON.parse(readFileSync(path, 'utf8')) as Seed;
  return {
    id: 'seedreport',
    municipality: seed.municipality,
    department: seed.department,
    fiscalYear: seed.fiscalYear,
    yearLabel: seed.yearLabel,
    headPost: seed.head.post,
    headName: seed.head.name,
    initiatives: seed.initiatives.map((row, index) =>
      initiative(row, index + 1, breaksBefore.includes(index + 1)),
    ),
  };
}

function initiative(row: SeedInitiative, number: number, pageBreakBefore: boolean): Initiative {
  return {
    id: `seedrow${number}`,
    title: row.title,
    section: row.section,
    pageBreakBefore,
    plan: row.plan,
    results: row.results,
    direction: row.direction,
    targets: row.targets.map(({ measure, note, value }, index) => ({
      id: `seedtarget${number}x${index + 1}`,
      measure,
      note,
      value,
      verdict: null,
    })),
    outcomes: row.outcomes.map(({ statement, asOf, figures, targets }, index) => ({
      id: `seedoutcome${number}x${index + 1}`,
      statement,
      asOf,
      figures,
      targets: targets.map((target) => `seedtarget${number}x${target}`),
    })),
  };
}
