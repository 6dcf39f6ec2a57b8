import { describe, expect, test } from 'vitest';
import { sameButMarks } from '../../renderer/state/importing/same-but-marks.ts';

describe('What a cell says and what was understood of it', () => {
  test.each([
    [['・道を直す。'], ['道を直す。']],
    [
      ['● 道を直す。', '● 橋を直す。'],
      ['・道を直す。', '・橋を直す。'],
    ],
    [
      ['(1) 道を直す。', '②橋を直す。', '３．川を直す。'],
      ['・道を直す。', '・橋を直す。', '・川を直す。'],
    ],
    [['【目標値】', '・整備率：８０％'], ['・整備率 80%']],
    [['道を', '直す。'], ['道を直す。']],
    [['（土木課）'], ['(土木課)']],
    [[], []],
  ])('are the same but for marks: %j and %j', (says, understood) => {
    expect(sameButMarks(says, understood)).toBe(true);
  });

  test.each([
    [['・道を直す。'], ['・道を直した。']],
    [['・道を直す。', '・橋を直す。'], ['・道を直す。']],
    [['・整備率 80%'], ['・整備率 60%']],
    [['10.5%'], ['11.5%']],
    [[], ['(土木課)']],
  ])('are told apart: %j and %j', (says, understood) => {
    expect(sameButMarks(says, understood)).toBe(false);
  });
});
