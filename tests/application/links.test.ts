import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let application: TestApplication;
let folder: string;

beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
});
afterEach(() => application.close());

let steps = 0;

/** A report of a year with rows of these titles; the answer holds the identifiers. */
async function year(
  fiscalYear: number,
  rows: readonly (string | Partial<Initiative>)[],
  department = '港湾部',
) {
  const { report } = must(
    await application.call('reports.create', {
      municipality: '帆立市',
      department,
      fiscalYear,
      yearLabel: `令和${fiscalYear - 2018}年度`,
      headPost: `${department}長`,
      headName: '浜野 渚',
    }),
  );
  const initiatives = rows.map((row, at) => ({
    ...emptyInitiative(`${report.slice(0, 8)}r${at}`),
    section: '管理課',
    ...(typeof row === 'string' ? { title: row } : row),
  }));
  steps += 1;
  const edits = initiatives.map((initiative, at) => ({ kind: 'add-initiative', at, initiative }) as const);
  const step = { id: `step${steps}`.padEnd(8, '0'), edits };
  must(await application.call('reports.edit', { report, step }));
  return { report, rows: initiatives.map(({ id }) => id), initiatives };
}

const proposals = async (report: string, years: 'this' | 'all' = 'this') =>
  must(await application.call('links.propose', { report, years })).years;

const confirm = (initiative: string | undefined, earlier: string | null | undefined) =>
  application.call('links.confirm', {
    links: [{ initiative: initiative ?? '', earlier: earlier ?? null }],
  });

describe('links over the years', () => {
  test('are proposed by title and section, for one year or all years of the department', async () => {
    const first = await year(2023, ['岸壁の点検', '釣り場の開放']);
    const second = await year(2024, [
      '釣り場の開放',
      { title: '岸壁の点検', section: '保全課' },
      '新しい桟橋',
    ]);
    const third = await year(2025, ['釣り場の開放の拡大', '釣り場の開放']);
    await year(2025, ['釣り場の開放'], '観光部');

    const [only, ...others] = await proposals(second.report);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      report: second.report,
      yearLabel: '令和6年度',
      earlier: {
        report: first.report,
        yearLabel: '令和5年度',
        rows: [
          { id: first.rows[0], number: 1, title: '岸壁の点検', section: '管理課' },
          { id: first.rows[1], number: 2 },
        ],
      },
      rows: [
        { number: 1, confirmed: null, proposed: first.rows[1], certainty: 'same' },
        { number: 2, confirmed: null, proposed: first.rows[0], certainty: 'same-title' },
        { number: 3, confirmed: null, proposed: null, certainty: 'none' },
      ],
    });
    const all = await proposals(first.report, 'all');
    expect(all.map(({ report }) => report)).toEqual([third.report, second.report]);
    expect(await proposals(first.report)).toEqual([]);
  });

  test('are what a person confirmed, and nobody else’s proposal', async () => {
    const before = await year(2024, ['岸壁の点検', '釣り場の開放']);
    const now = await year(2025, ['岸壁の点検', '釣り場の開放', '新しい桟橋']);
    must(await confirm(now.rows[2], before.rows[0]));
    must(await confirm(now.rows[1], null));
    expect(application.sent.filter(({ name }) => name === 'links.changed')).toHaveLength(2);

    const [linked] = await proposals(now.report);
    expect(linked?.rows).toMatchObject([
      { confirmed: null, proposed: null, certainty: 'none' },
      { confirmed: { earlier: null }, proposed: null },
      { confirmed: { earlier: { id: before.rows[0], number: 1, yearLabel: '令和6年度' } }, proposed: null },
    ]);
    const lastYear = async (at: number) =>
      must(await application.call('rows.lastYear', { report: now.report, initiative: now.rows[at] ?? '' }));
    expect(await lastYear(2)).toMatchObject({ confirmed: true, found: { row: 1 } });
    expect(await lastYear(1)).toEqual({ confirmed: true, found: null });
    expect(await lastYear(0)).toEqual({ confirmed: false, found: null });

    must(await application.call('links.remove', { initiative: now.rows[2] ?? '' }));
    expect(await lastYear(0)).toMatchObject({ confirmed: false, found: { row: 1 } });
    expect(await lastYear(2)).toEqual({ confirmed: false, found: null });
  });

  test('outlive a restart and a removed row that is brought back; the bin hides them', async () => {
    const before = await year(2024, ['岸壁の点検']);
    const now = await year(2025, ['桟橋の点検']);
    must(await confirm(now.rows[0], before.rows[0]));
    await application.close();
    application = openTestApplication(folder);
    const confirmed = async () => (await proposals(now.report))[0]?.rows[0]?.confirmed;
    expect(await confirmed()).toMatchObject({ earlier: { id: before.rows[0] } });

    const [initiative] = before.initiatives;
    const edits = [{ kind: 'remove-initiative', at: 0, initiative: initiative! } as const];
    must(
      await application.call('reports.edit', { report: before.report, step: { id: 'stepgone', edits } }),
    );
    expect(await confirmed()).toBeNull();
    must(await application.call('reports.undo', { report: before.report }));
    expect(await confirmed()).toMatchObject({ earlier: { id: before.rows[0] } });

    must(await application.call('reports.remove', { report: before.report }));
    expect(await proposals(now.report)).toEqual([]);
    must(await application.call('reports.restore', { report: before.report }));
    expect(await confirmed()).toMatchObject({ earlier: { id: before.rows[0] } });
  });

  test('to a row of the same year, a later one or none at all are refused, and nothing of the rest is stored', async () => {
    const before = await year(2024, ['岸壁の点検', '釣り場の開放']);
    const now = await year(2025, ['岸壁の点検', '釣り場の開放']);
    const refused = [
      [now.rows[0], now.rows[1], 'not-an-earlier-year'],
      [before.rows[0], now.rows[0], 'not-an-earlier-year'],
      [now.rows[0], now.rows[0], 'not-an-earlier-year'],
      [now.rows[0], 'nowhere1', 'row-missing'],
      ['nowhere1', before.rows[0], 'row-missing'],
      ['nowhere1', null, 'row-missing'],
    ] as const;
    for (const [initiative, earlier, why] of refused) {
      const links = [
        { initiative: now.rows[1]!, earlier: before.rows[1]! },
        { initiative: initiative!, earlier: earlier ?? null },
      ];
      expect(mustFail(await application.call('links.confirm', { links }))).toEqual({
        code: 'link-refused',
        initiative,
        why,
      });
    }
    const [linked] = await proposals(now.report);
    expect(linked?.rows.map(({ confirmed }) => confirmed)).toEqual([null, null]);
    expect(application.sent.filter(({ name }) => name === 'links.changed')).toEqual([]);
  });

  test('a row has at most one earlier row: the last that was confirmed', async () => {
    const before = await year(2024, ['岸壁の点検', '釣り場の開放']);
    const now = await year(2025, ['岸壁の点検']);
    must(await confirm(now.rows[0], before.rows[0]));
    must(await confirm(now.rows[0], before.rows[1]));
    const [linked] = await proposals(now.report);
    expect(linked?.rows[0]?.confirmed?.earlier?.id).toBe(before.rows[1]);
  });

  test('decide which rows are compared with last year’s', async () => {
    const before = await year(2024, ['岸壁の点検', '釣り場の開放']);
    const now = await year(2025, ['桟橋の見回り', '釣り場の開放']);
    const compared = async () =>
      must(
        await application.call('comparisons.show', {
          report: now.report,
          against: { kind: 'last-year' },
          form: 'report',
        }),
      ).difference.rows.map(({ kind }) => kind);
    expect((await compared()).filter((kind) => kind === 'added')).toHaveLength(1);
    must(await confirm(now.rows[0], before.rows[0]));
    expect(await compared()).toEqual(['changed', 'same']);
    must(await confirm(now.rows[1], null));
    expect(await compared()).toContain('added');
  });
});
