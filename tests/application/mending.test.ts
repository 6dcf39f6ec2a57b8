import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mendedSentence } from '../../shared/words/mending-sentences.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;

/** A backup takes a thread that reads it through, so only the test that asks one has them. */
let backups: string | undefined;
const open = (): TestApplication =>
  openTestApplication(folder, '報告.sengen', join(folder, 'recent.json'), readerHere, backups);
const file = (): string => join(folder, '報告.sengen');

/** A library whose first row was given a title by a step. */
beforeEach(async () => {
  folder = newFolder();
  application = open();
  ({ report } = must(await application.call('sample.add', {})));
  await setTitle('図書館の移動計画を見直す');
});
afterEach(async () => {
  await application.close();
  backups = undefined;
});

async function read() {
  return must(await application.call('reports.read', { report })).report;
}

async function setTitle(after: string): Promise<void> {
  const [row] = (await read()).initiatives;
  const edit = { kind: 'set-field', owner: 'row', initiative: row!.id, field: 'title' } as const;
  const edits = [{ ...edit, before: row!.title, after }];
  must(await application.call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
}

/** What another program, or the disk, does to the closed file; then it is opened again, as the next morning. */
async function meanwhile(change: () => void): Promise<void> {
  await application.close();
  change();
  application = open();
  must(await application.call('application.start', {}));
}

/** 計 becomes 訉, by one bit, in the file's bytes where `text` stands right behind `before`. */
function flip(before: string, text: string): void {
  const bytes = readFileSync(file());
  const at = bytes.indexOf(Buffer.from(before + text));
  if (at < 0) throw new Error(`${before}${text} is not in the file`);
  const character = at + Buffer.byteLength(before) + Buffer.byteLength(text.slice(0, text.indexOf('計')));
  bytes[character + 2] = (bytes[character + 2] ?? 0) ^ 1;
  writeFileSync(file(), bytes);
}

/** In its table, the first row's title stands right behind the identifiers of the row and of its report. */
async function flipTitle(): Promise<void> {
  const { id, initiatives } = await read();
  await meanwhile(() => flip(`${initiatives[0]!.id}${id}`, initiatives[0]!.title));
}

function withDatabase(work: (database: Database) => void): void {
  const database = new SqliteDatabase(file());
  try {
    work(database);
  } finally {
    database.close();
  }
}

async function mended() {
  await vi.waitFor(() => expect(application.sent.map(({ name }) => name)).toContain('library.mended'), {
    timeout: 60_000,
  });
  return must(await application.call('mending.report', {}))!;
}

test('a bit that flipped while the library was closed is given back, told, and kept in the history', async () => {
  const whole = await read();
  await flipTitle();
  expect((await read()).initiatives[0]!.title).toBe('図書館の移動訉画を見直す');
  const found = await mended();
  expect(await read()).toEqual(whole);
  expect(found).toMatchObject({
    given: [
      {
        place: { part: 'row', row: 1, field: 'title' },
        was: '図書館の移動訉画を見直す',
        is: '図書館の移動計画を見直す',
      },
    ],
    left: [],
  });
  expect(mendedSentence(found)).toContain(
    'No.1 取組名：「図書館の移動訉画を見直す」→「図書館の移動計画を見直す」',
  );
  // What was found stands beside it, as it was found.
  expect(readdirSync(folder)).toContain(found.copy);
  expect(readFileSync(join(folder, found.copy!)).includes('移動訉画')).toBe(true);
  const { entries } = must(
    await application.call('history.list', {
      report,
      initiative: null,
      field: null,
      before: null,
      limit: 1,
    }),
  );
  expect(entries[0]).toMatchObject({
    cause: { kind: 'give-back' },
    edits: [{ after: '図書館の移動訉画を見直す' }, { after: '図書館の移動計画を見直す' }],
  });
  // Taking that back changes nothing, and what was done before can still be taken back.
  must(await application.call('reports.undo', { report }));
  expect((await read()).initiatives).toEqual(whole.initiatives);
  must(await application.call('reports.undo', { report }));
  expect((await read()).initiatives[0]!.title).not.toBe(whole.initiatives[0]!.title);
  must(await application.call('mending.seen', {}));
  expect(must(await application.call('mending.report', {}))).toBeNull();
  expect(must(await application.call('library.check', {})).problems).toEqual([]);
});

test('a library of before there were hashes is read against its log, once', async () => {
  const whole = await read();
  await meanwhile(() => {
    flip(`${whole.initiatives[0]!.id}${report}`, whole.initiatives[0]!.title);
    withDatabase(beforeHashes);
  });
  const found = await mended();
  expect(found).toMatchObject({ given: [{ was: '図書館の移動訉画を見直す' }], left: [] });
  expect(await read()).toEqual(whole);
  // It is not done again: from now on hashes tell.
  await application.close();
  withDatabase((database) => {
    const facts = database.prepare("SELECT count(*) FROM library_facts WHERE key = 'log_compared'").pluck();
    expect(facts.get()).toBe(1);
  });
});

test('where the log and a text could both be right, it is told and nothing is changed', async () => {
  await setTitle('図書館の移動計画を3回見直す');
  const [row] = (await read()).initiatives;
  await meanwhile(() =>
    withDatabase((database) => {
      database.prepare("UPDATE initiatives SET title = replace(title, '3', '7') WHERE id = ?").run(row!.id);
      beforeHashes(database);
    }),
  );
  const found = await mended();
  expect(found).toMatchObject({ copy: null, given: [], left: [{ part: 'row', row: 1 }] });
  expect(mendedSentence(found)).toContain('もとの内容がわからない');
  expect((await read()).initiatives[0]!.title).toBe('図書館の移動計画を7回見直す');
});

test('what no log knows is given back from a backup; what nobody knows is told', async () => {
  backups = join(folder, '控え');
  await meanwhile(() => undefined);
  const [row] = (await read()).initiatives;
  const place = { initiative: row!.id, field: 'title', quote: null } as const;
  const start = async (text: string): Promise<void> => {
    must(await application.call('comments.start', { report, ...place, text }));
  };
  await start('写しにある質問です');
  must(await application.call('backups.make', {}));
  const [shelf] = readdirSync(join(folder, '控え'));
  const kept = readdirSync(join(folder, '控え', shelf!));
  await start('写しにない質問です');
  await meanwhile(() => {
    for (const name of readdirSync(join(folder, '控え', shelf!)))
      if (!kept.includes(name)) rmSync(join(folder, '控え', shelf!, name));
    withDatabase((database) => database.exec("UPDATE comments SET text = replace(text, '質問', '傷み')"));
  });
  const found = await mended();
  expect(found.given).toEqual([
    {
      place: { part: 'comment', report: expect.any(String) as string, row: 1, field: null },
      was: '写しにある傷みです',
      is: '写しにある質問です',
    },
  ]);
  expect(found.left).toMatchObject([{ part: 'comment', row: 1 }]);
});

test('what would keep the library from being opened is given back before it is refused', async () => {
  const whole = await read();
  await meanwhile(() =>
    withDatabase((database) => {
      database.pragma('ignore_check_constraints = ON');
      database.prepare("UPDATE initiatives SET plan = replace(plan, '[', 'Z') WHERE position = 0").run();
    }),
  );
  expect(await read()).toEqual(whole);
  expect(await mended()).toMatchObject({ given: [{ place: { row: 1, field: 'plan' } }], left: [] });
});

/** What the program did before version 13. */
function beforeHashes(database: Database): void {
  database.exec(
    "DROP TABLE commit_mark; DROP TABLE record_hashes; DELETE FROM library_facts WHERE key = 'log_compared'; " +
      'ALTER TABLE reports DROP COLUMN removed_number; ALTER TABLE reports DROP COLUMN form',
  );
  for (const table of [
    'hand_in_conflicts',
    'hand_ins',
    'distributions',
    'handed_in',
    'given_out',
    'office_rules',
  ]) {
    database.exec(`DROP TABLE ${table}`);
  }
  for (const table of ['reports', 'initiatives', 'targets', 'outcomes']) {
    database.exec(`ALTER TABLE ${table} DROP COLUMN own`);
  }
  for (const table of ['reports', 'initiatives']) {
    database.exec(`ALTER TABLE ${table} DROP COLUMN standing`);
  }
  database.pragma('user_version = 12');
}

test('a row that an index does not give its targets is never shown without them, and nobody need be told', async () => {
  const before = await read();
  const row = before.initiatives.find(({ targets }) => targets.length > 0)!;
  await meanwhile(() => {
    const bytes = readFileSync(file());
    for (const { from, size } of pagesOf('targets_in_order')) {
      const page = bytes.subarray(from, from + size);
      for (let at = page.indexOf(row.id); at >= 0; at = page.indexOf(row.id))
        page[at] = (page[at] ?? 0) ^ 1;
    }
    writeFileSync(file(), bytes);
  });
  expect(await read()).toEqual(before);
  expect(application.sent.map(({ name }) => name)).not.toContain('library.mended');
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
});

function pagesOf(tree: string): { from: number; size: number }[] {
  let pages: { from: number; size: number }[] = [];
  withDatabase((database) => {
    pages = database
      .prepare<[string], { from: number; size: number }>(
        'SELECT pgoffset AS "from", pgsize AS size FROM dbstat WHERE name = ?',
      )
      .all(tree);
  });
  return pages;
}
