import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Imported, Reading } from '../../shared/contract/import-requests.ts';
import type { Report } from '../../shared/model/report.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { madeUpOfficeForm, madeUpValues } from '../fields/made-up-form.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { takeIn } from '../support/take-in.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/years-of-files.ts';
import { layouts } from '../word-understanding/layouts.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;

interface Row extends Record<string, unknown> {
  title: string;
  section: string;
  plan: string[];
}

beforeEach(async () => {
  folder = newFolder();
  application = openTestApplication(folder);
  ({ report } = must(await application.call('sample.add', {})));
});
afterEach(() => application.close());

const sample = () =>
  JSON.parse(readFileSync(sampleReport, 'utf8')) as Record<string, unknown> & { initiatives: Row[] };

const stored = async (): Promise<Report> => must(await application.call('reports.read', { report })).report;

/** Reads a file with these rows of the sample. */
async function read(initiatives: unknown[], changes: Record<string, unknown> = {}): Promise<Reading> {
  application.files.import = join(folder, '課.json');
  writeFileSync(application.files.import, JSON.stringify({ ...sample(), initiatives, ...changes }));
  return must(await application.call('imports.read', {}));
}

const [first, second] = sample().initiatives as [Row, Row];
const rewritten = { ...first, plan: ['書き直した計画です。'], results: [] };
const fresh = { title: '新しく始める取組', section: first.section, plan: ['これから始めます。'] };

describe('what storing a file would do', () => {
  test('is told row by row, as the library is now, and nothing is stored', async () => {
    const before = await stored();
    const { id, heading, kind, warnings } = await read([fresh, second, rewritten]);
    expect([kind, warnings]).toEqual(['json', []]);
    const plan = must(await application.call('imports.plan', { reading: id, heading }));
    expect(plan).toMatchObject({ report, reordered: false, little: false, heading: [] });
    expect(plan.rows.map((row) => [row.kind, row.place, row.number, row.title])).toEqual([
      ['added', 1, null, fresh.title],
      ['same', 2, 2, second.title],
      ['updated', 3, 1, first.title],
      ...before.initiatives.slice(2).map(({ title }, at) => ['unmentioned', null, at + 3, title] as const),
    ]);
    expect(plan.rows[2]).toMatchObject({
      initiative: before.initiatives[0]?.id,
      changes: [{ field: 'plan', before: first.plan, after: ['書き直した計画です。'] }],
      kept: ['results'],
    });
    // Under another heading it is for another report.
    const elsewhere = { reading: id, heading: { ...heading, department: '別の部' } };
    const other = must(await application.call('imports.plan', elsewhere));
    expect(other.report).toBeNull();
    expect(other.rows.map((row) => row.kind)).toEqual(['added', 'added', 'added']);
    expect(await stored()).toEqual(before);
    expect(mustFail(await application.call('imports.plan', { reading: 'gone' })).code).toBe(
      'reading-missing',
    );
  });

  test('is done for the rows that are ticked, as one step', async () => {
    const before = await stored();
    const { id } = await read([rewritten, fresh, { ...second, section: '別の課' }]);
    const [, , gone, stays] = before.initiatives;
    const taken = must(
      await application.call('imports.store', {
        reading: id,
        choice: { omitted: [3], removed: [gone!.id] },
      }),
    );
    expect(taken).toMatchObject({
      made: 'update',
      rows: 3,
      added: 1,
      updated: 1,
      removed: 1,
      unmentioned: 12,
    });
    expect(taken.warnings.join()).toContain('No.1 取組結果');
    const { initiatives } = await stored();
    expect(initiatives).toEqual([
      { ...before.initiatives[0], plan: ['書き直した計画です。'] },
      expect.objectContaining({ title: fresh.title }),
      before.initiatives[1],
      stays,
      ...before.initiatives.slice(4),
    ]);
    expect(taken.initiatives).toEqual([initiatives[0]?.id, initiatives[1]?.id]);
    must(await application.call('reports.undo', { report }));
    expect(await stored()).toEqual(before);
  });

  test('is said of results that come into a declaration: they begin the report, or stay hidden', async () => {
    const declared = sample().initiatives.map((row) => ({
      ...row,
      results: [],
      direction: [],
      outcomes: [],
      targets: (row['targets'] as Record<string, unknown>[]).map((target) => ({
        ...target,
        verdict: null,
      })),
    }));
    const year = { fiscalYear: 2026, yearLabel: '令和8年度' };
    const take = async (rows: unknown[], stage?: string): Promise<Imported> => {
      const reading = await read(rows, { ...year, ...(stage === undefined ? {} : { stage }) });
      return must(await application.call('imports.store', { reading: reading.id }));
    };
    const made = await take(declared, 'declaration');
    expect(made).toMatchObject({ made: 'new', results: null });
    expect(await take([{ ...declared[0], plan: ['書き直した計画です。'] }])).toMatchObject({
      results: null,
    });
    const begun = await take([first]);
    expect(begun).toMatchObject({ made: 'update', results: 'begun' });
    const step = { kind: 'set-stage', before: 'report', after: 'declaration' } as const;
    must(
      await application.call('reports.edit', {
        report: begun.report,
        step: { id: 'stepback1', edits: [step] },
      }),
    );
    // Set back on purpose, it stays so, and whoever brings more is told.
    expect(await take([second])).toMatchObject({ results: 'hidden' });
  });

  test('of a Word file that was hardly understood is told to be little', async () => {
    const sheet = layouts[0]!.make({
      ...sampleOf(2025),
      initiatives: sampleOf(2025).initiatives.slice(0, 2),
    });
    application.files.import = join(folder, '報告.docx');
    writeFileSync(application.files.import, sheet);
    const { id, heading } = must(await application.call('imports.read', {}));
    const plan = must(await application.call('imports.plan', { reading: id, heading }));
    expect([plan.report, plan.little]).toEqual([report, false]);
    expect(plan.rows.filter((row) => row.kind === 'unmentioned')).toHaveLength(13);
  });
});

describe('files of both kinds', () => {
  test('are read at one go, told by their content', async () => {
    const json = join(folder, '報告データ');
    const word = join(folder, '報告.docx');
    writeFileSync(json, JSON.stringify(sample()));
    writeFileSync(word, layouts[0]!.make(sampleOf(2024)));
    application.several.push(json, word);
    const { files } = must(await application.call('imports.readMany', { kind: 'json' }));
    expect(application.wishes).toMatchObject([{ endings: ['json'] }]);
    expect(files).toMatchObject([
      { kind: 'read', reading: { kind: 'json', updates: report, rows: 15 } },
      { kind: 'read', reading: { kind: 'word', updates: null, rows: 15 } },
    ]);
    const [, other] = files.flatMap((file) => (file.kind === 'read' ? [file.reading] : []));
    expect(
      must(await application.call('imports.show', { reading: other!.id })).cells.length,
    ).toBeGreaterThan(50);
  });

  test.each([
    ['municipality', '市区町村名'],
    ['department', '部名'],
  ])('without %s are not stored', async (part) => {
    const { id } = await read([first], { [part]: ' ' });
    const failure = mustFail(await application.call('imports.store', { reading: id }));
    expect(failure).toMatchObject({ code: 'report-names-missing', parts: [part] });
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
  });

  test('from another computer, with identifiers of its own, find the rows that they mean', async () => {
    const before = await stored();
    const foreign = (row: Row, at: number): Row => ({
      ...row,
      id: `elsewhere${at}`,
      targets: (row['targets'] as object[]).map((target, place) => ({
        ...target,
        id: `target${at}x${place}`,
      })),
    });
    const { id } = await read([foreign(rewritten, 0), foreign(second, 1)], { id: 'otherreport' });
    expect(must(await application.call('imports.store', { reading: id }))).toMatchObject({
      added: 0,
      updated: 1,
      warnings: [expect.stringContaining('空欄')],
    });
    expect((await stored()).initiatives.map((row) => row.id)).toEqual(
      before.initiatives.map((row) => row.id),
    );
  });

  test('in which a row was copied with its targets bring it as a new one', async () => {
    application.files.export = join(folder, '控え.json');
    must(await application.call('reports.export', { report, form: 'report', kind: 'json' }));
    const exported = JSON.parse(readFileSync(application.files.export, 'utf8')) as { initiatives: Row[] };
    const [row] = exported.initiatives;
    // Somebody gave the copy another identifier, and forgot those within it; the original is left out.
    const copy = { ...row!, id: 'copied', title: '写して書き換えた取組', plan: ['まったく別の計画です。'] };
    const { id } = await read([copy], { ...exported, initiatives: [copy] });
    const taken = must(await application.call('imports.store', { reading: id }));
    expect(taken).toMatchObject({ added: 1, updated: 0 });
    expect(taken.warnings.join()).toContain('識別子');
    expect((await stored()).initiatives).toHaveLength(16);
  });
});

test('files of several sections are stored at one go, and make one report', async () => {
  const rows = sampleOf(2030).initiatives;
  const paths = [rows.slice(0, 2), rows.slice(2, 5), rows.slice(1, 3)].map((initiatives, at) => {
    const path = join(folder, `課${at}.docx`);
    writeFileSync(path, layouts[0]!.make({ ...sampleOf(2030), initiatives }));
    return path;
  });
  application.several.push(...paths);
  const { files } = must(await application.call('imports.readMany', {}));
  const readings = files.flatMap((file) => (file.kind === 'read' ? [{ reading: file.reading.id }] : []));
  // The third brings a row of the first and one of the second.
  const refused = must(await application.call('imports.storeMany', { readings })).files;
  expect(refused.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
  const stored = must(
    await application.call('imports.storeMany', { readings: readings.slice(0, 2) }),
  ).files;
  expect(stored).toMatchObject([
    { kind: 'stored', imported: { made: 'new', added: 2 } },
    { kind: 'stored', imported: { made: 'update', added: 3, unmentioned: 2 } },
  ]);
  const [newest] = must(await application.call('reports.list', {}));
  expect(newest).toMatchObject({ fiscalYear: 2030, rows: 5 });
});

describe('taking an import back', () => {
  const back = ({ report: of, step }: Imported) =>
    application.call('imports.takeBack', { report: of, step });

  test('undoes an update as long as it is the last step', async () => {
    const before = await stored();
    const { id } = await read([rewritten]);
    const taken = must(await application.call('imports.store', { reading: id }));
    must(await back(taken));
    expect(await stored()).toEqual(before);
    expect(mustFail(await back(taken)).code).toBe('import-overtaken');
  });

  test('takes back nothing else, once the report was changed since', async () => {
    const { id } = await read([rewritten]);
    const taken = must(await application.call('imports.store', { reading: id }));
    const edit = {
      kind: 'set-field',
      owner: 'report',
      field: 'headName',
      before: (await stored()).headName,
      after: '新任 太郎',
    } as const;
    must(await application.call('reports.edit', { report, step: { id: 'later001', edits: [edit] } }));
    const after = await stored();
    expect(mustFail(await back(taken)).code).toBe('import-overtaken');
    expect(await stored()).toEqual(after);
    must(await application.call('reports.undo', { report }));
    must(await back(taken));
  });

  test('puts a report that the import made into the bin', async () => {
    const { id } = await read([first], { fiscalYear: 2030, yearLabel: '令和12年度' });
    const taken = must(await application.call('imports.store', { reading: id }));
    expect(taken).toMatchObject({ made: 'new', step: null, added: 1 });
    must(await back(taken));
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
    expect(must(await application.call('reports.listRemoved', {}))).toMatchObject([{ id: taken.report }]);
  });

  test('has nothing to do where the report said all of it already', async () => {
    application.files.import = sampleReport;
    const taken = must(await takeIn(application));
    expect(taken).toMatchObject({ made: 'same', step: null, added: 0, updated: 0, removed: 0 });
  });
});

describe('the form of a file', () => {
  const own = { ...first, own: madeUpValues };

  test('becomes that of a report in the official form, which is told and taken back', async () => {
    const { id, own: fields } = await read([own], { form: madeUpOfficeForm });
    expect(fields).toEqual(madeUpOfficeForm.fields);
    const imported = must(await application.call('imports.store', { reading: id }));
    expect(imported.warnings).toEqual([
      '報告の様式を、ファイルの様式「試しの様式」に変えました。書いてある内容は変わりません。',
    ]);
    const { form, initiatives } = await stored();
    expect([form, initiatives[0]?.own, initiatives.length]).toEqual([madeUpOfficeForm, madeUpValues, 15]);
    must(await application.call('reports.undo', { report }));
    expect(await stored()).not.toHaveProperty('form');
  });

  test('does not change another form; what that does not show is stored, and told by name', async () => {
    const plain = {
      ...madeUpOfficeForm,
      id: 'plain',
      label: '欄の少ない様式',
      fields: [],
      report: officialForm.report,
    };
    const edits = [{ kind: 'set-form', before: null, after: plain } as const];
    must(await application.call('reports.edit', { report, step: { id: 'stepformaa', edits } }));
    const { id } = await read([{ ...own, own: { xgrade: '◎', xbudget: '10千円' } }], {
      form: madeUpOfficeForm,
    });
    const imported = must(await application.call('imports.store', { reading: id }));
    expect(imported.warnings).toEqual([
      'ファイルの「予算額」「評価」は、報告の様式「欄の少ない様式」の表に欄がないため表示されません。内容は保存してあり、欄のある様式を選ぶと表示されます。',
    ]);
    const { form, initiatives } = await stored();
    expect([form, initiatives[0]?.own]).toEqual([plain, { xgrade: '◎', xbudget: '10千円' }]);
  });
});
