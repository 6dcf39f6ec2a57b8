import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportDraft } from '../../main/domain/report-draft.ts';
import { yearLabelOf } from '../../shared/model/fiscal-year.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import { sampleReport } from './real-report.ts';

/** Layouts that hold all six fields of a row, as offices write them. */
const usual = [
  'one table, typed bullets',
  'one table a page, headings on each',
  'headings repeated inside one table',
  'a cover table first',
  'Word lists instead of typed bullets',
  'line breaks inside one paragraph a cell',
  'text in many runs, in content controls',
];

export interface YearFile {
  readonly path: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly draft: ReportDraft;
  /** Lines that no report holds. */
  readonly besides: number;
}

/** The sample as it might have been in a fiscal year: one row was reworded in 2021, one began in 2020. */
export function sampleOf(fiscalYear: number): ReportDraft {
  const sample = draftOfFile(sampleReport);
  const initiatives = sample.initiatives
    .map((row, at) => (at === 0 && fiscalYear < 2021 ? { ...row, title: `${row.title}の試行` } : row))
    .filter((_, at) => at !== 1 || fiscalYear >= 2020);
  return {
    ...sample,
    id: null,
    fiscalYear,
    yearLabel: yearLabelOf(fiscalYear),
    initiatives: initiatives.map((row) => ({
      ...row,
      id: null,
      outcomes: row.outcomes.map((outcome) => ({
        ...outcome,
        asOf: later(outcome.asOf, fiscalYear - sample.fiscalYear),
      })),
    })),
  };
}

/** A day or year that an outcome names, so many years later. */
function later(asOf: string | null, years: number): string | null {
  if (asOf === null) return null;
  return asOf.replace(/令和(\d+)年/u, (_, reiwa) => yearLabelOf(2018 + Number(reiwa) + years).slice(0, -1));
}

/** Writes a typed Word file for each year into a folder, each in another layout; the names do not sort by year. */
export function writeYears(folder: string, years: readonly number[]): YearFile[] {
  return years.map((fiscalYear, at) => {
    const layout = layouts.find(({ name }) => name === usual[at % usual.length]);
    if (layout === undefined) throw new Error('the layout is gone');
    const draft = sampleOf(fiscalYear);
    const name = `${String.fromCharCode(0x61 + ((at * 7) % 10))} 報告 ${fiscalYear}.docx`;
    const path = join(folder, name);
    writeFileSync(path, layout.make(draft));
    return { path, name, fiscalYear, draft, besides: layout.besides ?? 0 };
  });
}

/** A .doc of Word 97, as far as its reader looks at it. */
export const oldWordFile = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(504),
  Buffer.from('WordDocument', 'utf16le'),
  Buffer.alloc(100),
]);
