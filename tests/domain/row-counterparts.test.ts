import { describe, expect, test } from 'vitest';
import { rowCounterparts } from '../../main/domain/row-counterparts.ts';
import type { InitiativeDraft } from '../../main/domain/report-draft.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';

const stored = (id: string, title: string, changes: Partial<Initiative> = {}): Initiative => ({
  ...emptyInitiative(id),
  title,
  section: '防災課',
  ...changes,
});

const draft = (title: string, changes: Partial<InitiativeDraft> = {}): InitiativeDraft => ({
  ...emptyInitiative(''),
  id: null,
  title,
  section: '防災課',
  targets: [],
  outcomes: [],
  ...changes,
});

const found = (drafts: InitiativeDraft[], rows: Initiative[], isOwn = false): (string | undefined)[] =>
  rowCounterparts(drafts, rows, isOwn).map((row) => row?.id);

const plan = ['避難所を開く訓練を、地区の自主防災組織と一緒に、秋に三回行います。'];

describe('the stored row that a row of a file is', () => {
  test('is told by its identifier, whatever the row is called now', () => {
    const rows = [stored('aaaa', '訓練'), stored('bbbb', '備蓄')];
    expect(found([draft('備蓄', { id: 'aaaa' }), draft('訓練', { id: 'bbbb' })], rows)).toEqual([
      'aaaa',
      'bbbb',
    ]);
    // A row that was copied together with its identifier is one row more.
    expect(found([draft('訓練', { id: 'aaaa' }), draft('訓練の続き', { id: 'aaaa' })], rows)).toEqual([
      'aaaa',
      undefined,
    ]);
  });

  test('is told by title and section, width, case and spaces aside; then by the title alone', () => {
    const rows = [stored('aaaa', 'ＩＴ 研修'), stored('bbbb', '備蓄', { section: '危機管理課' })];
    expect(found([draft('it研修'), draft('備蓄')], rows)).toEqual(['aaaa', 'bbbb']);
    expect(found([draft('it研修', { id: 'elsewhere' })], rows)).toEqual(['aaaa']);
  });

  test('is no row of another section when several sections have one of that name', () => {
    const rows = [
      stored('aaaa', '研修', { section: '人事課' }),
      stored('bbbb', '研修', { section: '総務課' }),
    ];
    expect(found([draft('研修', { section: '総務課' })], rows)).toEqual(['bbbb']);
    expect(found([draft('研修', { section: '税務課' })], rows)).toEqual([undefined]);
    expect(found([draft('研修', { section: '税務課', number: 2 })], rows)).toEqual(['bbbb']);
  });

  test('is, of rows of one name and section, the one that says the same, else the one in its place', () => {
    const rows = [stored('aaaa', '訓練', { plan: ['地震に備えます。'] }), stored('bbbb', '訓練', { plan })];
    expect(found([draft('訓練', { plan })], rows)).toEqual(['bbbb']);
    expect(found([draft('訓練', { plan }), draft('訓練', { plan: ['地震に備えます。'] })], rows)).toEqual([
      'bbbb',
      'aaaa',
    ]);
    expect(found([draft('訓練', { number: 1, plan })], rows)).toEqual(['aaaa']);
    const alike = [stored('aaaa', '訓練'), stored('bbbb', '訓練')];
    expect(found([draft('訓練'), draft('訓練'), draft('訓練')], alike)).toEqual([
      'aaaa',
      'bbbb',
      undefined,
    ]);
  });

  test('is one reworded only when what it says tells so; a like title alone makes no counterpart', () => {
    const rows = [stored('aaaa', '避難所開設訓練', { plan }), stored('bbbb', '広場の花壇の点検')];
    expect(
      found([draft('避難所を開く訓練', { plan: [`${plan[0] ?? ''}動画も残します。`] })], rows),
    ).toEqual(['aaaa']);
    expect(found([draft('公園のトイレの点検')], rows)).toEqual([undefined]);
    expect(found([draft('広場の花壇の点検等')], rows)).toEqual(['bbbb']);
    // Out of this very report it is a row that was added since.
    expect(found([draft('広場の花壇の点検等', { id: 'added' })], rows, true)).toEqual([undefined]);
  });

  test('is any blank row for a blank one', () => {
    const rows = [stored('aaaa', '', { section: '' }), stored('bbbb', '備蓄')];
    const blank = (): InitiativeDraft => draft('', { section: '' });
    expect(found([blank(), blank()], rows)).toEqual(['aaaa', undefined]);
  });

  test('is found in a moment in a long report, also where all rows are called the same', () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => stored(`row${at}`, '訓練', { plan }));
    const begun = process.cpuUsage();
    expect(
      new Set(
        found(
          rows.map(() => draft('訓練', { plan })),
          rows,
        ),
      ).size,
    ).toBe(3_000);
    const others = rows.map((_, at) => draft(`別の取組${at}`, { plan }));
    expect(found(others, rows).every((id) => id === undefined)).toBe(true);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(10_000);
  });
});
