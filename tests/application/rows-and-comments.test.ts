import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';
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

const heading = {
  municipality: '星見市',
  department: '防災部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '防災部長',
  headName: '岸 ひろし',
};
let steps = 0;

async function newReport(
  rows: readonly Partial<Initiative>[],
  changes: Partial<typeof heading> = {},
): Promise<{ report: string; rows: string[] }> {
  const { report } = must(await application.call('reports.create', { ...heading, ...changes }));
  const initiatives = rows.map((row, at) => ({ ...emptyInitiative(`${report.slice(0, 8)}${at}`), ...row }));
  steps += 1;
  const edits = initiatives.map((initiative, at) => ({ kind: 'add-initiative', at, initiative }) as const);
  must(
    await application.call('reports.edit', { report, step: { id: `step${steps}`.padEnd(8, '0'), edits } }),
  );
  return { report, rows: initiatives.map(({ id }) => id) };
}

const lastYear = async (report: string, initiative: string) =>
  must(await application.call('rows.lastYear', { report, initiative })).found;

describe("last year's row", () => {
  test('is found in the latest report of the same department', async () => {
    await newReport([{ title: '避難所の点検', plan: ['古い案'] }], {
      fiscalYear: 2025,
      yearLabel: '令和7年度',
    });
    const earlier = await newReport(
      [{ title: '訓練の充実' }, { title: '避難所の点検', plan: ['年2回点検します。'] }],
      { fiscalYear: 2025, yearLabel: '令和7年度' },
    );
    await newReport([{ title: '避難所の点検' }], { fiscalYear: 2025, department: '市民部' });
    await newReport([{ title: '避難所の点検' }], { fiscalYear: 2024 });
    const now = await newReport([{ title: '避難所の点検' }, { title: '' }]);
    expect(await lastYear(now.report, now.rows[0]!)).toEqual({
      yearLabel: '令和7年度',
      report: earlier.report,
      row: 2,
      initiative: {
        ...emptyInitiative(earlier.rows[1]!),
        title: '避難所の点検',
        plan: ['年2回点検します。'],
      },
    });
    expect(await lastYear(now.report, now.rows[1]!)).toBeNull();
    expect(await lastYear(now.report, 'nowhere1')).toBeNull();
  });

  test('is none without a report of that year, or when it is in the bin', async () => {
    const now = await newReport([{ title: '避難所の点検' }]);
    expect(await lastYear(now.report, now.rows[0]!)).toBeNull();
    const earlier = await newReport([{ title: '避難所の点検' }], { fiscalYear: 2025 });
    expect(await lastYear(now.report, now.rows[0]!)).not.toBeNull();
    must(await application.call('reports.remove', { report: earlier.report }));
    expect(await lastYear(now.report, now.rows[0]!)).toBeNull();
    expect(
      mustFail(await application.call('rows.lastYear', { report: earlier.report, initiative: 'nowhere1' })),
    ).toEqual({ code: 'report-missing', report: earlier.report });
  });

  test('is the one that somebody linked, whatever its title says', async () => {
    const earlier = await newReport([{ title: '避難所の点検' }, { title: '河川の見回り' }], {
      fiscalYear: 2025,
      yearLabel: '令和7年度',
    });
    const now = await newReport([{ title: '避難所の点検' }]);
    await application.close();
    const database = new SqliteDatabase(join(folder, '報告.sengen'));
    database
      .prepare('INSERT INTO initiative_links (initiative, earlier) VALUES (?, ?)')
      .run(now.rows[0], earlier.rows[1]);
    database.close();
    application = openTestApplication(folder);
    expect(await lastYear(now.report, now.rows[0]!)).toMatchObject({
      row: 2,
      report: earlier.report,
      yearLabel: '令和7年度',
      initiative: { title: '河川の見回り' },
    });
    // A link to a row that is gone leaves the guess.
    const removed = { ...emptyInitiative(earlier.rows[1]!), title: '河川の見回り' };
    const edits = [{ kind: 'remove-initiative', at: 1, initiative: removed } as const];
    must(
      await application.call('reports.edit', { report: earlier.report, step: { id: 'stepaaaa', edits } }),
    );
    expect(await lastYear(now.report, now.rows[0]!)).toMatchObject({ row: 1 });
  });
});

describe('comments', () => {
  const start = (input: Partial<RequestInput<'comments.start'>> & { report: string }) =>
    application.dispatch('comments.start', {
      initiative: null,
      field: null,
      quote: null,
      text: '確かめてください。',
      ...input,
    });

  test('are told to every page, with the author of this program', async () => {
    const { report, rows } = await newReport([{ title: '避難所の点検' }]);
    const made = must(
      await application.call('comments.start', {
        report,
        initiative: rows[0]!,
        field: 'title',
        quote: '点検',
        text: '何を見ますか。\r\n建物も見ますか。\n',
      }),
    );
    const reply = must(
      await application.call('comments.reply', { thread: made.thread, text: '両方です。' }),
    );
    must(await application.call('comments.change', { comment: reply.comment, text: '両方見ます。' }));
    must(await application.call('comments.resolve', { thread: made.thread, resolved: true }));
    expect(must(await application.call('comments.list', { report }))).toMatchObject([
      {
        id: made.thread,
        initiative: rows[0],
        field: 'title',
        quote: '点検',
        resolved: true,
        comments: [
          {
            id: made.comment,
            author: '試験担当',
            own: true,
            text: '何を見ますか。\n建物も見ますか。',
            changedAt: null,
          },
          { id: reply.comment, text: '両方見ます。', changedAt: '2026-05-01T00:00:00.000Z' },
        ],
      },
    ]);
    must(await application.call('comments.remove', { comment: made.comment }));
    expect(must(await application.call('comments.list', { report }))).toEqual([]);
    const told = application.sent.filter(({ name }) => name === 'comments.changed');
    expect(told).toEqual(Array(5).fill({ name: 'comments.changed', payload: { report } }));
  });

  test('are somebody’s own by the name that they were written under', async () => {
    const { report } = await newReport([{ title: '避難所の点検' }]);
    const { thread } = must(
      await application.call('comments.start', {
        report,
        initiative: null,
        field: null,
        quote: null,
        text: '間に合いますか。',
      }),
    );
    must(await application.call('comments.reply', { thread, text: '間に合います。' }));
    await application.close();
    const database = new SqliteDatabase(join(folder, '報告.sengen'));
    database.prepare("UPDATE comments SET author = '部長' WHERE text = '間に合いますか。'").run();
    database.close();
    application = openTestApplication(folder);
    const [listed] = must(await application.call('comments.list', { report }));
    expect(listed?.comments.map(({ author, own }) => [author, own])).toEqual([
      ['部長', false],
      ['試験担当', true],
    ]);
  });

  test('are refused when they say nothing, hold control characters, or hang on no row', async () => {
    const { report, rows } = await newReport([{ title: '避難所の点検' }]);
    const refused = [
      { text: ' \n　\n' },
      { text: '鐘\u0007' },
      { text: 'あ'.repeat(10_001) },
      { field: 'plan' },
      { initiative: rows[0]!, quote: '点検' },
      { initiative: rows[0]!, field: 'title', quote: '' },
      { initiative: rows[0]!, field: 'number' },
    ] as const;
    for (const input of refused) {
      expect(mustFail(await start({ report, ...(input as object) })).code).toBe('request-invalid');
    }
    expect(mustFail(await start({ report, initiative: 'nowhere1' }))).toMatchObject({ code: 'stale-edit' });
    expect(mustFail(await application.call('comments.remove', { comment: 'nowhere1' }))).toEqual({
      code: 'comment-missing',
    });
    expect(application.sent.filter(({ name }) => name === 'comments.changed')).toEqual([]);
  });
});

describe('the bin', () => {
  test('takes a report out of every list and gives it back, and tells the pages', async () => {
    const { report } = await newReport([{ title: '避難所の点検' }]);
    application.sent.length = 0;
    must(await application.call('reports.remove', { report }));
    expect(must(await application.call('reports.list', {}))).toEqual([]);
    expect(must(await application.call('search.find', { query: '避難所' })).hits).toEqual([]);
    expect(mustFail(await application.call('reports.remove', { report })).code).toBe('report-missing');
    expect(mustFail(await application.call('reports.export', { report, form: 'report' })).code).toBe(
      'report-missing',
    );
    expect(must(await application.call('reports.listRemoved', {}))).toMatchObject([
      { id: report, removedAt: '2026-05-01T00:00:00.000Z', rows: 1 },
    ]);
    must(await application.call('reports.restore', { report }));
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
    expect(must(await application.call('search.find', { query: '避難所' })).hits).toHaveLength(1);
    expect(application.sent).toEqual(Array(2).fill({ name: 'library.changed', payload: {} }));
  });

  test('does not stand in the way of the sample being added again', async () => {
    const first = must(await application.call('sample.add', {})).report;
    must(await application.call('reports.remove', { report: first }));
    const second = must(await application.call('sample.add', {})).report;
    expect(second).not.toBe(first);
    must(await application.call('reports.restore', { report: first }));
    const listed = must(await application.call('reports.list', {}));
    expect(listed.map(({ id }) => id).sort()).toEqual([first, second].sort());
  });
});

test('the history of a field is what was done to it', async () => {
  const { report, rows } = await newReport([{ title: '避難所の点検' }]);
  const edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: rows[0]!,
    field: 'title',
    before: '避難所の点検',
    after: '避難所の総点検',
  } as const;
  must(await application.call('reports.edit', { report, step: { id: 'stepbbbb', edits: [edit] } }));
  must(await application.call('reports.undo', { report }));
  const { entries, more } = must(
    await application.call('history.list', { report, initiative: rows[0]!, field: 'title', limit: 2 }),
  );
  expect(more).toBe(true);
  expect(entries).toMatchObject([
    { sequence: 3, kind: 'undo', author: '試験担当', edits: [{ after: '避難所の点検' }], moreEdits: 0 },
    { sequence: 2, kind: 'do', at: '2026-05-01T00:00:00.000Z', edits: [edit] },
  ]);
  expect(
    mustFail(await application.call('history.list', { report, initiative: null, field: 'title' })).code,
  ).toBe('request-invalid');
});
