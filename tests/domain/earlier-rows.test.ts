import { describe, expect, test } from 'vitest';
import { earlierRows, type RowName } from '../../main/domain/earlier-rows.ts';

const row = (id: string, title: string, section = '農政課'): RowName => ({ id, title, section });

const sameRow = (row: RowName, rowsNow: readonly RowName[], rowsEarlier: readonly RowName[]) =>
  earlierRows(rowsNow, rowsEarlier).get(row.id)?.earlier ?? null;

describe('the earlier row that a row goes on from', () => {
  test('is the one of the same title and section, wherever it stands', () => {
    const earlier = [row('e1', '朝市の開催', '観光課'), row('e2', '直売所の支援'), row('e3', '朝市の開催')];
    const now = row('n1', '朝市の開催');
    expect(sameRow(now, [now], earlier)?.id).toBe('e3');
  });

  test('is the one of the same title when its section was renamed', () => {
    const earlier = [row('e1', '直売所の支援'), row('e2', '朝市の開催', '農業振興担当')];
    const now = row('n1', '朝市の開催');
    expect(sameRow(now, [now], earlier)?.id).toBe('e2');
  });

  test('counts width, case and spaces as nothing', () => {
    const now = row('n1', 'ＩＣＴ 農業の普及');
    expect(sameRow(now, [now], [row('e1', 'ict農業の普及')])?.id).toBe('e1');
  });

  test('is the one whose title is most alike when it was reworded', () => {
    const earlier = [
      row('e1', '第1期遊休農地活用計画の推進'),
      row('e2', '有害鳥獣対策の推進'),
      row('e3', '遊休農地の解消'),
    ];
    const now = row('n1', '第2期遊休農地活用計画の推進');
    expect(sameRow(now, [now], earlier)?.id).toBe('e1');
  });

  test('is of its own section when two titles are equally alike', () => {
    const earlier = [row('e1', '朝市の開催(春)', '観光課'), row('e2', '朝市の開催(秋)')];
    const now = row('n1', '朝市の開催(夏)');
    expect(sameRow(now, [now], earlier)?.id).toBe('e2');
  });

  test('is none when no title is alike', () => {
    const now = row('n1', '森林環境譲与税の活用');
    expect(sameRow(now, [now], [row('e1', '朝市の開催'), row('e2', '')])).toBeNull();
    expect(sameRow(now, [now], [])).toBeNull();
    expect(sameRow(row('n1', ''), [row('n1', '')], [row('e1', '')])).toBeNull();
  });

  test('is not guessed to be one that another row of this year goes on from', () => {
    const earlier = [row('e1', '用水路の改修計画')];
    const old = row('n1', '用水路の改修計画');
    const added = row('n2', '用水路の点検計画');
    expect(sameRow(added, [added], earlier)?.id).toBe('e1');
    expect(sameRow(added, [old, added], earlier)).toBeNull();
    expect(sameRow(old, [old, added], earlier)?.id).toBe('e1');
  });
});

describe('how sure it is', () => {
  const certainties = (rowsNow: readonly RowName[], rowsEarlier: readonly RowName[]) =>
    [...earlierRows(rowsNow, rowsEarlier)].map(([id, { earlier, certainty }]) => [
      id,
      certainty,
      earlier?.id ?? null,
    ]);

  test('is told by title and section', () => {
    const earlier = [
      row('e1', '朝市の開催'),
      row('e2', '直売所の支援', '農業振興担当'),
      row('e3', '用水路の改修計画（北部）'),
    ];
    const now = [
      row('n1', '森林環境譲与税の活用'),
      row('n2', '用水路の改修計画（南部）'),
      row('n3', '直売所の支援'),
      row('n4', '朝市の開催'),
    ];
    expect(certainties(now, earlier)).toEqual(
      expect.arrayContaining([
        ['n4', 'same', 'e1'],
        ['n3', 'same-title', 'e2'],
        ['n2', 'similar', 'e3'],
        ['n1', 'none', null],
      ]),
    );
  });

  test('is left open where several rows bear one name, in either year', () => {
    const twice = [row('e1', '窓口の改善'), row('e2', '窓口の改善')];
    expect(certainties([row('n1', '窓口の改善')], twice)).toEqual([['n1', 'ambiguous', null]]);
    const both = [row('n1', '窓口の改善', '市民課'), row('n2', '窓口の改善', '税務課')];
    expect(certainties(both, [row('e1', '窓口の改善', '総務課')])).toEqual([
      ['n1', 'ambiguous', null],
      ['n2', 'ambiguous', null],
    ]);
    // The section decides between rows of one title.
    expect(
      certainties(both, [row('e1', '窓口の改善', '税務課'), row('e2', '窓口の改善', '市民課')]),
    ).toEqual([
      ['n1', 'same', 'e2'],
      ['n2', 'same', 'e1'],
    ]);
  });

  test('is left open between titles that are equally alike', () => {
    const earlier = [row('e1', '朝市の開催(春)'), row('e2', '朝市の開催(秋)')];
    expect(certainties([row('n1', '朝市の開催(夏)')], earlier)).toEqual([['n1', 'ambiguous', null]]);
  });

  test('gives each earlier row to one row: the most alike', () => {
    const now = [row('n1', '遊休農地活用の推進と研究'), row('n2', '遊休農地活用の推進策')];
    expect(certainties(now, [row('e1', '遊休農地活用の推進')])).toEqual([
      ['n2', 'similar', 'e1'],
      ['n1', 'none', null],
    ]);
  });

  test('leaves what a person said out, and what it takes', () => {
    const earlier = [row('e1', '朝市の開催'), row('e2', '直売所の支援')];
    const now = [row('n1', '朝市の開催'), row('n2', '直売所の支援'), row('n3', '直売所の支援策')];
    const found = earlierRows(
      now,
      earlier,
      new Map([
        ['n1', 'e2'],
        ['n2', null],
      ]),
    );
    expect([...found.keys()]).toEqual(['n3']);
    expect(found.get('n3')?.earlier).toBeNull();
  });

  test('is found among 1,500 rows a year without a pause', () => {
    const titles = (year: string): RowName[] =>
      Array.from({ length: 1_500 }, (_, at) =>
        row(`${year}${at}`, `第${at}地区の${year}の施設整備の推進`, `${at % 40}課`),
      );
    const began = process.cpuUsage();
    earlierRows(titles('公民館'), titles('体育館'));
    // 0.2 s of the processor, however busy it is with others; comparing each with each took minutes.
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(20_000);
  });
});
