import { afterEach, beforeEach, expect, test } from 'vitest';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { madeUpOfficeForm } from '../fields/made-up-form.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let application: TestApplication;

beforeEach(() => {
  application = openTestApplication(newFolder());
});
afterEach(() => application.close());

const heading = (fiscalYear: number) => ({
  municipality: '帆立市',
  department: '港湾部',
  fiscalYear,
  yearLabel: `令和${fiscalYear - 2018}年度`,
  headPost: '港湾部長',
  headName: '浜野 渚',
});

test('a new report goes on from an earlier one, each row linked to the one it goes on from', async () => {
  const { report: earlier } = must(await application.call('reports.create', heading(2025)));
  const edits = ['桟橋の補修', '釣り場の開放'].map(
    (title, at) =>
      ({
        kind: 'add-initiative',
        at,
        initiative: { ...emptyInitiative(`rowofyear0${at}`), title, section: '管理課', results: ['完了'] },
      }) as const,
  );
  must(await application.call('reports.edit', { report: earlier, step: { id: 'step0001', edits } }));

  const { report } = must(
    await application.call('reports.create', {
      ...heading(2026),
      from: { report: earlier, parts: 'names' },
    }),
  );
  const { initiatives } = must(await application.call('reports.read', { report })).report;
  expect(initiatives.map(({ title, results }) => ({ title, results }))).toEqual([
    { title: '桟橋の補修', results: [] },
    { title: '釣り場の開放', results: [] },
  ]);
  for (const [at, { id }] of initiatives.entries()) {
    const { confirmed, found } = must(await application.call('rows.lastYear', { report, initiative: id }));
    expect({ confirmed, row: found?.row, results: found?.initiative.results }).toEqual({
      confirmed: true,
      row: at + 1,
      results: ['完了'],
    });
  }
});

test('a new report is written in the form that was asked for, else in that of the report it goes on from', async () => {
  const formOf = async (more: object) => {
    const { report } = must(await application.call('reports.create', { ...heading(2025), ...more }));
    return { report, form: must(await application.call('reports.read', { report })).report.form };
  };
  const earlier = await formOf({ form: madeUpOfficeForm });
  expect(earlier.form).toEqual(madeUpOfficeForm);
  const from = { report: earlier.report, parts: 'names' };
  expect((await formOf({ from })).form).toEqual(madeUpOfficeForm);
  // The official form is not said.
  expect((await formOf({ from, form: officialForm })).form).toBeUndefined();
});

test('from a report that is gone, none is made', async () => {
  const from = { report: 'gone000000000000', parts: 'names' as const };
  expect(mustFail(await application.call('reports.create', { ...heading(2026), from })).code).toBe(
    'report-missing',
  );
  expect(must(await application.call('reports.list', {}))).toEqual([]);
});
