import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { madeUpOfficeForm } from '../fields/made-up-form.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;

beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
});
afterEach(() => application.close());

async function addReport(rows: number): Promise<string> {
  const { initiatives, id: _id, ...heading } = variedReport(rows);
  const { report } = must(await application.call('reports.create', heading));
  const edits = initiatives.map((initiative, at) => ({ kind: 'add-initiative', at, initiative }) as const);
  must(await application.call('reports.edit', { report, step: { id: 'step0001', edits } }));
  return report;
}

test('a search knows what was typed a moment before, and lets other requests in while it indexes', async () => {
  await addReport(700);
  const order: string[] = [];
  await Promise.all([
    application
      .call('search.find', { query: '件', limit: 200 })
      .then((found) => order.push(`${must(found).hits.length} hits`)),
    application.call('reports.list', {}).then(() => order.push('list')),
  ]);
  expect(order).toEqual(['list', '200 hits']);
});

test('the answer comes in pages that are passed on by the page', async () => {
  const report = await addReport(60);
  const first = must(await application.call('search.find', { query: '件' }));
  expect(first.hits).toHaveLength(50);
  expect(first.hits.map(({ row }) => row)).toEqual(first.hits.map((_, index) => index + 1));
  expect(first.hits.every((hit) => hit.report === report)).toBe(true);
  const rest = must(await application.call('search.find', { query: '件', after: first.more }));
  expect(rest.hits.map(({ row }) => row)).toEqual(rest.hits.map((_, index) => index + 51));
  expect(rest).toMatchObject({ more: null });
});

test('a field that only the form knows is found under the name that the form gives it', async () => {
  const report = await addReport(1);
  const [row] = variedReport(1).initiatives;
  const edits = [
    { kind: 'set-form', before: null, after: madeUpOfficeForm },
    {
      kind: 'set-field',
      owner: 'row',
      initiative: row?.id ?? '',
      field: 'xpartners',
      before: [],
      after: ['汐見商店会'],
    },
  ] as const;
  must(await application.call('reports.edit', { report, step: { id: 'step0002', edits: [...edits] } }));
  const { hits } = must(await application.call('search.find', { query: '汐見商店会' }));
  expect(hits).toMatchObject([
    { report, field: 'xpartners', fieldName: '協働関係先', excerpt: '汐見商店会' },
  ]);
  expect(must(await application.call('search.find', { query: row?.title ?? '' })).hits).toMatchObject([
    { field: 'title', fieldName: '取組名' },
  ]);
});

test('rows are indexed by themselves once it is quiet, in small pieces', async () => {
  await addReport(45);
  const queued = async (): Promise<unknown> => {
    await application.close();
    const database = new SqliteDatabase(join(folder, '報告.sengen'));
    const count = database.prepare('SELECT count(*) FROM search_queue').pluck().get();
    database.close();
    application = openTestApplication(folder);
    return count;
  };
  expect(await queued()).toBe(45);
  const afterQuiet = async (milliseconds: number): Promise<unknown> => {
    must(await application.call('reports.list', {}));
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return queued();
  };
  // It needs quiet, and looking disturbs it: a slow machine gets longer each time.
  for (let quiet = 1_200; (await afterQuiet(quiet)) !== 0; quiet *= 2) expect(quiet).toBeLessThan(60_000);
});

test('a query that is too long, and a place that is none, are refused', async () => {
  const refused = [
    { query: 'あ'.repeat(201) },
    { query: '朝\n市' },
    { query: '朝市', limit: 0 },
    { query: '朝市', limit: 201 },
    { query: '朝市', after: '1; DROP TABLE reports' },
    { query: '朝市', after: '-1' },
  ];
  for (const input of refused) {
    expect(mustFail(await application.dispatch('search.find', input)).code).toBe('request-invalid');
  }
});
