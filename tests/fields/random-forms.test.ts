import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { interchangeOf, writeReportJson } from '../../main/exchange/write-report-json.ts';
import { readTableText } from '../../main/word/reading/read-table-text.ts';
import { carriedReport } from '../../main/word/writing/carried-report.ts';
import { writeWordFile } from '../../main/word/writing/write-word-file.ts';
import { builtInForms } from '../../main/application/built-in-forms.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { builtInRowFields } from '../../shared/model/fields/built-in-fields.ts';
import { formNames, type Form, type FormName } from '../../shared/model/form.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import { linesOfRow } from '../../shared/model/outline-grid.ts';
import { outline } from '../../shared/model/outline.ts';
import { toPlainLine } from '../../shared/model/plain-text.ts';
import type { Report } from '../../shared/model/report.ts';
import { arbitraryReportIn, arbitraryReportInForm } from '../support/arbitrary-form.ts';
import { howMany } from '../support/how-many.ts';
import { must } from '../support/must.ts';
import { oneWordFile } from '../support/one-word-file.ts';
import { validateWord } from '../support/validate-word.ts';
import { partsOf } from '../word/parts-of.ts';
import { understood } from '../word-understanding/understood.ts';

/** Random forms, each with a random report; both documents of each are written. */
const numRuns = howMany({ usual: 12, long: 300 });
/** Files that are shown to the validator at once. */
const atOnce = 50;
const lengthyRun = { timeout: 1_800_000 };

function written(report: Report, form: Form): Promise<Uint8Array> {
  return writeWordFile(outline(report, form), form, {
    marks: { report: report.id, revision: 1, contentHash: '0123456789abcdef', form: form.name },
    author: report.municipality + report.department,
    carried: JSON.stringify(interchangeOf(carriedReport(report, form))),
  });
}

/** Holds of both documents of any report in any form. */
function always(holds: (report: Report, form: Form, name: FormName) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(arbitraryReportInForm, async (report) => {
      for (const name of formNames) await holds(report, formOfReport(report, name), name);
    }),
    { numRuns },
  );
}

describe('Any report in any form', () => {
  test('is a Word file in which the Open XML SDK finds no error', lengthyRun, async () => {
    const reports = fc.sample(arbitraryReportInForm, { numRuns });
    const files: Uint8Array[] = [];
    for (const report of reports) {
      for (const name of formNames) files.push(await written(report, formOfReport(report, name)));
    }
    expect(files).toHaveLength(2 * numRuns);
    for (let from = 0; from < files.length; from += atOnce) {
      expect(await validateWord(await oneWordFile(files.slice(from, from + atOnce)))).toEqual([]);
    }
  });

  test('prints its outline, cell by cell, under the headings of its form', lengthyRun, async () => {
    await always(async (report, form) => {
      const shown = outline(report, form);
      const tables = must(await readTableText(await written(report, form)));
      const rows = tables.flatMap((table) => table.rows);
      expect(rows.filter(({ heading }) => !heading).map(({ cells }) => cells)).toEqual(
        shown.rows
          .flatMap(linesOfRow)
          .map((cells) =>
            cells.map(({ cell: { parts }, merge }) =>
              merge === 'goes-on'
                ? ['']
                : parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => toPlainLine(text))),
            ),
          ),
      );
      for (const { cells } of rows.filter(({ heading }) => heading)) {
        expect(cells).toEqual(form.columns.map(({ heading }) => heading));
      }
    });
  });

  test('is laid out on its paper, each column as wide as its form says', lengthyRun, async () => {
    await always(async (report, form) => {
      const xml = (await partsOf(await written(report, form))).get('word/document.xml') ?? '';
      const { page } = form;
      const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"(?: w:orient="(\w+)")?/.exec(xml);
      expect(millimetres(size?.[1])).toBeCloseTo(page.width, 1);
      expect(millimetres(size?.[2])).toBeCloseTo(page.height, 1);
      expect(size?.[3] ?? 'portrait').toBe(page.width > page.height ? 'landscape' : 'portrait');

      const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid]) => widthsIn(grid));
      const rows = [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/g)].map(([, row]) => widthsIn(row));
      expect(grids.length).toBeGreaterThan(0);
      for (const widths of [...grids, ...rows]) {
        expect(widths).toHaveLength(form.columns.length);
        for (const [index, { width }] of form.columns.entries()) {
          expect(Math.abs((widths[index] ?? 0) - width)).toBeLessThan(0.5);
        }
      }
    });
  });

  test('is the same bytes twice', lengthyRun, async () => {
    await always(async (report, form) => {
      expect(await written(structuredClone(report), structuredClone(form))).toEqual(
        await written(report, form),
      );
    });
  });

  test('goes out into JSON and comes back as it was, with its form', lengthyRun, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReportInForm, async (report) => {
        const read = must(readReportJson(Buffer.from(writeReportJson(report)), '報告.json'));
        expect(read.draft.form).toEqual(report.form);
        expect(interchangeOf(identified(read.draft))).toEqual(interchangeOf(report));
      }),
      { numRuns },
    );
  });
});

describe('Any report in a form that the program brings', () => {
  test.each(builtInForms(programFiles().forms))(
    'comes back out of its Word file with every text that is printed: $label',
    lengthyRun,
    async (form) => {
      await fc.assert(
        fc.asyncProperty(arbitraryReportIn(form), async (report) => {
          for (const name of formNames) {
            const document = formOfReport(report, name);
            const back = identified((await understood(await written(report, document))).draft);
            const carried = carriedReport(report, document);
            expect(back.initiatives.map(({ id }) => id)).toEqual(carried.initiatives.map(({ id }) => id));
            for (const [index, row] of carried.initiatives.entries()) {
              expect(back.initiatives[index]?.own).toEqual(row.own);
              for (const { id } of builtInRowFields) {
                expect(back.initiatives[index]?.[id], id).toEqual(row[id]);
              }
            }
          }
        }),
        { numRuns: howMany({ usual: 3, long: 40 }) },
      );
    },
  );
});

function identified(draft: Parameters<typeof identify>[0]): Report {
  return identify(draft, { existing: null, taken: new Set(), newIdentifier: () => 'neverused' }).report;
}

function widthsIn(xml = ''): number[] {
  return [...xml.matchAll(/<w:(?:gridCol|tcW) w:w="(\d+)"/g)].map(([, twips]) => millimetres(twips));
}

function millimetres(twips: string | undefined): number {
  return (Number(twips) * 25.4) / 1_440;
}
