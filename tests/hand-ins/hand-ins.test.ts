import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTextEdit } from '../../shared/model/fields/set-text-edit.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { writePart } from '../../main/application/hand-ins/write-part.ts';
import { readPartTexts } from '../../main/exchange/part/read-part-texts.ts';
import type { Part, PartContent } from '../../main/exchange/part/part-content.ts';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { zipEntry } from '../../main/word/writing/zip-entry.ts';
import { zipArchive } from '../../main/word/writing/zip-writer.ts';
import { sha256Of } from '../../main/files/sha256.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const section = '市民窓口課';

let folder: string;
let compiler: TestApplication;
let report: string;
const open: TestApplication[] = [];

beforeEach(async () => {
  folder = newFolder();
  compiler = opened('取りまとめ.sengen');
  ({ report } = must(await compiler.call('sample.add', {})));
});
afterEach(async () => {
  for (const application of open.splice(0)) await application.close();
});

describe('A section that gets its rows, and hands them in', () => {
  test('writes in a library of its own; one step takes in what it wrote, and takes it back', async () => {
    const own = await begun();
    const rows = (await read(own)).initiatives;
    expect(rows.map((row) => row.section)).toEqual([section, section, section, section]);
    const [first] = rows;
    await write(own, first?.id ?? '', 'results', ['・窓口を二つ増やしました。']);
    const file = await handIn(own, '一回目');
    const told = must(await take(file));
    expect(told).toMatchObject({ known: false, merged: [{ row: 12, field: 'results' }], conflicts: [] });
    expect(rowOf(await read(compiler), first?.id).results).toEqual(['・窓口を二つ増やしました。']);
    expect(must(await compiler.call('reports.read', { report })).history.undo).toMatchObject({
      cause: { kind: 'take-in-part', section },
    });
    must(await compiler.call('reports.undo', { report }));
    expect(rowOf(await read(compiler), first?.id)).toEqual(first);
    // Taken back, it can be taken in again; then it is known.
    expect(must(await take(file))).toMatchObject({ known: false, merged: [{ row: 12, field: 'results' }] });
    expect(must(await take(file))).toMatchObject({ known: true, step: null, merged: [] });
  });

  test('meets what we wrote ourselves: ours stays until it is settled, and nothing is signed or goes out unsaid', async () => {
    const own = await begun();
    const [row] = (await read(own)).initiatives;
    const id = row?.id ?? '';
    const old = row?.title ?? '';
    await write(own, id, 'title', '課の題名');
    await write(compiler, id, 'title', '部の題名');
    const told = must(await take(await handIn(own)));
    expect(told.merged).toEqual([]);
    expect(told.conflicts).toMatchObject([
      {
        row: 12,
        field: 'title',
        name: '取組名',
        base: old,
        ours: '部の題名',
        theirs: ['課の題名'],
        section,
      },
    ]);
    expect(rowOf(await read(compiler), id).title).toBe('部の題名');
    expect(mustFail(await compiler.call('signOffs.record', signOff()))).toEqual({
      code: 'conflicts-open',
      report,
      conflicts: 1,
    });
    compiler.files.export = join(folder, '部.docx');
    const { warnings } = must(await compiler.call('reports.export', { report }));
    expect(warnings[0]).toContain('食い違いが1か所残ったまま書き出しました（12番 取組名）');
    expect(await shadedTexts(compiler.files.export)).toEqual(['部の題名(市民窓口課)']);

    const [conflict] = must(await compiler.call('conflicts.list', { report }));
    const settled = must(
      await compiler.call('conflicts.settle', { conflict: conflict?.id ?? '', with: 0 }),
    );
    expect(settled.open).toBe(0);
    expect(rowOf(await read(compiler), id).title).toBe('課の題名');
    // Taken back, it is open again; done again, it is settled.
    must(await compiler.call('reports.undo', { report }));
    expect(must(await compiler.call('conflicts.list', { report }))).toHaveLength(1);
    must(await compiler.call('reports.redo', { report }));
    expect(must(await compiler.call('conflicts.list', { report }))).toEqual([]);
    expect(
      mustFail(await compiler.call('conflicts.settle', { conflict: conflict?.id ?? '', with: 'ours' })),
    ).toEqual({
      code: 'conflict-settled',
    });
    // What it hands in next goes on from there: what was decided is not raised again.
    await write(own, id, 'plan', ['・窓口の案内を改めます。']);
    expect(must(await take(await handIn(own, '二回目')))).toMatchObject({
      merged: [{ row: 12, field: 'plan' }],
      conflicts: [],
    });
  });

  test('that only differs is a step as well, taken back with what it met; so is settling with what stands there', async () => {
    const own = await begun();
    const id = (await read(own)).initiatives[0]?.id ?? '';
    await write(own, id, 'title', '課の題名');
    await write(compiler, id, 'title', '部の題名');
    const file = await handIn(own);
    const told = must(await take(file));
    expect(told).toMatchObject({ merged: [], conflicts: [{ writable: true, part: null }] });
    const { history } = must(await compiler.call('reports.read', { report }));
    expect(history.undo?.cause).toMatchObject({ kind: 'take-in-part', section });
    const heard = (): number => compiler.sent.filter(({ name }) => name === 'conflicts.changed').length;
    const before = heard();
    must(await compiler.call('imports.takeBack', { report, step: told.step }));
    expect(must(await compiler.call('conflicts.list', { report }))).toEqual([]);
    expect(heard()).toBe(before + 1);
    must(await compiler.call('reports.redo', { report }));
    const [conflict] = must(await compiler.call('conflicts.list', { report }));
    must(await compiler.call('conflicts.settle', { conflict: conflict?.id ?? '', with: 'ours' }));
    expect(must(await compiler.call('conflicts.list', { report }))).toEqual([]);
    must(await compiler.call('reports.undo', { report }));
    expect(must(await compiler.call('conflicts.list', { report }))).toEqual([conflict]);
    const text = '課と部の\n題名';
    must(await compiler.call('conflicts.settle', { conflict: conflict?.id ?? '', with: { text } }));
    expect(rowOf(await read(compiler), id).title).toBe('課と部の題名');
    must(await compiler.call('reports.undo', { report }));
    expect(rowOf(await read(compiler), id).title).toBe('部の題名');
  });

  test('is looked at first: what it says of itself, what it would come to, and why it is refused', async () => {
    const own = await begun();
    const [first, second] = (await read(own)).initiatives;
    await write(own, first?.id ?? '', 'title', '課の題名');
    await write(compiler, first?.id ?? '', 'title', '部の題名');
    await write(own, second?.id ?? '', 'plan', ['・案内を改めます。']);
    const file = await handIn(own, '一回目');
    const broken = join(folder, '壊れた.sengen-part');
    writeFileSync(broken, readFileSync(file).subarray(0, 300));
    compiler.several.push(file, broken, join(folder, '配布.sengen-part'));
    const before = must(await compiler.call('reports.read', { report }));
    const { looked, refused } = must(await compiler.call('parts.lookAtAll', { dropped: [] }));
    expect(looked).toMatchObject([
      {
        fileName: '提出一回目.sengen-part',
        kind: 'handed-in',
        section,
        note: '一回目',
        deadline: '4月30日',
        revision: 1,
        rows: 4,
        comes: {
          to: 'take-in',
          report,
          merged: [{ row: 13, field: 'plan', name: '取組内容' }],
          conflicts: 1,
        },
      },
      { kind: 'given-out', comes: { to: 'begun', report } },
    ]);
    expect(refused).toMatchObject([
      { fileName: '壊れた.sengen-part', failure: { code: 'part-refused', why: 'broken' } },
    ]);
    expect(must(await compiler.call('reports.read', { report }))).toEqual(before);
    // What was looked at is what is taken in, whatever lies there now.
    writeFileSync(file, 'ほかの内容');
    const part = looked[0]?.part ?? '';
    expect(must(await compiler.call('parts.takeIn', { part }))).toMatchObject({ known: false });
    expect(must(await compiler.call('parts.takeIn', { part }))).toMatchObject({ known: true });
    expect(mustFail(await compiler.call('parts.takeIn', { part: 'nopartofthisname' }))).toEqual({
      code: 'dropped-file-forgotten',
    });
  });

  test('gets them with all other sections at once, a file each; rows without a section go to nobody', async () => {
    await write(compiler, (await read(compiler)).initiatives[0]?.id ?? '', 'section', '');
    compiler.files['give-out'] = folder;
    const told = must(await compiler.call('parts.giveOutAll', { report, deadline: '4月30日' }));
    const { initiatives } = await read(compiler);
    const sections = [...new Set(initiatives.map((row) => row.section))].filter((name) => name !== '');
    expect(told).toMatchObject({ folder, without: 1 });
    expect(told.written.map((one) => one.section)).toEqual(sections);
    for (const { path, rows, section: name } of told.written) {
      expect((await partOf(path)).content).toMatchObject({ section: name, deadline: '4月30日' });
      expect(rows).toBe(initiatives.filter((row) => row.section === name).length);
    }
  });

  test('may work on a copy of the whole library: where it parted is read off the log', async () => {
    await write(compiler, (await read(compiler)).initiatives[0]?.id ?? '', 'title', '配る前');
    copyFileSync(join(folder, '取りまとめ.sengen'), join(folder, '写し.sengen'));
    const copy = opened('写し.sengen');
    const rows = (await read(copy)).initiatives.filter((row) => row.section === section);
    await write(copy, rows[0]?.id ?? '', 'title', '写しで書いた題名');
    await write(compiler, rows[1]?.id ?? '', 'title', '部で書いた題名');
    const told = must(await take(await handIn(copy)));
    expect(told).toMatchObject({ merged: [{ row: 12, field: 'title' }], conflicts: [] });
    const { initiatives } = await read(compiler);
    expect(initiatives.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['配る前', '写しで書いた題名', '部で書いた題名']),
    );
  });

  test('hands in the same bytes for the same content', async () => {
    const part = await partOf(await handIn(await begun()));
    const again = structuredClone(part.content);
    expect(writePart('handed-in', again)).toEqual(writePart('handed-in', part.content));
    expect(must(await compiler.call('parts.look', {}))).toMatchObject({
      kind: 'handed-in',
      section,
      rows: 4,
    });
  });
});

describe('A part that is refused', () => {
  type Refused = readonly [what: string, why: string, bytes: (part: Part) => Uint8Array];
  const altered = (change: (content: PartContent) => PartContent) => (part: Part) =>
    writePart(part.kind, change(part.content)).bytes;
  const raw = (manifest: object, content: string): Uint8Array =>
    zipArchive([zipEntry('manifest.json', JSON.stringify(manifest)), zipEntry('content.json', content)]);
  const firstRow = (content: PartContent, change: Partial<Initiative>): PartContent => ({
    ...content,
    rows: content.rows.map((row, at) => (at === 0 ? { ...row, ...change } : row)),
  });

  const refused: readonly Refused[] = [
    ['is cut off', 'broken', (part) => writePart(part.kind, part.content).bytes.subarray(0, 700)],
    ['is something else', 'broken', () => new TextEncoder().encode('これは配布ファイルではありません')],
    ['is another zip', 'not-part', () => zipArchive([zipEntry('word/document.xml', '<x/>')])],
    [
      'was changed after it was made',
      'tampered',
      (part) =>
        raw(
          { format: 'sengen-part/1', kind: 'handed-in', content: part.hash },
          JSON.stringify({ ...part.content, section: '別の課' }),
        ),
    ],
    [
      'comes from a newer program',
      'future',
      (part) => raw({ format: 'sengen-part/2', kind: 'handed-in', content: part.hash }, '{}'),
    ],
    ['unpacks to more than any report holds', 'too-large', bomb],
    ['is what was given out', 'not-handed-in', (part) => writePart('given-out', part.content).bytes],
    [
      'belongs to another report',
      'other-report',
      altered((content) => ({ ...content, report: { ...content.report, id: 'anotherreport222' } })),
    ],
    ['started from something else', 'unknown-base', altered((content) => ({ ...content, base: [] }))],
    [
      'starts from a step that there was not',
      'unknown-base',
      altered((content) => ({ ...content, start: { sequence: 3, step: 'stepofsomebodyel' } })),
    ],
    ['says a control character', 'broken', altered((content) => firstRow(content, { title: 'a\u0000b' }))],
    [
      'has one row twice',
      'broken',
      altered((content) => ({ ...content, rows: [...content.rows, ...content.rows] })),
    ],
  ];

  test('changes nothing, and is told by name', async () => {
    const part = await partOf(await handIn(await begun()));
    const file = join(folder, '偽物.sengen-part');
    const stored = must(await compiler.call('reports.read', { report }));
    for (const [what, why, bytes] of refused) {
      writeFileSync(file, bytes(part));
      expect(mustFail(await take(file)), what).toMatchObject({ code: 'part-refused', path: file, why });
      expect(must(await compiler.call('reports.read', { report })), what).toEqual(stored);
    }
    expect(must(await compiler.call('conflicts.list', { report }))).toEqual([]);
  });

  test('because it brings rows of another section changes nothing', async () => {
    const part = await partOf(await handIn(await begun()));
    const others = (await read(compiler)).initiatives[0];
    const file = join(folder, '他課.sengen-part');
    const rows = [...part.content.rows, { ...(others as Initiative), title: '書き換え' }];
    writeFileSync(file, writePart('handed-in', { ...part.content, rows }).bytes);
    const before = await read(compiler);
    expect(mustFail(await take(file))).toMatchObject({ code: 'part-refused', why: 'other-section' });
    expect(await read(compiler)).toEqual(before);
  });

  test('says script as the text that it is', async () => {
    const own = await begun();
    const [row] = (await read(own)).initiatives;
    await write(own, row?.id ?? '', 'title', '<script>alert(1)</script>');
    must(await take(await handIn(own)));
    expect(rowOf(await read(compiler), row?.id).title).toBe('<script>alert(1)</script>');
  });

  test('and a section that the report does not have gets none', async () => {
    compiler.files.export = join(folder, '配布.sengen-part');
    expect(mustFail(await compiler.call('parts.giveOut', { report, section: 'ない課' }))).toMatchObject({
      code: 'section-unknown',
      sections: expect.arrayContaining([section]) as string[],
    });
  });
});

function opened(name: string): TestApplication {
  const application = openTestApplication(folder, name);
  open.push(application);
  return application;
}

/** The library that the section makes of what is given out to it. */
async function begun(): Promise<TestApplication> {
  const file = join(folder, '配布.sengen-part');
  compiler.files.export = file;
  expect(must(await compiler.call('parts.giveOut', { report, section, deadline: '4月30日' })).rows).toBe(4);
  const own = opened('課.sengen');
  own.files['take-part'] = file;
  expect(must(await own.call('parts.begin', {}))).toMatchObject({ report, section, deadline: '4月30日' });
  return own;
}

async function handIn(own: TestApplication, note = ''): Promise<string> {
  const file = join(folder, `提出${note}.sengen-part`);
  own.files.export = file;
  must(await own.call('parts.handIn', { report, section, note }));
  compiler.files['take-part'] = file;
  return file;
}

function take(file: string) {
  compiler.files['take-part'] = file;
  return compiler.call('parts.takeIn', {});
}

/** What stands in the shaded cells below the headings. */
async function shadedTexts(file: string): Promise<string[]> {
  const parts = must(await readPackageParts(readFileSync(file)));
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  return [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gsu)]
    .map(([cell]) => cell)
    .filter((cell) => cell.includes('w:fill="FFF2CC"'))
    .map((cell) => [...cell.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, text]) => text).join(''));
}

async function partOf(file: string): Promise<Part> {
  const parts = must(await readPackageParts(readFileSync(file)));
  const content = parts.get('content.json') ?? new Uint8Array();
  return must(readPartTexts(parts.get('manifest.json') ?? content, content, sha256Of(content)));
}

async function read(application: TestApplication): Promise<Report> {
  return must(await application.call('reports.read', { report })).report;
}

function rowOf({ initiatives }: Report, id: string | undefined): Initiative {
  const row = initiatives.find((each) => each.id === id);
  if (row === undefined) throw new Error('the row is gone');
  return row;
}

async function write(
  application: TestApplication,
  id: string,
  field: 'title' | 'section' | 'plan' | 'results',
  value: string | string[],
): Promise<void> {
  const edits: Edit[] = [setTextEdit(rowOf(await read(application), id), field, value)];
  must(await application.call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
}

function signOff() {
  return { report, signedBy: '部長', signedAt: '2027-05-01', note: '' };
}

/** Forty megabytes of nothing. */
function bomb(): Uint8Array {
  const size = 40 << 20;
  const deflated = deflateRawSync(Buffer.alloc(size));
  return zipArchive([zipEntry('manifest.json', '{}'), { name: 'content.json', crc: 0, size, deflated }]);
}
