import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtInForm, type Form } from '../../shared/model/form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { toPlainLine } from '../../shared/model/plain-text.ts';
import { initiativeFields, type Report } from '../../shared/model/report.ts';
import { readPackageParts } from '../../main/word/read-package.ts';
import { readTableText } from '../../main/word/read-table-text.ts';
import { readXml } from '../../main/word/read-xml.ts';
import { writeWordFile } from '../../main/word/write-word-file.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { interchangeReports } from './interchange-reports.ts';
import {
  bothForms,
  emptyReport,
  reportWithBreaks,
  reportWithHardTexts,
  unwritableText,
  wordFileOf,
  wordFileOfOutline,
} from './word-samples.ts';

const reportForm = builtInForm('report');

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = await readPackageParts(bytes);
  if (!parts.ok) throw new Error(parts.failure.code);
  return new Map([...parts.value].map(([name, content]) => [name, new TextDecoder().decode(content)]));
}

async function bodyRowsOf(bytes: Uint8Array): Promise<string[][][]> {
  const tables = await readTableText(bytes);
  if (!tables.ok) throw new Error(tables.failure.code);
  return tables.value.flatMap(({ rows }) =>
    rows.filter(({ heading }) => !heading).map(({ cells }) => cells.map((cell) => [...cell])),
  );
}

function printed({ rows }: Outline): string[][][] {
  return rows.map(({ cells }) =>
    cells.map(({ parts }) =>
      parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => toPlainLine(text))),
    ),
  );
}

describe('The text of a Word file, read back cell by cell, is the outline', () => {
  const reports: readonly (readonly [string, () => Report])[] = [
    ['without rows', () => emptyReport],
    ['of 40 varied rows', () => variedReport(40)],
    ['with page breaks', () => reportWithBreaks(7, [0, 3, 4])],
    ['with texts that broke files before', reportWithHardTexts],
  ];
  for (const name of bothForms) {
    const form = builtInForm(name);
    for (const [what, make] of reports) {
      it(`${what}, as ${name}`, async () => {
        const report = make();
        expect(await bodyRowsOf(await wordFileOf(report, form))).toEqual(printed(outline(report, form)));
      });
    }
    for (const { name: what, read } of interchangeReports) {
      it(`of ${what}, as ${name}`, async () => {
        const report = read([5, 9, 12]);
        expect(await bodyRowsOf(await wordFileOf(report, form))).toEqual(printed(outline(report, form)));
      });
    }
  }

  it('with what XML cannot hold replaced, and nothing else', async () => {
    const shown = outline(variedReport(1), reportForm);
    const hard: Outline = {
      ...shown,
      rows: shown.rows.map((row) => ({
        ...row,
        cells: row.cells.map(({ parts }) => ({
          parts: parts.map((part) => ({ ...part, paragraphs: [{ kind: 'bullet', text: unwritableText }] })),
        })),
      })),
    };
    const [row] = await bodyRowsOf(await wordFileOfOutline(hard, reportForm));
    expect(row?.[2]).toEqual(['前 後 \uFFFD単独\uFFFD終 ']);
  });
});

describe('The table', () => {
  it('opens with the two-line headings as real paragraphs, in a row that stands on each page', async () => {
    const tables = await readTableText(await wordFileOf(variedReport(2)));
    expect(tables.ok && tables.value[0]?.rows.map(({ heading }) => heading)).toEqual([true, false, false]);
    expect(tables.ok && tables.value[0]?.rows[0]?.cells).toEqual([
      ['NO.'],
      ['取組名', '(担当課名)'],
      ['取組内容'],
      ['達成目標'],
      ['取組結果', '今後の取組の方向性'],
      ['目標達成状況'],
    ]);
  });

  it('starts again with its heading where a row asks for a new page, but not at the first row', async () => {
    const tables = await readTableText(await wordFileOf(reportWithBreaks(6, [0, 2, 5])));
    expect(tables.ok && tables.value.map(({ rows }) => rows.map(({ heading }) => heading))).toEqual([
      [true, false, false],
      [true, false, false, false],
      [true, false],
    ]);
  });

  it('is as wide as the page between its margins, in the grid and in every row', async () => {
    for (const name of bothForms) {
      const form = builtInForm(name);
      const document =
        (await partsOf(await wordFileOf(variedReport(1), form))).get('word/document.xml') ?? '';
      const numbers = (pattern: RegExp) =>
        [...document.matchAll(pattern)].map(([, number]) => Number(number));
      const sum = (list: number[]) => list.reduce((total, number) => total + number, 0);
      const [page = 0] = numbers(/<w:pgSz w:w="(\d+)"/g);
      const [right = 0] = numbers(/<w:pgMar[^>]* w:right="(\d+)"/g);
      const [left = 0] = numbers(/<w:pgMar[^>]* w:left="(\d+)"/g);
      const grid = numbers(/<w:gridCol w:w="(\d+)"/g);
      expect(Math.abs(sum(grid) - (page - left - right))).toBeLessThanOrEqual(1);
      expect(numbers(/<w:tcW w:w="(\d+)"/g)).toEqual([...grid, ...grid]);
      expect(numbers(/<w:tblW w:w="(\d+)"/g)).toEqual([sum(grid)]);
      expect(document).toContain('<w:tblLayout w:type="fixed"/>');
    }
  });

  it('keeps every row whole but one that is taller than a page', async () => {
    const report = variedReport(4);
    const tall = {
      ...report.initiatives[1],
      results: ['長い文'.repeat(3_400)],
    } as Report['initiatives'][0];
    const xml =
      (await partsOf(await wordFileOf({ ...report, initiatives: report.initiatives.with(1, tall) }))).get(
        'word/document.xml',
      ) ?? '';
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row.includes('<w:cantSplit/>'));
    expect(rows).toEqual([true, true, false, true, true]);
  });
});

describe('What a file needs to find its way home', () => {
  it('stands in its properties: title, author, language, and the marks', async () => {
    const parts = await partsOf(await wordFileOf(reportWithHardTexts()));
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain(
      '<dc:title>令和7年度 部長 &quot;代理&quot; &amp; 参事の目標宣言 達成状況報告</dc:title>',
    );
    expect(core).toContain('<dc:creator>みどり川市 環境経済部</dc:creator>');
    expect(core).toContain('<dc:language>ja-JP</dc:language>');
    const custom = parts.get('docProps/custom.xml') ?? '';
    const found = [...custom.matchAll(/name="(\w+)"><vt:lpwstr>([^<]*)</g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(found).toEqual([
      ['SengenReport', 'testreport'],
      ['SengenRevision', '3'],
      ['SengenContent', '0123456789abcdef'],
      ['SengenForm', 'report'],
      ['SengenFormat', '1'],
    ]);
  });

  it('is a hidden bookmark around each field of each row, label and all', async () => {
    const report = variedReport(3);
    const shown = outline(report, reportForm);
    const parts = await readPackageParts(await wordFileOf(report));
    const document = parts.ok ? parts.value.get('word/document.xml') : undefined;
    const marked = bookmarkedText(document ?? new Uint8Array());
    const expected = shown.rows.flatMap(({ id, cells }) =>
      cells.flatMap((cell) =>
        cell.parts.map(({ field, paragraphs }): [string, string[]] => [
          `_sg_${id}_${field}`,
          paragraphs.map(({ text }) => text),
        ]),
      ),
    );
    expect(marked).toEqual(expected);
    expect(expected).toHaveLength(3 * (initiativeFields.length + 1));
    for (const [name] of expected) expect(name.length).toBeLessThanOrEqual(40);
  });

  it('is never a name that could break the file: a row that cannot be named is a bug', async () => {
    const shown = outline(variedReport(1), reportForm);
    const rows = shown.rows.map((row) => ({ ...row, id: '"/><w:p>' }));
    await expect(wordFileOfOutline({ ...shown, rows }, reportForm)).rejects.toThrow(RangeError);
  });
});

/** The paragraphs that each bookmark of a document covers, and a check that no number is used twice. */
function bookmarkedText(document: Uint8Array): [string, string[]][] {
  const open = new Map<string, string[]>();
  const found: [string, string[]][] = [];
  const numbers = new Set<string>();
  let text = '';
  const read = readXml(document, {
    open: (name, attributes) => {
      const id = attributes['w:id'] ?? '';
      if (name === 'w:p') text = '';
      if (name === 'w:bookmarkStart') {
        expect(numbers.has(id)).toBe(false);
        numbers.add(id);
        const paragraphs: string[] = [];
        open.set(id, paragraphs);
        found.push([attributes['w:name'] ?? '', paragraphs]);
      }
      if (name === 'w:bookmarkEnd') {
        open.get(id)?.push(text);
        open.delete(id);
      }
    },
    close: (name) => {
      if (name === 'w:p') for (const paragraphs of open.values()) paragraphs.push(text);
    },
    text: (piece) => {
      text += piece;
    },
  });
  expect(read.ok).toBe(true);
  expect(open.size).toBe(0);
  return found;
}

describe('The typography', () => {
  it('names the face of the form for every script, and Japanese as the language', async () => {
    const form: Form = { ...reportForm, type: { ...reportForm.type, font: 'BIZ UD明朝 Medium' } };
    const parts = await partsOf(await wordFileOf(variedReport(1), form));
    const styles = parts.get('word/styles.xml') ?? '';
    for (const script of ['ascii', 'hAnsi', 'eastAsia', 'cs']) {
      expect(styles).toContain(`w:${script}="BIZ UD明朝 Medium"`);
    }
    expect(styles).toMatch(/<w:lang (?=[^>]*w:eastAsia="ja-JP")(?=[^>]*w:val="ja-JP")/);
    expect(parts.get('word/settings.xml')).toContain('<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>');
    expect(parts.get('word/settings.xml')).toMatch(
      /<w:compatSetting (?=[^>]*w:name="compatibilityMode")(?=[^>]*w:val="15")/,
    );
    expect(parts.get('word/fontTable.xml')).toContain('w:name="BIZ UD明朝 Medium"');
  });

  it('asks for wide forms of the characters that East and West share, and only there', async () => {
    const shown = outline(variedReport(1), reportForm);
    const document =
      (await partsOf(await wordFileOfOutline({ ...shown, rows: [] }, reportForm))).get(
        'word/document.xml',
      ) ?? '';
    expect(document).not.toContain('w:hint');
    const hard = (await partsOf(await wordFileOf(reportWithHardTexts()))).get('word/document.xml') ?? '';
    expect(hard).toMatch(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">・外字/);
    expect(hard).not.toMatch(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">・ﾊﾝｶｸ/);
  });
});

describe('The same content gives the same bytes', () => {
  it('in two processes, at two times, in two time zones', async () => {
    const here = createHash('sha256')
      .update(await wordFileOf(variedReport(20)))
      .digest('hex');
    const script = `
      import { createHash } from 'node:crypto';
      import { variedReport } from ${JSON.stringify(new URL('../../scripts/bench/varied-report.ts', import.meta.url).href)};
      import { wordFileOf } from ${JSON.stringify(new URL('./word-samples.ts', import.meta.url).href)};
      await wordFileOf(variedReport(3));
      process.stdout.write(createHash('sha256').update(await wordFileOf(variedReport(20))).digest('hex'));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--input-type=module', '-e', script],
      { env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'C' } },
    );
    expect(stdout).toBe(here);
  });

  it('and other content gives others', async () => {
    expect(await wordFileOf(variedReport(2, 1))).not.toEqual(await wordFileOf(variedReport(2, 2)));
  });

  it('also where the document is compressed in the background', async () => {
    const report = variedReport(300);
    expect(Buffer.compare(await wordFileOf(report), await wordFileOf(report))).toBe(0);
  });
});

describe('A long export', () => {
  const marks = { report: 'testreport', revision: 1, contentHash: '', form: 'report' };
  const shown = outline(variedReport(3_000), reportForm);

  it('tells how far it is and lets other work run in between', async () => {
    const seen: number[] = [];
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    await writeWordFile(shown, reportForm, {
      marks,
      author: '',
      onProgress: (written, rows) => {
        expect(rows).toBe(3_000);
        seen.push(written);
      },
    });
    clearInterval(ticking);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.at(-1)).toBe(3_000);
    expect(turns).toBeGreaterThan(1);
  });

  it('stops where it is told to', async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    let calls = 0;
    const writing = writeWordFile(shown, reportForm, {
      marks,
      author: '',
      signal: controller.signal,
      onProgress: () => {
        calls += 1;
        controller.abort(reason);
      },
    });
    await expect(writing).rejects.toBe(reason);
    expect(calls).toBe(1);
    await expect(
      writeWordFile(shown, reportForm, { marks, author: '', signal: controller.signal }),
    ).rejects.toBe(reason);
  });
});
