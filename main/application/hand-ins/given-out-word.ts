import type { LibraryFile } from '../../data/library-file.ts';
import type { GivenOut } from '../../foreign-files/jobs.ts';
import type { GivenOutMarks } from '../../word/writing/word-marks.ts';
import { formNames, type Form, type FormName } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { outline, type Outline } from '../../../shared/model/outline.ts';
import type { Report } from '../../../shared/model/report.ts';
import type { DocumentLine } from '../../../shared/words/document-line.ts';
import { coverLines } from '../../../shared/words/cover-words.ts';
import { contentHash } from '../content-hash.ts';

/** What is given out to a section as a Word file: its rows as they were at some step of the report. */
export interface WordDistribution extends Pick<GivenOutMarks, 'section' | 'start'> {
  /** With all rows, as it was then. */
  readonly whole: Report;
  /** With the section's rows alone. */
  readonly report: Report;
  readonly form: Form;
  readonly table: Outline;
  readonly cover: readonly DocumentLine[];
  /** Of the section's rows; by this it is known that they went out. */
  readonly hash: string;
}

export function wordDistribution(
  whole: Report,
  form: FormName,
  { section, start, deadline, note, by }: GivenOutMarks,
): WordDistribution {
  const report = { ...whole, initiatives: whole.initiatives.filter((row) => row.section === section) };
  const laidOut = { ...formOfReport(whole, form), trackChanges: false };
  const all = outline(whole, laidOut);
  const own = new Set(report.initiatives.map(({ id }) => id));
  // Numbers are those of the whole report, so that one speaks of the same row by it.
  const table = { ...all, rows: all.rows.filter(({ id }) => own.has(id)) };
  const numbers = table.rows.map(({ number }) => number);
  const cover = coverLines({ report, form: laidOut, section, numbers, deadline, note, by });
  return { section, start, whole, report, form: laidOut, table, cover, hash: contentHash(report) };
}

/** As a reader in another process needs it. */
export function asGivenOut({ report, form, table, cover }: WordDistribution): GivenOut {
  return { form, expected: table, report, cover: cover.map(({ text }) => text) };
}

/** Most distributions that are held against a file that does not say which it is. */
const mostTried = 20;

/**
 * What went out as Word files, latest first: of each export, the sections whose rows then are known to have gone out.
 * `rows`: those that the file's marks name; where there are any, only what has one of them is tried.
 */
export function* wordDistributions(
  library: LibraryFile,
  rows: ReadonlySet<string>,
): Generator<WordDistribution, undefined> {
  const seen = new Set<string>();
  for (const { id } of library.reports.list()) {
    const steps = library.handIns.steps(id);
    for (const { sequence, form: name } of library.past.exports(id)) {
      const form = formNames.find((known) => known === name);
      const whole = form === undefined ? null : library.past.at(id, sequence);
      if (form === undefined || whole === null) continue;
      for (const section of new Set(whole.initiatives.map((row) => row.section))) {
        const start = { sequence, step: steps[sequence - 1] ?? '' };
        const said = { section, start, deadline: '', note: '', by: '' };
        const given = wordDistribution(whole, form, said);
        const named = given.report.initiatives.some((row) => rows.has(row.id));
        if (seen.has(given.hash) || (rows.size > 0 && !named)) continue;
        if (library.past.exportedAt(id, given.hash) === null) continue;
        seen.add(given.hash);
        yield given;
        if (seen.size >= mostTried) return;
      }
    }
  }
}
