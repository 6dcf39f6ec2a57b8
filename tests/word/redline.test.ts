import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { viewDocument } from '../../main/word/reading/document-view.ts';
import type { ViewBlock } from '../../main/word/reading/view-blocks.ts';
import type { ChangesAs } from '../../main/word/reading/changes-as.ts';
import { writeComparison } from '../../main/word/writing/write-comparison.ts';
import { writeRedline } from '../../main/word/writing/write-redline.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { outlineDifference } from '../../shared/model/outline-difference.ts';
import type { Report } from '../../shared/model/report.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { arbitraryInitiative, arbitraryReport } from '../support/arbitrary-report.ts';
import { must } from '../support/must.ts';
import { validateWord } from '../support/validate-word.ts';
import { howMany } from '../support/how-many.ts';

const options = { author: '取りまとめ担当', at: '2026-05-01T00:00:00.000Z', title: '見え消し' };

/** What the document says when its tracked changes are all taken one way. */
async function tableAs(bytes: Uint8Array, changes: ChangesAs): Promise<unknown> {
  const { body } = viewDocument(must(await readWordDocument(bytes)), changes);
  const texts = (blocks: readonly ViewBlock[]): string[] =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const [title, headLine] = texts(body);
  const rows = body
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .filter(({ heading }) => !heading)
    .map(({ cells }) => cells.map(({ blocks }) => texts(blocks)));
  return { title, headLine, rows };
}

function plain({ title, headLine, rows }: Outline): unknown {
  return {
    title,
    headLine,
    rows: rows.map(({ cells }) =>
      cells.map(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))),
    ),
  };
}

const twoReports = fc
  .tuple(arbitraryReport, fc.array(arbitraryInitiative, { maxLength: 3 }))
  .map(([before, contents]) => {
    const kept = before.initiatives.map((row, index) => ({ ...(contents[index] ?? row), id: row.id }));
    const after: Report = {
      ...before,
      headName: '別の 人',
      initiatives: [
        ...kept.slice(1).reverse(),
        ...contents.map((row, index) => ({ ...row, id: `new${index}` })),
      ],
    };
    return { before: outline(before, reportForm), after: outline(after, reportForm) };
  });

test('accepting all changes gives the table after, rejecting all the table before', async () => {
  await fc.assert(
    fc.asyncProperty(twoReports, async ({ before, after }) => {
      const bytes = await writeRedline(outlineDifference(before, after), reportForm, options);
      expect(await tableAs(bytes, 'accepted')).toEqual(plain(after));
      expect(await tableAs(bytes, 'original')).toEqual(plain(before));
    }),
    { numRuns: howMany({ usual: 20, long: 60 }) },
  );
});

test('redline and comparison are valid in both Offices and name what changed', async () => {
  const before = variedReport(6);
  const rows = before.initiatives.map((row, index) =>
    index === 1
      ? {
          ...row,
          plan: [...row.plan.slice(1), '新しい取組を加えます。'],
          results: [],
          title: `${row.title}の見直し`,
        }
      : row,
  );
  const after = { ...before, headName: '後任 花', initiatives: [...rows.slice(0, 4), ...rows.slice(5)] };
  const difference = outlineDifference(outline(before, reportForm), outline(after, reportForm));

  const redline = await writeRedline(difference, reportForm, options);
  expect(await validateWord(redline)).toEqual([]);
  expect(await writeRedline(difference, reportForm, options)).toEqual(redline);

  const comparison = await writeComparison(difference, reportForm, {
    title: '新旧対照表',
    author: 'みどり川市 環境経済部',
    headings: { after: '新', before: '旧', remarks: '備考' },
    remarks: () => ['第2版：数え方を改めたため'],
    placeName: (row, { field }) => `${row.id} ${field}`,
    absent: { before: '（新設）', after: '（削除）' },
  });
  expect(await validateWord(comparison)).toEqual([]);
  const { rows: shown } = (await tableAs(comparison, 'accepted')) as { rows: string[][][] };
  const texts = shown.map((cells) => cells.map((paragraphs) => paragraphs.join('/')));
  expect(
    texts.some(([now, was]) => now?.includes('新しい取組を加えます。') === true && was !== undefined),
  ).toBe(true);
  expect(texts.flat()).toContain('（削除）');
});

test('two equal tables make a comparison without rows that is still a document', async () => {
  const table = outline(variedReport(2), reportForm);
  const comparison = await writeComparison(outlineDifference(table, table), reportForm, {
    title: '新旧対照表',
    author: 'みどり川市 環境経済部',
    headings: { after: '新', before: '旧', remarks: '備考' },
    remarks: () => ['第2版：数え方を改めたため'],
    placeName: () => '',
    absent: { before: '（新設）', after: '（削除）' },
  });
  expect(await validateWord(comparison)).toEqual([]);
});

test('a redline is laid out like the export: page breaks, no row split that fits on a page', async () => {
  const before = variedReport(6);
  const initiatives = before.initiatives.map((row, index) => ({
    ...row,
    pageBreakBefore: index === 3,
    title: index === 2 ? `${row.title}の見直し` : row.title,
    plan:
      index === 5
        ? Array.from({ length: 80 }, (_, line) => `${line + 1}件目の長い取組を書きます。`)
        : row.plan,
  }));
  const difference = outlineDifference(
    outline(before, reportForm),
    outline({ ...before, initiatives: [...initiatives.slice(0, 1), ...initiatives.slice(2)] }, reportForm),
  );
  const parts = must(await readPackageParts(await writeRedline(difference, reportForm, options)));
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const [heading, ...own] = rows.filter((row, index) => index === 0 || !row.includes('<w:tblHeader/>'));
  expect(heading).toContain('<w:cantSplit/><w:tblHeader/>');
  expect(own.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, true, true, true, false]);
  // The row that went is marked behind what keeps it together, as the schema wants it.
  expect(own[1]).toMatch(/^<w:tr><w:trPr><w:cantSplit\/><w:del /);
  expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  expect(xml.slice(xml.indexOf('<w:pageBreakBefore/>')).match(/<w:tblHeader\/>/g)).toHaveLength(1);
});

test('changes say the time on the clock of this computer, and the true one', async () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Tokyo';
  try {
    const before = variedReport(2);
    const difference = outlineDifference(
      outline(before, reportForm),
      outline({ ...before, headName: '後任 花' }, reportForm),
    );
    const bytes = await writeRedline(difference, reportForm, {
      ...options,
      at: '2026-05-01T00:00:00.250Z',
    });
    expect(await validateWord(bytes)).toEqual([]);
    const xml = new TextDecoder().decode(must(await readPackageParts(bytes)).get('word/document.xml'));
    expect(xml).toMatch(/<w:ins [^>]*w:date="2026-05-01T09:00:00Z" w16du:dateUtc="2026-05-01T00:00:00Z">/);
    expect(xml).toMatch(/mc:Ignorable="[^"]*\bw16du\b/);
    const [title] = must(await readWordDocument(bytes)).body.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.pieces.flatMap((piece) => (piece.kind === 'text' ? (piece.tracked.inserted ?? []) : []))
        : [],
    );
    expect(title).toMatchObject({ date: '2026-05-01T00:00:00Z' });
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
