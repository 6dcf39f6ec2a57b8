import { describe, expect, it } from 'vitest';
import type { InitiativeDraft, ReportDraft } from '../../main/domain/report-draft.ts';
import { convertInLibreOffice, type Conversion } from '../support/convert-in-libre-office.ts';
import { reportFiles } from '../support/real-report.ts';
import { layouts } from './layouts.ts';
import { expectNothingLost } from './nothing-lost.ts';
import { draftOfFile, shown, understood } from './understood.ts';
import { sixCells, sixHeadings, writtenRow } from './written-row.ts';
import { howMany } from '../support/how-many.ts';

const wideSpace = '\u3000';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const withoutBreak = (row: InitiativeDraft): InitiativeDraft => ({ ...shown(row), pageBreakBefore: false });

/** A page as somebody copies it out of a browser: headings in th, lists in ul, sections over several rows. */
function page(report: ReportDraft): string {
  const lines = (texts: readonly string[]): string =>
    texts.map((text) => `<p>${escaped(text)}</p>`).join('');
  const cellOf = (texts: readonly string[]): string => {
    const items = texts.filter((text) => text.startsWith('・'));
    if (items.length === 0 || items.length < texts.length) return `<td>${lines(texts)}</td>`;
    return `<td><ul>${items.map((text) => `<li>${escaped(text.slice(1))}</li>`).join('')}</ul></td>`;
  };
  return (
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>' +
    `<h1>${report.yearLabel}${wideSpace}${report.headPost}の目標宣言${wideSpace}達成状況報告</h1><p align="right">${report.headPost}${wideSpace}${report.headName}</p>` +
    `<table border="1"><thead><tr>${sixHeadings.map((texts) => `<th>${texts.map(escaped).join('<br>')}</th>`).join('')}</tr></thead><tbody>` +
    report.initiatives
      .map((row, place) => `<tr>${sixCells(writtenRow(row, place)).map(cellOf).join('')}</tr>`)
      .join('') +
    '</tbody></table></body></html>'
  );
}

/** A flat OpenDocument text: Writer's own lists, spans, tabs and line breaks. */
function openDocument(report: ReportDraft): string {
  const text = (line: string): string =>
    line
      .match(/.{1,7}/gu)
      ?.map((piece, index) =>
        index % 3 === 1 ? `<text:span>${escaped(piece)}</text:span>` : escaped(piece),
      )
      .join('')
      .replaceAll(/ /g, '<text:s/>') ?? '';
  const paragraphs = (lines: readonly string[]): string =>
    lines.map((line) => `<text:p>${text(line)}</text:p>`).join('');
  const list = (lines: readonly string[]): string =>
    lines
      .map((line) =>
        line.startsWith('・')
          ? `<text:list><text:list-item><text:p>${text(line.slice(1))}</text:p></text:list-item></text:list>`
          : `<text:p>${text(line)}</text:p>`,
      )
      .join('');
  const cell = (content: string): string =>
    `<table:table-cell office:value-type="string">${content}</table:table-cell>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"' +
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"' +
    ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>' +
    paragraphs([
      `${report.yearLabel} ${report.headPost}の目標宣言 達成状況報告`,
      `${report.headPost} ${report.headName}`,
    ]) +
    `<table:table><table:table-column table:number-columns-repeated="6"/><table:table-row>${sixHeadings.map((lines) => cell(paragraphs(lines))).join('')}</table:table-row>` +
    report.initiatives
      .map((row, place) => {
        const cells = sixCells(writtenRow(row, place)).map((lines, column) =>
          cell(column < 2 ? paragraphs(lines) : list(lines)),
        );
        return `<table:table-row>${cells.join('')}</table:table-row>`;
      })
      .join('') +
    '</table:table></office:text></office:body></office:document>'
  );
}

// Side by side: LibreOffice takes those that wait together in one start.
describe.concurrent('A report that LibreOffice saved as a Word file is understood', () => {
  for (const { name: file, path } of reportFiles().slice(0, howMany({ usual: 1, long: 2 }))) {
    const report = draftOfFile(path);
    const cases: readonly (readonly [string, () => string, Conversion['from']])[] = [
      ['made of a web page', () => page(report), 'html'],
      ['made of a Writer document with lists', () => openDocument(report), 'fodt'],
    ];
    for (const [name, make, from] of cases) {
      it(`${name} (${file})`, async () => {
        const bytes = await convertInLibreOffice({ content: make(), from, to: 'docx' });
        const read = await understood(bytes);
        console.log(`${name} (${file}): ${read.placed} / ${read.paragraphs} paragraphs placed`);
        expect(read.draft.initiatives.map(shown)).toEqual(report.initiatives.map(withoutBreak));
        expect(read.unplaced).toEqual([]);
        expect(read.draft).toMatchObject({ fiscalYear: report.fiscalYear, headPost: report.headPost });
        expect(read.draft.headName.replace(/\s/g, '')).toBe(report.headName.replace(/\s/g, ''));
        await expectNothingLost(bytes, read);
      });
    }

    for (const name of [
      'Word lists instead of typed bullets',
      'tracked changes, taken as accepted',
      'one table a page, headings on each',
    ]) {
      it(`typed in Word and saved again: ${name} (${file})`, async () => {
        const layout = layouts.find((candidate) => candidate.name === name);
        if (layout === undefined) throw new Error(`no layout ${name}`);
        const bytes = await convertInLibreOffice({
          content: layout.make(report),
          from: 'docx',
          to: 'docx',
        });
        const read = await understood(bytes);
        console.log(
          `${name}, saved again (${file}): ${read.placed} / ${read.paragraphs} paragraphs placed`,
        );
        expect(read.draft.initiatives.map(shown)).toEqual(
          report.initiatives.map(
            (row, place) => layout.says?.(withoutBreak(row), place) ?? withoutBreak(row),
          ),
        );
        expect(read.unplaced).toEqual([]);
      });
    }
  }
});
