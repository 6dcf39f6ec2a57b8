import { describe, expect, it } from 'vitest';
import { type Form } from '../../shared/model/form.ts';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import type { Report } from '../../shared/model/report.ts';
import { rowHeights } from '../../main/word/writing/row-height.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { renderWord, type RenderedPage, type RenderedWord } from '../support/render-word.ts';
import { interchangeReports } from './interchange-reports.ts';
import { bothForms, emptyReport, reportWithBreaks, withRow, wordFileOf } from './word-samples.ts';

const pointsPerMillimetre = 72 / 25.4;

/** What stands in each column of a page's table, without spaces: the title lines above it left out. */
function columnTexts(page: RenderedPage, form: Form, first: boolean): string[] {
  const edges = form.columns.map((_, index) =>
    form.columns
      .slice(0, index + 1)
      .reduce(
        (edge, { width }) => edge + width * pointsPerMillimetre,
        form.page.margin.left * pointsPerMillimetre,
      ),
  );
  const tableTop =
    form.page.margin.top * pointsPerMillimetre +
    (first ? form.type.titleLine + form.type.bodyLine + 3.5 : 0);
  const texts = form.columns.map((): string => '');
  const lines = page.words
    .filter(({ top, bottom }) => (top + bottom) / 2 > tableTop)
    .toSorted((one, other) => Math.round(one.bottom) - Math.round(other.bottom) || one.left - other.left);
  for (const { text, left } of lines) {
    const column = edges.findIndex((edge) => left < edge);
    texts[column] += text;
  }
  return texts;
}

/** What must stand in each column of a page that shows the rows from `from` up to (not with) `to`. */
function expectedTexts({ columns, rows }: Outline, from: number, to: number): string[] {
  return columns.map(({ heading }, index) =>
    [
      ...heading,
      ...rows
        .slice(from, to)
        .flatMap(({ cells }) => (cells[index]?.parts ?? []).flatMap(({ paragraphs }) => paragraphs))
        .map(({ text }) => text),
    ]
      .join('')
      .replaceAll(/[ \u3000]/g, ''),
  );
}

/** Checks that the pages show exactly the rows, each whole, each page under its heading; gives each page's rows. */
function expectWholeRows(rendered: RenderedWord, shown: Outline, form: Form): number[] {
  const rowsOnPages: number[] = [];
  let from = 0;
  for (const [index, page] of rendered.pages.entries()) {
    const found = columnTexts(page, form, index === 0);
    let to = from;
    while (to < shown.rows.length && expectedTexts(shown, from, to)[0] !== found[0]) to += 1;
    expect(found).toEqual(expectedTexts(shown, from, to));
    rowsOnPages.push(to - from);
    from = to;
  }
  expect(from).toBe(shown.rows.length);
  return rowsOnPages;
}

async function rendered(report: Report, form: Form): Promise<RenderedWord> {
  return renderWord(await wordFileOf(report, form));
}

// Side by side: LibreOffice takes those that wait together in one start.
describe.concurrent('On paper, as LibreOffice lays it out,', () => {
  for (const name of bothForms) {
    const form = builtInForm(name);
    for (const { name: what, read } of interchangeReports) {
      it(`${what} as ${name} stands on A4 landscape, each row whole, each page under the heading`, async () => {
        const report = read();
        const result = await rendered(report, form);
        for (const { width, height } of result.pages) {
          expect(width).toBeCloseTo(841.89, 0);
          expect(height).toBeCloseTo(595.28, 0);
        }
        expectWholeRows(result, outline(report, form), form);
      });
    }

    it(`forty varied rows as ${name} are never cut`, async () => {
      const report = variedReport(40);
      const rows = expectWholeRows(await rendered(report, form), outline(report, form), form);
      expect(rows.length).toBeGreaterThan(3);
      expect(Math.min(...rows)).toBeGreaterThan(0);
    });
  }

  const form = builtInForm('report');

  for (const { name: what, read } of interchangeReports) {
    it(`${what} fills four pages or fewer with type of 10 points or more`, async () => {
      expect(form.type.bodySize).toBeGreaterThanOrEqual(10);
      const report = read();
      const pages = expectWholeRows(await rendered(report, form), outline(report, form), form);
      expect(pages.length).toBeLessThanOrEqual(4);
      if (what === 'the real report') expect(pages).toHaveLength(4);
    });

    it(`${what} with new pages asked before rows 5, 9 and 12 shows 1–4, 5–8, 9–11, 12–15`, async () => {
      const report = read([5, 9, 12]);
      expect(expectWholeRows(await rendered(report, form), outline(report, form), form)).toEqual([
        4, 4, 3, 4,
      ]);
    });
  }

  it('a new page asked before the first row makes no empty page', async () => {
    const report = reportWithBreaks(3, [0, 1]);
    expect(expectWholeRows(await rendered(report, form), outline(report, form), form)).toEqual([1, 2]);
  });

  it('a report without rows is one page with the heading', async () => {
    const result = await rendered(emptyReport, form);
    expect(expectWholeRows(result, outline(emptyReport, form), form)).toEqual([0]);
  });

  it('a row taller than a page splits, its heading stands on each page, and no character is lost', async () => {
    const long = Array.from({ length: 10_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + (index % 5_000)),
    ).join('');
    for (const place of [0, 1]) {
      const report = withRow(variedReport(3), place, { results: [long], direction: [] });
      const { pages } = await rendered(report, form);
      const column = pages.map((page, index) => columnTexts(page, form, index === 0)[4] ?? '');
      for (const text of column) expect(text).toMatch(/^取組結果今後の取組の方向性/);
      const joined = column.map((text) => text.replace('取組結果今後の取組の方向性', '')).join('');
      expect(joined).toContain(`・${long}`);
      // The row begins where it stands, not behind a page left half empty.
      expect(columnTexts(pages[0] as RenderedPage, form, true)[0]).toBe(place === 0 ? 'NO.1' : 'NO.12');
    }
  });

  it('a row as tall as a page is kept whole up to the last lines, and never cut off', async () => {
    // One row a page, each a line longer than the one before, from well under a page to well over it.
    const lines = Array.from({ length: 14 }, (_, index) => 32 + index);
    const sentence = '市民のみなさんと一緒に、地域の防災倉庫3か所を点検しました（延べ120人）。';
    const rows = variedReport(lines.length + 1).initiatives.map((row, index) => ({
      ...row,
      pageBreakBefore: true,
      results: index === 0 ? [] : [sentence.repeat(40).slice(0, 26 * (lines[index - 1] ?? 0))],
      direction: [],
    }));
    const report = { ...variedReport(0), initiatives: rows };
    const heights = rowHeights(outline(report, form), form);
    const kept = outline(report, form).rows.map((row, index) => heights.fits(row, index === 0));
    const { pages } = await rendered(report, form);
    const numbers = pages.map(
      (page, index) => columnTexts(page, form, index === 0)[0]?.slice('NO.'.length) ?? '',
    );
    const pagesOfRow = rows.map((_, index) => {
      const first = numbers.indexOf(String(index + 1));
      const next = numbers.indexOf(String(index + 2));
      return (next === -1 ? numbers.length : next) - first;
    });
    // What is kept whole fits; what may split is at most a line or two short of a page.
    expect(pagesOfRow.filter((count, index) => kept[index] === true && count !== 1)).toEqual([]);
    expect(pagesOfRow.filter((count, index) => kept[index] === false && count === 1).length).toBeLessThan(
      3,
    );
    expect(new Set(kept)).toEqual(new Set([true, false]));
    const shown = outline(report, form);
    const text = pages.map((page, index) =>
      (columnTexts(page, form, index === 0)[4] ?? '').replace('取組結果今後の取組の方向性', ''),
    );
    expect(text.join('')).toBe(
      shown.rows
        .flatMap(({ cells }) => cells[4]?.parts.flatMap((part) => part.paragraphs) ?? [])
        .map((p) => p.text)
        .join(''),
    );
  });

  it('the title stands in the middle above the table, the head’s post and name at its right edge', async () => {
    const report = variedReport(1);
    const [page] = (await rendered(report, form)).pages;
    const words = page?.words ?? [];
    const title = words.filter(({ top }) => top < 45);
    const [left, right] = [
      Math.min(...title.map((word) => word.left)),
      Math.max(...title.map((word) => word.right)),
    ];
    expect((left + right) / 2).toBeCloseTo(841.89 / 2, -1);
    const name = words.find(({ text }) => text === report.headName.split(' ').at(-1));
    expect(name?.right).toBeCloseTo((297 - form.page.margin.right) * pointsPerMillimetre, 0);
    const number = words.find(({ text }) => text === 'NO.');
    expect(number?.top).toBeGreaterThan(name?.bottom ?? 0);
  });
});
