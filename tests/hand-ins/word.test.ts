import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTextEdit } from '../../shared/model/fields/set-text-edit.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { zipArchive } from '../../main/word/writing/zip-writer.ts';
import { zipEntry } from '../../main/word/writing/zip-entry.ts';
import { madeUpOfficeForm } from '../fields/made-up-form.ts';
import { paragraphXml, runXml, WordSurgery } from '../marked/word-surgery.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { validateWord } from '../support/validate-word.ts';

const newFolder = temporaryFolders();
const section = '市民窓口課';

let folder: string;
let compiler: TestApplication;
let report: string;
/** The section's rows as they were given out. */
let rows: readonly Initiative[];

beforeEach(async () => {
  folder = newFolder();
  compiler = openTestApplication(folder, '取りまとめ.sengen');
  ({ report } = must(await compiler.call('sample.add', {})));
  rows = (await read()).initiatives.filter((row) => row.section === section);
});
afterEach(() => compiler.close());

/** Where a row stands that a section handed in. */
const handedIn = { standing: { state: 'handed-in' } };

describe('A section without the program', () => {
  test('gets its rows as a Word file with a cover, in which nothing is tracked', async () => {
    const word = await givenOut();
    expect(await validateWord(word.bytes())).toEqual([]);
    const text = word.document.replaceAll(/<[^>]+>/gu, '');
    for (const said of [
      '市民窓口課の取組4件（No.12～No.15）',
      '4月30日（金）17時',
      '記入例を別に送ります。',
    ])
      expect(text).toContain(said);
    expect(word.parts.get('word/settings.xml')).not.toContain('trackRevisions');
    // It is no marked-up report.
    compiler.files['bring-back'] = join(folder, '配布.docx');
    expect(mustFail(await compiler.call('markups.take', {}))).toMatchObject({ code: 'word-given-out' });
  });

  test('hands in what it typed: fields, bullets, figures, rows that came, went and moved; once', async () => {
    const word = await givenOut();
    const [first, second, third, fourth] = ids();
    typed(word, first, 'results', '・窓口を二つ増やしました。');
    typed(
      word,
      first,
      'outcomes',
      '・待ち時間を短くしました。',
      '【令和8年3月31日時点】',
      '平均待ち時間 12分',
    );
    withoutRow(word, second);
    moved(word, fourth, first);
    addedBelow(word, third, [
      '',
      '夜間窓口の開設',
      '・夜間に窓口を開きます。',
      '・月2回',
      '・月2回開きました。',
      '・12回',
    ]);
    const file = saved(word);
    const looked = must(await look(file));
    expect(looked).toMatchObject({
      kind: 'handed-in',
      section,
      deadline: '4月30日（金）17時',
      word: {
        byTitle: false,
        rows: [
          { by: 'marks', row: 15 },
          { by: 'marks', row: 12 },
          { by: 'marks', row: 14 },
          { by: 'new', row: null, title: '夜間窓口の開設' },
        ],
        gone: [{ row: 13 }],
        unplaced: [],
      },
    });
    const before = must(await compiler.call('reports.read', { report }));
    const taken = must(await take(file));
    expect(taken).toMatchObject({ known: false, conflicts: [], unplaced: [] });
    const now = (await read()).initiatives.slice(11);
    expect(now.map(({ title }) => title)).toEqual([
      rows[3]?.title,
      rows[0]?.title,
      rows[2]?.title,
      '夜間窓口の開設',
    ]);
    expect(now[1]).toMatchObject({
      id: first,
      results: ['窓口を二つ増やしました。'],
      targets: rows[0]?.targets,
      outcomes: expect.arrayContaining([
        expect.objectContaining({
          statement: '待ち時間を短くしました。',
          asOf: '令和8年3月31日時点',
          figures: [{ label: '平均待ち時間', value: '12分' }],
        }),
      ]) as unknown,
    });
    expect(now[2]).toEqual({ ...rows[2], ...handedIn });
    expect(now[3]).toMatchObject({
      section,
      plan: ['夜間に窓口を開きます。'],
      targets: [{ measure: '月2回' }],
      outcomes: [{ statement: '12回' }],
    });
    // Once: the same file, and the same texts that somebody saved again.
    expect(must(await take(file))).toMatchObject({ known: true, step: null, merged: [] });
    word.parts.set(
      'docProps/app.xml',
      (word.parts.get('docProps/app.xml') ?? '').replace('Sengen', 'Word'),
    );
    expect(must(await take(saved(word, '再保存')))).toMatchObject({ known: true, step: null });
    must(await compiler.call('reports.undo', { report }));
    expect((await read()).initiatives).toEqual(before.report.initiatives);
  });

  test('goes on in the same file: its second hand-in stands in place of its first; a colleague’s copy stands beside it', async () => {
    const word = await givenOut();
    const copy = await WordSurgery.open(word.bytes());
    const [first, second, third] = ids();
    typed(word, first, 'results', '・一回目です。');
    typed(word, third, 'targets', '・書き加えた目標 5件');
    addedBelow(word, third, ['', '夜間窓口の開設', '・夜間に開きます。', '・月2回', '', '']);
    must(await take(saved(word, '一回目')));
    const [added] = (await read()).initiatives.filter(({ title }) => title === '夜間窓口の開設');

    typed(word, first, 'results', '・二回目です。');
    typed(word, third, 'targets', '・書き加えた目標 7件');
    word.document = word.document.replace('夜間に開きます。', '夜間にも開きます。');
    expect(must(await take(saved(word, '二回目')))).toMatchObject({ known: false, conflicts: [] });
    const twice = await read();
    expect(rowOf(twice, first).results).toEqual(['二回目です。']);
    expect(rowOf(twice, third).targets).toMatchObject([{ measure: '書き加えた目標 7件' }]);
    expect(rowOf(twice, added?.id)).toMatchObject({
      title: '夜間窓口の開設',
      plan: ['夜間にも開きます。'],
    });
    expect(twice.initiatives.filter(({ title }) => title === '夜間窓口の開設')).toHaveLength(1);
    expect(must(await take(join(folder, '一回目.docx')))).toMatchObject({ known: true });

    typed(copy, second, 'plan', '・写しで書きました。');
    typed(copy, first, 'results', '・写しの結果です。');
    expect(must(await take(saved(copy, '写し')))).toMatchObject({
      conflicts: [{ row: 12, field: 'results', ours: '二回目です。', theirs: ['写しの結果です。'] }],
    });
    const all = await read();
    expect(rowOf(all, second).plan).toEqual(['写しで書きました。']);
    expect(rowOf(all, first).results).toEqual(['二回目です。']);
    expect(all.initiatives.filter(({ title }) => title === '夜間窓口の開設')).toHaveLength(1);
  });

  test('meets what we wrote meanwhile as any hand-in does, and what is on no field is listed', async () => {
    const word = await givenOut();
    const [first, second, third] = ids();
    await write(third, 'results', []);
    await write(first, 'title', '部の題名');
    await write(second, 'title', '部の二つ目');
    typed(word, first, 'title', '課の題名');
    typed(word, first, 'plan', '・課の取組です。');
    word.document = word.document
      .replace('御中', '御中（窓口係で記入）')
      .replace('</w:tbl>', `</w:tbl>${paragraphXml(runXml('ご確認をお願いします。'))}`);
    const told = must(await take(saved(word)));
    expect(told.conflicts).toMatchObject([
      { row: 12, field: 'title', ours: '部の題名', theirs: ['課の題名'] },
    ]);
    expect(told.merged).toEqual([{ row: 12, field: 'plan' }]);
    expect(told.unplaced.map(({ text }) => text)).toEqual([
      '市民窓口課 御中（窓口係で記入）',
      'ご確認をお願いします。',
    ]);
    expect(rowOf(await read(), second).title).toBe('部の二つ目');

    // The receipt says all three: what was taken in, what differs, what is missing.
    compiler.files.export = join(folder, '受領書.docx');
    must(await compiler.call('handIns.receipt', { report, section }));
    const receipt = await WordSurgery.open(readFileSync(compiler.files.export));
    const text = receipt.document.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/gu, '');
    expect(text).toMatch(/取り込んだ内容（1か所）\n・No\.12 取組内容\n/u);
    expect(text).toMatch(/食い違いのある箇所（1か所）\n・No\.12 取組名\n/u);
    expect(text).toMatch(/不足している箇所（1か所）\n・No\.14 取組結果が未記入\n/u);
    expect(
      mustFail(await compiler.call('handIns.receipt', { report, section: '生活安全課' })),
    ).toMatchObject({
      code: 'nothing-handed-in',
    });
  });
});

describe('A Word file that lost its marks', () => {
  test('is shown before it is taken in: rows are matched by title, whatever it forgot of itself', async () => {
    const word = await givenOut();
    const [first, second] = ids();
    typed(word, first, 'results', '・目印のない結果です。');
    word.withoutBookmarks();
    word.parts.set('docProps/custom.xml', noProperties);
    withoutCarried(word);
    // Copied behind a letter of the section's own.
    word.document = word.document.replace('<w:body>', `<w:body>${paragraphXml(runXml('窓口係です。'))}`);
    const file = saved(word);
    await write(second, 'plan', ['部で書きました。']);
    const before = await read();
    expect(mustFail(await take(file))).toEqual({ code: 'rows-by-title', path: file, rows: 4 });
    expect(await read()).toEqual(before);
    const looked = must(await look(file));
    expect(looked).toMatchObject({
      section,
      comes: { to: 'take-in', merged: [{ row: 12, field: 'results' }], conflicts: 0 },
    });
    expect(looked.word?.rows.map(({ row, by }) => [row, by])).toEqual([
      [12, 'title'],
      [13, 'title'],
      [14, 'title'],
      [15, 'title'],
    ]);
    expect(looked.word?.unplaced.map(({ text }) => text)).toContain('窓口係です。');
    const told = must(await compiler.call('parts.takeIn', { part: looked.part, byTitle: true }));
    expect(told).toMatchObject({ known: false, merged: [{ row: 12, field: 'results' }], conflicts: [] });
    const now = await read();
    expect(rowOf(now, first)).toEqual({ ...rows[0], results: ['目印のない結果です。'], ...handedIn });
    expect(rowOf(now, second).plan).toEqual(['部で書きました。']);
    expect(must(await take(file, true))).toMatchObject({ known: true });
  });

  test('is found by its marks alone where only its properties are gone', async () => {
    const word = await givenOut();
    const [first] = ids();
    typed(word, first, 'results', '・書きました。');
    word.parts.set('docProps/custom.xml', noProperties);
    expect(must(await take(saved(word), true))).toMatchObject({ merged: [{ row: 12, field: 'results' }] });
  });

  test('and whose table is laid out otherwise is read as any that was typed by hand', async () => {
    await givenOut();
    const cell = (...lines: readonly string[]): string =>
      `<w:tc>${lines.map((line) => paragraphXml(runXml(line))).join('')}</w:tc>`;
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const word = await WordSurgery.open(readFileSync(join(folder, '配布.docx')));
    const [body] = word.document.split('<w:body>');
    const table = [
      row(cell('取組名'), cell('担当課'), cell('取組結果'), cell('備考')),
      ...rows.map((each, at) =>
        row(
          cell(each.title),
          cell(section),
          cell(...(at === 0 ? ['・手で打った結果です。'] : each.results.map((text) => `・${text}`))),
          cell(at === 1 ? '要相談' : ''),
        ),
      ),
    ].join('');
    word.document = `${body ?? ''}<w:body><w:tbl><w:tblPr/><w:tblGrid/>${table}</w:tbl><w:p/></w:body></w:document>`;
    word.parts.set('docProps/custom.xml', noProperties);
    withoutCarried(word);
    const file = saved(word);
    expect(mustFail(await take(file))).toMatchObject({ code: 'rows-by-title' });
    const told = must(await take(file, true));
    expect(told).toMatchObject({ merged: [{ row: 12, field: 'results' }], conflicts: [] });
    expect(told.unplaced).toMatchObject([{ text: '要相談' }]);
    expect(rowOf(await read(), ids()[0])).toEqual({
      ...rows[0],
      results: ['手で打った結果です。'],
      ...handedIn,
    });
  });
});

describe('A Word file that is refused', () => {
  type Refused = readonly [what: string, failure: object, make: (word: WordSurgery) => Uint8Array];
  const property = (name: string, value: string) => (word: WordSurgery) => {
    const custom = word.parts.get('docProps/custom.xml') ?? '';
    const said = new RegExp(`(name="${name}"><vt:lpwstr>)[^<]*`, 'u');
    word.parts.set('docProps/custom.xml', custom.replace(said, `$1${value}`));
    return word.bytes();
  };
  const refused: readonly Refused[] = [
    ['is cut off', { code: 'word-refused', why: 'broken' }, (word) => word.bytes().subarray(0, 900)],
    ['is something else', { code: 'word-refused' }, () => new TextEncoder().encode('Word ではありません')],
    [
      'unpacks to more than any report holds',
      { code: 'word-refused', why: 'too-large' },
      (word) => {
        const size = 60 << 20;
        const deflated = deflateRawSync(Buffer.alloc(size, ' '));
        return zipArchive([
          ...[...word.parts]
            .filter(([name]) => name !== 'word/document.xml')
            .map(([name, text]) => zipEntry(name, text)),
          { name: 'word/document.xml', crc: 0, size, deflated },
        ]);
      },
    ],
    ['comes from a newer program', { code: 'word-from-the-future' }, property('SengenFormat', '2')],
    [
      'belongs to another report',
      { code: 'part-refused', why: 'other-report' },
      property('SengenReport', 'anotherreport222'),
    ],
    [
      'starts from a step that there was not',
      { code: 'part-refused', why: 'unknown-base' },
      property('SengenStart', '3 stepofsomebodyel'),
    ],
    [
      'says that other rows were given out',
      { code: 'part-refused', why: 'unknown-base' },
      property('SengenSection', '生活安全課'),
    ],
    [
      'says another content',
      { code: 'part-refused', why: 'unknown-base' },
      property('SengenContent', '0'.repeat(64)),
    ],
    ['is of a form that nobody knows', { code: 'word-form-unknown' }, property('SengenForm', 'other')],
    [
      'brings a row of another section',
      { code: 'part-refused', why: 'other-section' },
      (word) => {
        addedBelow(word, ids()[0], ['1', '書き換え', '・他課の取組です。', '', '', ''], others?.id);
        return word.bytes();
      },
    ],
    [
      'brings a row that another section has by its name',
      { code: 'part-refused', why: 'other-section' },
      (word) => {
        const title = [others?.title ?? '', `(${others?.section ?? ''})`];
        addedBelow(word, ids()[0], ['1', title, '・他課の取組です。', '', '', '']);
        return word.bytes();
      },
    ],
  ];
  let others: Initiative | undefined;

  test('changes nothing, and is told by name', async () => {
    const bytes = (await givenOut()).bytes();
    others = (await read()).initiatives[0];
    const stored = must(await compiler.call('reports.read', { report }));
    const file = join(folder, '偽物.docx');
    for (const [what, failure, make] of refused) {
      writeFileSync(file, make(await WordSurgery.open(bytes)));
      expect(mustFail(await take(file, true)), what).toMatchObject({ ...failure, path: file });
      expect(must(await compiler.call('reports.read', { report })), what).toEqual(stored);
    }
    expect(must(await compiler.call('conflicts.list', { report }))).toEqual([]);
  });

  test('because it is an exported report, or has nothing to do with what was given out', async () => {
    await givenOut();
    compiler.files.export = join(folder, '報告.docx');
    must(await compiler.call('reports.export', { report }));
    expect(mustFail(await take(compiler.files.export))).toMatchObject({
      code: 'part-refused',
      why: 'exported',
    });
    const word = await WordSurgery.open(readFileSync(compiler.files.export));
    word.parts.set('docProps/custom.xml', noProperties);
    word.withoutBookmarks();
    withoutCarried(word);
    for (const { title } of rows) word.document = word.document.replaceAll(title, 'ほかの取組');
    expect(mustFail(await take(saved(word), true))).toMatchObject({
      code: 'part-refused',
      why: 'unknown-base',
    });
  });

  test('because the report is written in another form by now; so is a part', async () => {
    const word = await givenOut();
    compiler.files.export = join(folder, '配布.sengen-part');
    must(await compiler.call('parts.giveOut', { report, section }));
    const own = openTestApplication(folder, '課.sengen');
    own.files['take-part'] = compiler.files.export;
    must(await own.call('parts.begin', {}));
    own.files.export = join(folder, '提出.sengen-part');
    must(await own.call('parts.handIn', { report, section }));
    await own.close();
    typed(word, ids()[0], 'title', '課の題名');
    const edits = [{ kind: 'set-form', before: null, after: madeUpOfficeForm } as const];
    must(await compiler.call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
    const before = await read();
    for (const file of [saved(word), own.files.export])
      expect(mustFail(await take(file))).toMatchObject({ code: 'part-refused', why: 'other-form' });
    expect(await read()).toEqual(before);
  });

  test('says script as the text that it is', async () => {
    const word = await givenOut();
    typed(word, ids()[0], 'title', '&lt;script&gt;alert(1)&lt;/script&gt;');
    must(await take(saved(word)));
    expect(rowOf(await read(), ids()[0]).title).toBe('<script>alert(1)</script>');
  });
});

const noProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';

function ids(): [string, string, string, string] {
  const [first, second, third, fourth] = rows.map(({ id }) => id);
  return [first ?? '', second ?? '', third ?? '', fourth ?? ''];
}

/** What goes out to the section as a Word file. */
async function givenOut(): Promise<WordSurgery> {
  compiler.files.export = join(folder, '配布.docx');
  const said = { deadline: '4月30日（金）17時', note: '記入例を別に送ります。' };
  expect(must(await compiler.call('parts.giveOut', { report, section, ...said, kind: 'word' })).rows).toBe(
    4,
  );
  return WordSurgery.open(readFileSync(compiler.files.export));
}

/** Types these paragraphs over a field, below its label. */
function typed(
  word: WordSurgery,
  row: string,
  field: Parameters<WordSurgery['edit']>[1],
  ...texts: string[]
): void {
  word.edit(row, field, (xml) => {
    const paragraphs = xml.split('</w:p>').slice(0, -1);
    const labelled = /\[[^\]]+\]/u.test(paragraphs[0] ?? '') ? 1 : 0;
    const start = /<w:bookmarkStart [^>]*\/>/u.exec(xml)?.[0] ?? '';
    const end = /<w:bookmarkEnd [^>]*\/>/u.exec(xml)?.[0] ?? '';
    const label = labelled === 1 ? `${paragraphs[0] ?? ''}</w:p>`.replace(end, '') : '';
    const runs = texts.map((text) => runXml(text));
    runs[0] = (labelled === 1 ? '' : start) + (runs[0] ?? '');
    runs[runs.length - 1] += end;
    return label + runs.map((each) => `<w:p>${each}</w:p>`).join('');
  });
}

function withoutRow(word: WordSurgery, row: string): void {
  word.editRow(row, () => '');
}

function moved(word: WordSurgery, row: string, before: string): void {
  let cut = '';
  word.editRow(row, (xml) => {
    cut = xml;
    return '';
  });
  word.editRow(before, (xml) => cut + xml);
}

/** A new row of the table, a text or several in each cell; `mark`: the row that its marks name. */
function addedBelow(
  word: WordSurgery,
  row: string,
  cells: readonly (string | readonly string[])[],
  mark?: string,
): void {
  const start = mark === undefined ? '' : `<w:bookmarkStart w:id="7000" w:name="_sg_${mark}_title"/>`;
  const end = mark === undefined ? '' : '<w:bookmarkEnd w:id="7000"/>';
  const xml = cells
    .map((texts, at) => {
      const list = typeof texts === 'string' ? [texts] : texts;
      const runs = list.map((text) => paragraphXml(at === 1 ? start + runXml(text) + end : runXml(text)));
      return `<w:tc>${runs.join('')}</w:tc>`;
    })
    .join('');
  word.editRow(row, (before) => `${before}<w:tr>${xml}</w:tr>`);
}

function withoutCarried(word: WordSurgery): void {
  for (const name of word.parts.keys()) if (name.startsWith('customXml/')) word.parts.delete(name);
  const rels = 'word/_rels/document.xml.rels';
  word.parts.set(rels, (word.parts.get(rels) ?? '').replace(/<Relationship [^>]*customXml[^>]*\/>/u, ''));
}

function saved(word: WordSurgery, name = '提出'): string {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, word.bytes());
  return file;
}

function look(file: string) {
  compiler.files['take-part'] = file;
  return compiler.call('parts.look', {});
}

function take(file: string, byTitle = false) {
  compiler.files['take-part'] = file;
  return compiler.call('parts.takeIn', { byTitle });
}

async function read(): Promise<Report> {
  return must(await compiler.call('reports.read', { report })).report;
}

function rowOf({ initiatives }: Report, id: string | undefined): Initiative {
  const row = initiatives.find((each) => each.id === id);
  if (row === undefined) throw new Error('the row is gone');
  return row;
}

async function write(
  id: string,
  field: 'title' | 'plan' | 'results',
  value: string | string[],
): Promise<void> {
  const edits = [setTextEdit(rowOf(await read(), id), field, value)];
  must(await compiler.call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
}
