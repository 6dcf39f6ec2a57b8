import { describe, expect, it, test } from 'vitest';
import { linesOf, unbreakableParts } from '../../shared/model/text-lines.ts';

test('What stays on one line: words, and signs with what they cling to', () => {
  expect(unbreakableParts('[SDGsの目標]')).toEqual(['[SDGs', 'の', '目', '標]']);
  expect(unbreakableParts('計画、')).toEqual(['計', '画、']);
  expect(unbreakableParts('')).toEqual([]);
});

describe('Lines of a text in a cell', () => {
  it('hold as many full-width characters as the cell is ems wide, and twice as many half-width ones', () => {
    expect(linesOf('', 10)).toBe(1);
    expect(linesOf('あ'.repeat(10), 10)).toBe(1);
    expect(linesOf('あ'.repeat(11), 10)).toBe(2);
    expect(linesOf('あ'.repeat(100), 10)).toBe(10);
    expect(linesOf('ｱ'.repeat(20), 10)).toBe(1);
    expect(linesOf('ｱ'.repeat(21), 10)).toBe(2);
    expect(linesOf('葛\u{E0100}'.repeat(10), 10)).toBe(1);
  });

  it('do not open with a stop or a closing bracket: the character before moves with it', () => {
    expect(linesOf('あああ。', 3)).toBe(2);
    // あああああ / あ。ああ / ああ: the second line is one short, so a third is needed.
    expect(linesOf('ああああああ。ああああ', 5)).toBe(3);
    expect(linesOf('あああああ。ああああ', 5)).toBe(3);
  });

  it('keep words whole, but not a word longer than a line', () => {
    expect(linesOf('ああ word', 4)).toBe(2);
    expect(linesOf('w'.repeat(40), 10)).toBe(2);
    expect(linesOf(`あ${'w'.repeat(40)}`, 10)).toBe(3);
  });
});
