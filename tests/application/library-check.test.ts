import Database from 'better-sqlite3';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { exportedSample } from '../marked/exported-sample.ts';
import { lost } from '../support/lost.ts';
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

async function storeReports(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const { initiatives, id: _id, ...heading } = variedReport(5);
    const { report } = must(
      await application.call('reports.create', {
        ...heading,
        fiscalYear: 2020 + at,
        yearLabel: `令和${2 + at}年度`,
      }),
    );
    const edits = initiatives.map((initiative, place) => ({
      kind: 'add-initiative' as const,
      at: place,
      initiative: {
        ...initiative,
        id: `y${at}${initiative.id}`.slice(0, 20),
        targets: [],
        results: [],
        outcomes: [],
      },
    }));
    must(await application.call('reports.edit', { report, step: { id: `step000${at}`, edits } }));
  }
}

/** Changes the file as no program of ours does, and opens it again. */
async function damage(change: (database: Database.Database) => void): Promise<void> {
  await application.close();
  const database = new Database(join(folder, '報告.sengen'));
  database.pragma('foreign_keys = OFF');
  change(database);
  database.close();
  application = openTestApplication(folder);
}

test('a sound library is said to be sound, piece by piece', async () => {
  await storeReports(3);
  const checked = must(await application.call('library.check', {}));
  expect(checked).toEqual({ reports: 3, rows: 15, signedFiles: 0, problems: [], canBeRescued: false });
  const told = application.sent.filter(({ name }) => name === 'work.progress');
  expect(told.length).toBeGreaterThan(5);
  expect(told.map(({ payload }) => (payload as { label: string }).label)).toContain(
    '令和3年度 ' + variedReport(1).department,
  );
});

test('a text that is no text any more is found in its report, and the others are still looked at', async () => {
  await storeReports(2);
  await damage((database) =>
    database.exec(`UPDATE initiatives SET plan = '[1]' WHERE id = (SELECT min(id) FROM initiatives)`),
  );
  const { problems, reports } = must(await application.call('library.check', {}));
  expect(reports).toBe(2);
  const ofReport = { report: expect.stringMatching(/^令和2年度/) as string };
  expect(problems).toEqual([
    expect.objectContaining({ kind: 'report', ...ofReport }),
    {
      kind: 'record',
      ...ofReport,
      detail: expect.stringMatching(/^No\.\d+ 取組：もとの内容がわかるので/) as string,
    },
  ]);
});

test('a page that is gone from the disk is met, though all of it is held in memory; nothing is lost with it', async () => {
  await storeReports(2);
  const reports = must(await application.call('reports.list', {}));
  zeroRootPage('initiatives');
  const { how, rescued } = lost(await application.call('library.check', {}));
  expect(how).toBe('overwritten');
  const again = openTestApplication(folder, basename(rescued?.file ?? ''));
  expect(must(await again.call('reports.list', {}))).toEqual(reports);
  expect(must(await again.call('library.check', {})).problems).toEqual([]);
  await again.close();
});

test('it can be cancelled', async () => {
  await storeReports(3);
  const answer = application.call('library.check', {});
  expect(must(await application.call('work.cancel', { request: 'library.check' }))).toEqual({
    cancelled: true,
  });
  expect(mustFail(await answer)).toEqual({ code: 'cancelled' });
});

test('a kept Word file that is not what was signed is found', async () => {
  await application.close();
  const sample = await exportedSample(folder);
  const path = join(folder, '決裁.docx');
  writeFileSync(path, sample.bytes);
  sample.application.files['sign-off'] = path;
  const signature = { signedBy: '部長 相沢', signedAt: '2026-05-01' };
  must(await sample.application.call('signOffs.record', { report: sample.report, ...signature }));
  application = sample.application;
  expect(must(await application.call('library.check', {}))).toMatchObject({ signedFiles: 1, problems: [] });

  await damage((database) => {
    dropTriggers(database, 'signed_revisions');
    database.exec("UPDATE signed_revisions SET bytes = x'00'");
  });
  const { problems } = must(await application.call('library.check', {}));
  expect(problems.map(({ kind }) => kind)).toEqual(['signed-file', 'record']);
  expect(problems[0]).toMatchObject({ kind: 'signed-file', detail: '第1版' });
});

/** Writes zeros over the top page of a table, past the program that has the file open. */
function zeroRootPage(table: string): void {
  const path = join(folder, '報告.sengen');
  const bytes = readFileSync(path);
  // Offset 16 of the header: the page size (SQLite file format, 1.3.2).
  const size = bytes.readUInt16BE(16);
  const copy = new Database(bytes);
  const page = copy
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  copy.close();
  if (page === undefined) throw new Error(`no table ${table}`);
  const file = openSync(path, 'r+');
  writeSync(file, new Uint8Array(size), 0, size, (page - 1) * size);
  closeSync(file);
}

/** They would refuse the damage. */
function dropTriggers(database: Database.Database, table: string): void {
  const names = database
    .prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
    .pluck()
    .all(table);
  for (const name of names) database.exec(`DROP TRIGGER "${name}"`);
}
