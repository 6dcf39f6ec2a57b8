import { describe, expect, it } from 'vitest';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline } from '../../shared/model/outline.ts';
import { initiativeFields } from '../../shared/model/fields/built-in-fields.ts';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { readXml } from '../../main/word/reading/read-xml.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { partsOf } from './parts-of.ts';
import { reportWithHardTexts, wordFileOf, wordFileOfOutline } from './word-samples.ts';

const reportForm = builtInForm('report');

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
  const read = readXml(document, 'word/document.xml', {
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
