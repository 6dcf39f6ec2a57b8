import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { madeUpOfficeForm, madeUpValues } from '../fields/made-up-form.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;

beforeEach(async () => {
  folder = newFolder();
  application = openTestApplication(folder);
  ({ report } = must(await application.call('sample.add', {})));
});
afterEach(() => application.close());

let steps = 0;
async function setForm(before: OfficeForm | null, after: OfficeForm | null): Promise<void> {
  steps += 1;
  const edits = [{ kind: 'set-form', before, after } as const];
  must(await application.call('reports.edit', { report, step: { id: `step${steps}aaa`, edits } }));
}
const formNow = async () => must(await application.call('reports.read', { report })).report.form;
const listed = async () => must(await application.call('forms.list', {}));

describe('the form of a report', () => {
  test('is set, undone, kept and offered to other reports', async () => {
    expect(await formNow()).toBeUndefined();
    expect((await listed())[0]).toEqual({ form: officialForm, from: 'brought' });
    await setForm(null, madeUpOfficeForm);
    expect(await formNow()).toEqual(madeUpOfficeForm);
    expect((await listed()).at(-1)).toEqual({ form: madeUpOfficeForm, from: 'used' });
    const undone = must(await application.call('reports.undo', { report }));
    expect(undone.edits).toEqual([{ kind: 'set-form', before: madeUpOfficeForm, after: null }]);
    expect(await formNow()).toBeUndefined();
    must(await application.call('reports.redo', { report }));
    await application.close();
    application = openTestApplication(folder);
    expect(await formNow()).toEqual(madeUpOfficeForm);
  });

  test('is written to a file that another Sengen reads', async () => {
    const path = join(folder, '様式.json');
    application.files.export = path;
    must(await application.call('forms.write', { form: madeUpOfficeForm }));
    expect(application.wishes.at(-1)?.suggestedName).toBe('様式_試しの様式.json');
    application.files['read-form'] = path;
    expect(must(await application.call('forms.read', {})).form).toEqual(madeUpOfficeForm);
  });

  test('is proposed after a Word file’s table, by the fields of the forms that the library uses', async () => {
    await setForm(null, madeUpOfficeForm);
    const path = join(folder, '課の表.docx');
    application.files.export = path;
    must(await application.call('reports.export', { report, form: 'report' }));
    application.files['read-form'] = path;
    const { form, unknown } = must(await application.call('forms.propose', {}));
    expect(unknown).toEqual([]);
    expect(form.label).toBe('課の表');
    expect(form.id).not.toBe(madeUpOfficeForm.id);
    expect(form.report.columns.map(({ content }) => content)).toEqual(
      madeUpOfficeForm.report.columns.map(({ content }) => content),
    );
    expect(form.fields).toEqual(madeUpOfficeForm.fields);

    writeFileSync(path, readFileSync(join(import.meta.dirname, '../../resources/sample/report.json')));
    expect(mustFail(await application.call('forms.propose', {}))).toMatchObject({
      code: 'word-refused',
      path,
    });
  });

  test.for([
    ['no JSON', '{', 'json-broken'],
    [
      'a report',
      readFileSync(join(import.meta.dirname, '../../resources/sample/report.json'), 'utf8'),
      'format-unknown',
    ],
    ['a form of a version to come', '{"format":"sengen-form/2"}', 'format-from-the-future'],
    ['a column of a field that is not there', withColumn('xnowhere'), 'content-invalid'],
    ['a field of the name of another one', withFieldTwice(), 'content-invalid'],
  ])('%s is refused by name, and nothing is changed', async ([, text, code]) => {
    const path = join(folder, '別.json');
    writeFileSync(path, text ?? '');
    application.files['read-form'] = path;
    expect(mustFail(await application.call('forms.read', {}))).toMatchObject({ code, path });
    expect(await formNow()).toBeUndefined();
  });

  test('decides what the Word file says; a label that it has otherwise since is no change of a file', async () => {
    const [row] = must(await application.call('reports.read', { report })).report.initiatives;
    await setForm(null, madeUpOfficeForm);
    const edits = [
      {
        kind: 'set-field',
        owner: 'row',
        initiative: row?.id ?? '',
        field: 'xpartners',
        before: [],
        after: madeUpValues.xpartners,
      } as const,
    ];
    must(await application.call('reports.edit', { report, step: { id: 'stepownaa', edits } }));
    const path = join(folder, '報告.docx');
    application.files.export = path;
    must(await application.call('reports.export', { report, form: 'report' }));
    application.files.verify = path;
    const verified = async () => must(await application.call('files.verify', {}));
    const answer = await verified();
    expect(answer).toMatchObject({ status: 'same-text', cells: [] });
    expect(answer.own).toContainEqual({ id: 'xpartners', label: '協働関係先' });

    const renamed = {
      ...madeUpOfficeForm,
      report: {
        ...madeUpOfficeForm.report,
        cellLabels: { ...madeUpOfficeForm.report.cellLabels, xpartners: '[連携先]' },
      },
    };
    await setForm(madeUpOfficeForm, renamed);
    expect(await verified()).toMatchObject({ status: 'same-text', cells: [] });
    await setForm(renamed, null);
    expect(await verified()).toMatchObject({ status: 'same-text', cells: [] });
  });
});

function withColumn(field: string): string {
  const { report: document } = officialForm;
  const columns = [...document.columns, { heading: ['列'], content: [field], width: 10 }];
  return JSON.stringify({ ...officialForm, report: { ...document, columns } });
}

function withFieldTwice(): string {
  const [field] = madeUpOfficeForm.fields;
  return JSON.stringify({ ...officialForm, fields: [field, field] });
}
