import { describe, expect, test } from 'vitest';
import { sameRow, type RowName } from '../../main/domain/same-row.ts';

const row = (id: string, title: string, section = '農政課'): RowName => ({ id, title, section });

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
    expect(sameRow(row('n1', ''), [], [row('e1', '')])).toBeNull();
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
