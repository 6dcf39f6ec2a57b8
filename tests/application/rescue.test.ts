import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/* A library that is refused for its damage: what can be read is taken out, and the damaged file stays as it is. */

const newFolder = temporaryFolders();
const name = '報告.sengen';

async function reportsOf(application: TestApplication) {
  const list = must(await application.call('reports.list', {}));
  return Promise.all(
    list.map(async ({ id }) => must(await application.call('reports.read', { report: id })).report),
  );
}

test('a damaged library is put together from its pages and its backup, and opens in its own place', async () => {
  const folder = newFolder();
  const shelf = join(dirname(folder), `${folder.split('/').at(-1) ?? ''}-控え`);
  const open = (): TestApplication => openTestApplication(folder, name, undefined, readerHere, shelf);
  const first = open();
  must(await first.call('sample.add', {}));
  must(await first.call('backups.make', {}));
  const [report] = await reportsOf(first);
  const { id, title } = report!.initiatives[2]!;
  const edits = [
    { kind: 'set-field', owner: 'row', initiative: id, field: 'title', before: title, after: '控えより後' },
  ] as const;
  must(
    await first.call('reports.edit', {
      report: report!.id,
      step: { id: newIdentifier(), edits: [...edits] },
    }),
  );
  const before = await reportsOf(first);
  await first.close();

  const bytes = readFileSync(join(folder, name));
  bytes.fill(0, 4096, 4096 * Math.floor(bytes.length / 8192));
  bytes.fill(0, 0, 100);
  writeFileSync(join(folder, name), bytes);
  const second = open();
  const { libraryFailure } = must(await second.call('application.start', {}));
  expect(libraryFailure).toMatchObject({ code: 'library-not-a-database' });
  const { library, outcome } = must(await second.call('library.rescue', {}));
  expect(library).toMatchObject({ name, isReadOnly: false });
  expect(await reportsOf(second)).toEqual(before);
  expect(outcome?.file).toBe(join(folder, name));
  expect(outcome?.unreadablePages).toBeGreaterThan(0);
  expect(outcome?.backup).toMatch(/^\d{8}-\d{6}$/u);
  // The damaged file stands beside it as it was, and the text says where.
  expect(readFileSync(outcome!.original)).toEqual(bytes);
  const note = readFileSync(outcome!.note!, 'utf8');
  expect(note).toContain(outcome!.original);
  expect(note).toContain(before[0]!.department);
  must(await second.call('library.check', {}));
  await second.close();
  const names = readdirSync(folder).filter((each) => each !== 'drafts');
  expect(names).toHaveLength(3);
  expect(names.filter((each) => /\.damaged-\d{8}-\d{6}\.sengen$/u.test(each))).toHaveLength(1);
});

test('a file without reports stays where it is, and nothing stands beside it', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, name), 'これは報告ではありません。'.repeat(500));
  const application = openTestApplication(folder, name);
  expect(await application.call('library.rescue', {})).toMatchObject({
    ok: false,
    failure: { code: 'nothing-to-rescue' },
  });
  await application.close();
  expect(readdirSync(folder).filter((each) => each !== 'drafts')).toEqual([name]);
});

test('damage that is met while the library is open: the same is offered, and what can be read opens in its place', async () => {
  const folder = newFolder();
  const shelf = join(dirname(folder), `${folder.split('/').at(-1) ?? ''}-控え`);
  const open = (): TestApplication => openTestApplication(folder, name, undefined, readerHere, shelf);
  const first = open();
  must(await first.call('sample.add', {}));
  const [written] = await reportsOf(first);
  const report = written!.id;
  const { id, plan } = written!.initiatives[0]!;
  const edits = [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: id,
      field: 'plan',
      before: plan,
      after: ['書いてある文。'],
    } as const,
  ];
  must(await first.call('reports.edit', { report, step: { id: newIdentifier(), edits: [...edits] } }));
  const before = await reportsOf(first);
  expect(mustFail(await first.call('library.rescue', {})).code).toBe('library-not-open');
  await first.close();
  const database = new Database(join(folder, name));
  database.exec(`UPDATE initiatives SET plan = '[1]' WHERE position = 0`);
  database.close();
  const bytes = readFileSync(join(folder, name));

  const second = open();
  expect(must(await second.call('application.start', {})).libraryFailure).toBeNull();
  const read = await second.call('reports.read', { report: before[0]!.id });
  expect(mustFail(read).code).toBe('library-damaged');
  // Whoever met it is offered what the looking through finds, too.
  const { canBeRescued, problems } = must(await second.call('library.check', {}));
  expect({ canBeRescued, kinds: problems.map(({ kind }) => kind) }).toMatchObject({ canBeRescued: true });
  const { library, outcome } = must(await second.call('library.rescue', {}));
  expect(library).toMatchObject({ name, isReadOnly: false });
  expect(await reportsOf(second)).toEqual(before);
  expect(readFileSync(outcome!.original).length).toBe(bytes.length);
  expect(outcome!.original).toMatch(/\.damaged-\d{8}-\d{6}\.sengen$/u);
  expect(must(await second.call('library.check', {})).problems).toEqual([]);
  expect(mustFail(await second.call('library.rescue', {})).code).toBe('library-not-open');
  await second.close();
});

test('a backup that was made of the damaged file brings no damage back, and does not hide what is lost', async () => {
  const folder = newFolder();
  const shelf = join(dirname(folder), `${folder.split('/').at(-1) ?? ''}-控え`);
  const open = (): TestApplication => openTestApplication(folder, name, undefined, readerHere, shelf);
  const first = open();
  must(await first.call('sample.add', {}));
  const [before] = await reportsOf(first);
  await first.close();
  // Backups of before the damage are gone; then one is made of it.
  rmSync(shelf, { recursive: true });
  const database = new Database(join(folder, name));
  database.exec(`UPDATE initiatives SET plan = '[1]' WHERE position = 0`);
  database.exec(`UPDATE outcomes SET figures = '{}' WHERE rowid = (SELECT min(rowid) FROM outcomes)`);
  database.close();
  const second = open();
  must(await second.call('backups.make', {}));
  must(await second.call('library.check', {}));
  const { outcome } = must(await second.call('library.rescue', {}));
  expect(outcome!.backup).not.toBeNull();
  expect(outcome!.reports[0]!.partly).toEqual([
    { number: 1, title: before!.initiatives[0]!.title, missing: ['plan', 'figures'] },
  ]);
  const [after] = await reportsOf(second);
  const [row, ...others] = before!.initiatives;
  const [back, ...rest] = after!.initiatives;
  expect(rest).toEqual(others);
  const outcomes = row!.outcomes.map((each, at) => (at === 0 ? { ...each, figures: [] } : each));
  expect(back).toEqual({ ...row!, plan: [], outcomes });
  await second.close();
});
