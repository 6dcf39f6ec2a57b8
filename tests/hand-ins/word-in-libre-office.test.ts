import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { printedDifferences } from '../../main/word/verifying/printed-differences.ts';
import { printedDocument } from '../../main/word/verifying/printed-document.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import { outline } from '../../shared/model/outline.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { stepsInLibreOffice } from '../marked/libre-office.ts';
import { inLibreOffice } from '../support/libre-office-macro.ts';
import { longTest } from '../support/long-test.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { takeIn } from '../support/take-in.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/**
 * A section works in LibreOffice on what was given out to it, without the program: it types, deletes, pastes, adds bullets and
 * rows, moves rows, and loses the marks. Every paragraph of the file stands in its field afterwards, or is listed.
 */

const newFolder = temporaryFolders();
const section = '暮らし総合課';

let folder: string;
let compiler: TestApplication;
let report: string;
let given: Uint8Array;
let rows: readonly Initiative[];

/** All rows of the sample are one section's. */
beforeEach(async () => {
  folder = newFolder();
  compiler = openTestApplication(folder, '取りまとめ.sengen');
  const json = join(folder, '報告.json');
  const sample = resolve(import.meta.dirname, '../../resources/sample/report.json');
  const content = JSON.parse(readFileSync(sample, 'utf8')) as { initiatives: { section: string }[] };
  for (const row of content.initiatives) row.section = section;
  writeFileSync(json, JSON.stringify(content));
  compiler.files.import = json;
  ({ report } = must(await takeIn(compiler)));
  rows = (await read()).initiatives;
  compiler.files.export = join(folder, '配布.docx');
  must(await compiler.call('parts.giveOut', { report, section, deadline: '4月30日', kind: 'word' }));
  given = readFileSync(compiler.files.export);
});
afterEach(() => compiler.close());

test('what is typed, deleted, pasted and moved there stands in its field, with marks and without', async () => {
  expect(rows).toHaveLength(15);
  const [unchanged, typed, changedRows, stripped] = await steps(
    '',
    rows.map((row, at) => typing(row, at)).join('\n') + pasting(rows[2], rows[5]),
    rowWork,
    stripping,
  );
  expect(must(await take(unchanged))).toMatchObject({ merged: [], conflicts: [], unplaced: [] });
  must(await compiler.call('reports.undo', { report }));

  const first = must(await take(typed));
  expect(first.conflicts).toEqual([]);
  expect(first.unplaced).toEqual([]);
  expect(await differences(typed)).toEqual([]);
  const now = await read();
  expect(now.initiatives.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  now.initiatives.forEach((row, at) => {
    expect(row.plan[0]).toBe(`${rows[at]?.plan[0] ?? ''}追記${at}`);
    expect(row.results.at(-1)).toBe(`加えた結果${at}です。`);
    expect(row.targets).toEqual(rows[at]?.targets);
  });
  expect(must(await take(typed)).known).toBe(true);

  // The row that was cut out and put in elsewhere has lost its marks there.
  expect(mustFail(await take(changedRows))).toMatchObject({ code: 'rows-by-title', rows: 1 });
  const second = must(await take(changedRows, true));
  expect([second.conflicts, second.unplaced]).toEqual([[], []]);
  expect(await differences(changedRows)).toEqual([]);
  expect((await read()).initiatives).toHaveLength(15);

  must(await compiler.call('reports.undo', { report }));
  must(await compiler.call('reports.undo', { report }));
  expect(mustFail(await take(stripped))).toMatchObject({ code: 'rows-by-title' });
  const third = must(await take(stripped, true));
  expect(third.conflicts).toEqual([]);
  // Of the cover only what it said of this distribution alone is listed.
  expect(third.unplaced.map(({ text }) => text)).toEqual([
    expect.stringMatching(/取りまとめ担当（.*）$/u),
    '4月30日',
  ]);
  expect(await differences(stripped)).toEqual([]);
  expect((await read()).initiatives.filter(({ id }) => rows.some((row) => row.id === id))).toHaveLength(14);
});

longTest('what came back as .doc, or copied into another file, stands in its field as well', async () => {
  const [old, copied] = await inLibreOffice(
    given,
    (to) => `
  ${rows.map((row, place) => typing(row, place)).join('\n')}
  doc.storeToURL(ConvertToURL("${join(to, 'old.doc')}"), Array(MakeValue("FilterName", "MS Word 97")))
  other = StarDesktop.loadComponentFromURL(ConvertToURL("${join(to, 'old.doc')}"), "_blank", 0, Array(MakeValue("Hidden", True)))
  other.storeToURL(ConvertToURL("${join(to, 'old.docx')}"), Array(MakeValue("FilterName", "MS Word 2007 XML")))
  other.close(True)
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:SelectAll", "", 0, none())
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:SelectAll", "", 0, none())
  copy = doc.CurrentController.getTransferable()
  other = StarDesktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, Array(MakeValue("Hidden", True)))
  other.CurrentController.insertTransferable(copy)
  other.storeToURL(ConvertToURL("${join(to, 'copied.docx')}"), Array(MakeValue("FilterName", "MS Word 2007 XML")))
  other.close(True)`,
    ['old.docx', 'copied.docx'],
  );
  for (const bytes of [old, copied]) {
    if (bytes === undefined) throw new Error('LibreOffice wrote nothing');
    const told = must(await take(bytes, true));
    expect(told.conflicts).toEqual([]);
    expect(await differences(bytes)).toEqual([]);
    must(await compiler.call('reports.undo', { report }));
  }
});

/** Types into a row: at the end of a text, over one, a bullet more. */
function typing({ id }: Initiative, at: number): string {
  return `
  field = doc.Bookmarks.getByName("_sg_${id}_plan").Anchor
  cursor = field.Text.createTextCursorByRange(field.Start)
  cursor.gotoEndOfParagraph(False)
  field.Text.insertString(cursor, "追記${at}", False)
  field = doc.Bookmarks.getByName("_sg_${id}_results").Anchor
  cursor = field.Text.createTextCursorByRange(field.End)
  field.Text.insertControlCharacter(cursor, 0, False)
  field.Text.insertString(cursor, "・加えた結果${at}です。", False)`;
}

/** Copies the first item of a row and puts it before those of another; takes an item out. */
function pasting(from: Initiative | undefined, to: Initiative | undefined): string {
  return `
  field = doc.Bookmarks.getByName("_sg_${from?.id ?? ''}_direction").Anchor
  doc.CurrentController.select(field)
  copy = doc.CurrentController.getTransferable()
  field = doc.Bookmarks.getByName("_sg_${to?.id ?? ''}_outcomes").Anchor
  cursor = field.Text.createTextCursorByRange(field.End)
  field.Text.insertControlCharacter(cursor, 0, False)
  doc.CurrentController.select(cursor)
  doc.CurrentController.insertTransferable(copy)`;
}

/** A row more, one less, one moved to the end of its table. */
const rowWork = `
  table = doc.TextTables.getByIndex(0)
  table.Rows.insertByIndex(3, 1)
  table.getCellByName("B4").setString("朝の受付" & Chr(13) & "(${section})")
  table.getCellByName("C4").setString("・朝七時から受け付けます。")
  table.getCellByName("D4").setString("[目標値]" & Chr(13) & "・受付 40件")
  table.getCellByName("E4").setString("・受け付けました。" & Chr(13) & "・好評でした。" & Chr(13) & "[今後の取組の方向性]" & Chr(13) & "・続けます。")
  table.getCellByName("F4").setString("[実績値]" & Chr(13) & "・多くの方が来られました。" & Chr(13) & "【令和8年3月31日時点】" & Chr(13) & "受付 45件")
  table.Rows.removeByIndex(1, 1)
  table.Rows.insertByIndex(1, 1)
  doc.CurrentController.select(table.getCellRangeByName("A5:F5"))
  copy = doc.CurrentController.getTransferable()
  doc.CurrentController.select(table.getCellByName("A2"))
  doc.CurrentController.insertTransferable(copy)
  table.Rows.removeByIndex(4, 1)`;

/** Everything by which a row is known, but for what it says. */
const stripping = `
  names = doc.Bookmarks.ElementNames
  For at = 0 To UBound(names)
    mark = doc.Bookmarks.getByName(names(at))
    mark.Anchor.Text.removeTextContent(mark)
  Next
  properties = doc.DocumentProperties.UserDefinedProperties
  named = properties.PropertySetInfo.Properties
  For at = 0 To UBound(named)
    properties.removeProperty(named(at).Name)
  Next`;

/** Works on what was given out, in several steps of one start; the file after each. */
function steps(...basics: readonly string[]): Promise<[Uint8Array, Uint8Array, Uint8Array, Uint8Array]> {
  return stepsInLibreOffice(given, ...basics) as Promise<[Uint8Array, Uint8Array, Uint8Array, Uint8Array]>;
}

async function take(bytes: Uint8Array, byTitle = false) {
  const file = join(folder, '提出.docx');
  writeFileSync(file, bytes);
  compiler.files['take-part'] = file;
  return compiler.call('parts.takeIn', { byTitle });
}

/** Where the report says something else than the file, cell by cell: what verifying signed files finds. */
async function differences(bytes: Uint8Array) {
  const now = await read();
  const printed = printedDocument(must(await readWordDocument(bytes)), 'accepted');
  return printedDifferences(outline(now, formOfReport(now, 'report')), printed).filter(
    ({ row, field }) => row !== null && field !== 'number',
  );
}

async function read(): Promise<Report> {
  return must(await compiler.call('reports.read', { report })).report;
}
