import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FormName } from '../../shared/model/form.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { smallDisk } from '../support/small-disk.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { WordSurgery } from './word-surgery.ts';

/* Marks come home in a file of whose export the library knows nothing. */

const newFolder = temporaryFolders();

function open(folder: string): TestApplication {
  const application = openTestApplication(folder);
  onTestFinished(() => application.close());
  return application;
}

async function firstRow(application: TestApplication, report: string) {
  const [row] = must(await application.call('reports.read', { report })).report.initiatives;
  return row!;
}

let steps = 0;
/** Changes the first row's title, and so what the report says. */
async function retitle(application: TestApplication, report: string, after: string): Promise<void> {
  const { id, title: before } = await firstRow(application, report);
  const edit = { kind: 'set-field', owner: 'row', initiative: id, field: 'title', before, after } as const;
  must(
    await application.call('reports.edit', {
      report,
      step: { id: `retitle${(steps += 1)}`, edits: [edit] },
    }),
  );
}

/** Writes the report out, and what was said about it. */
async function exported(application: TestApplication, report: string, file: string, form: FormName) {
  application.files.export = file;
  const { warnings } = must(await application.call('reports.export', { report, form }));
  return { warnings, surgery: await WordSurgery.open(readFileSync(file)) };
}

/** Puts two words before the first line of the first row's plan. */
async function markUp(surgery: WordSurgery, application: TestApplication, report: string) {
  const { id, plan } = await firstRow(application, report);
  surgery.track(id, 'plan', { old: '', now: '早めに', author: '部長 相沢', behind: '・' });
  return `早めに${plan[0]!}`;
}

async function take(application: TestApplication, report: string, file: string, surgery: WordSurgery) {
  writeFileSync(file, surgery.bytes());
  application.files['bring-back'] = file;
  const { id } = must(await application.call('markups.take', {}));
  const { suggestions } = must(await application.call('markups.list', { report, bringBack: id }));
  const { conflicts } = must(
    await application.call('markups.accept', { suggestions: suggestions.map((each) => each.id) }),
  );
  return { suggestions, conflicts };
}

test('an export that could not be recorded says exactly that, and its marks come home', async ({
  skip,
}) => {
  const disk = smallDisk();
  if (disk === null) return skip();
  const application = open(disk.folder);
  const { report } = must(await application.call('sample.add', {}));
  const file = join(newFolder(), '部長へ.docx');
  writeFileSync(file, 'もとのファイル');
  disk.fill();
  const { warnings, surgery } = await exported(application, report, file, 'report');
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(
    /^「部長へ\.docx」は書き出せました。書き出したことの記録だけが、.*残っていません。空き容量が足りない.*そのまま使えます。.*空きを作る/,
  );
  disk.empty();

  const { title } = await firstRow(application, report);
  await retitle(application, report, '後で直した題');
  const marked = await markUp(surgery, application, report);
  const { suggestions, conflicts } = await take(application, report, file, surgery);
  expect(suggestions).toMatchObject([{ row: 1, field: 'plan', standing: 'clean' }]);
  expect(conflicts).toEqual([]);
  expect((await firstRow(application, report)).plan[0]).toBe(marked);
  // It was found in the log, and is recorded now: whether anything but the marks was changed since is known again.
  const status = async () =>
    must(await application.call('markups.list', { report })).bringBacks.map((file) => file.status);
  expect(await status()).toEqual(['changed-since']);
  await retitle(application, report, title);
  expect(await status()).toEqual(['current']);
});

test.each(['report', 'declaration'] as const)(
  'a %s that another copy of the library wrote, of a text that this one never had, comes home by what it carries',
  async (form) => {
    const folder = newFolder();
    const first = openTestApplication(folder);
    const { report } = must(await first.call('sample.add', {}));
    await first.close();
    const elsewhere = join(folder, '別の場所');
    mkdirSync(elsewhere);
    copyFileSync(join(folder, '報告.sengen'), join(elsewhere, '報告.sengen'));
    const other = open(elsewhere);
    await retitle(other, report, '別の場所で直した題');
    const file = join(elsewhere, '部長へ.docx');
    const { warnings, surgery } = await exported(other, report, file, form);
    expect(warnings).toEqual([]);

    const own = open(folder);
    await retitle(own, report, 'こちらで直した題');
    const marked = await markUp(surgery, own, report);
    const { suggestions, conflicts } = await take(own, report, file, surgery);
    expect(suggestions).toMatchObject([{ row: 1, field: 'plan', standing: 'clean' }]);
    expect(conflicts).toEqual([]);
    const { plan, title } = await firstRow(own, report);
    expect([plan[0], title]).toEqual([marked, 'こちらで直した題']);

    // Without what it carries nobody knows what it said.
    surgery.parts.delete('customXml/item1.xml');
    writeFileSync(file, surgery.bytes());
    own.files['bring-back'] = file;
    expect(mustFail(await own.call('markups.take', {})).code).toBe('word-content-unknown');
  },
);
