import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sequenceDifference } from '../../shared/model/sequence-difference.ts';
import { textDifference, wordsOf, type TextPiece } from '../../shared/model/text-difference.ts';
import { arbitraryLine } from '../support/arbitrary-report.ts';

const spelled = (pieces: readonly TextPiece[], without: TextPiece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('the pieces spell both texts', () => {
  fc.assert(
    fc.property(arbitraryLine, arbitraryLine, (before, after) => {
      const pieces = textDifference(before, after);
      expect(spelled(pieces, 'added')).toBe(before);
      expect(spelled(pieces, 'removed')).toBe(after);
    }),
    { numRuns: 500 },
  );
});

test('a number changes as a whole', () => {
  expect(textDifference('交付枚数 10,000枚', '交付枚数 10,738枚')).toEqual([
    { kind: 'same', text: '交付枚数 ' },
    { kind: 'removed', text: '10,000' },
    { kind: 'added', text: '10,738' },
    { kind: 'same', text: '枚' },
  ]);
  expect(wordsOf('登用率37.5%')).toContain('37.5%');
});

test('the difference of lists is as short as any', () => {
  const list = fc.array(fc.constantFrom('一', '二', '三'), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const found = sequenceDifference(before, after);
      const rebuilt = found.flatMap(({ kind, from, to }) =>
        kind === 'removed' ? [] : (kind === 'added' ? after : before).slice(from, to),
      );
      expect(rebuilt).toEqual(after);
      const kept = found.reduce((sum, { kind, from, to }) => sum + (kind === 'same' ? to - from : 0), 0);
      expect(kept).toBe(longestCommon(before, after));
    }),
    { numRuns: 500 },
  );
});

test('lists with nothing in common are told apart without a search', () => {
  const before = Array.from({ length: 5_000 }, (_item, index) => `前${index}`);
  const after = Array.from({ length: 5_000 }, (_item, index) => `後${index}`);
  expect(sequenceDifference(before, after)).toEqual([
    { kind: 'removed', from: 0, to: 5_000 },
    { kind: 'added', from: 0, to: 5_000 },
  ]);
});

/** Length of the longest common subsequence, by the textbook table. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const above = table[row - 1] as number[];
      const line = table[row] as number[];
      line[column] =
        one[row - 1] === other[column - 1]
          ? (above[column - 1] ?? 0) + 1
          : Math.max(above[column] ?? 0, line[column - 1] ?? 0);
    }
  }
  return table[one.length]?.[other.length] ?? 0;
}
