import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findIn,
  placeAfterReplacing,
  replaceMarks,
  saysAlready,
  type FindOptions,
} from '../../shared/model/find-text.ts';
import { howMany } from '../support/how-many.ts';

const loose: FindOptions = { matchCase: false, matchWidth: false };
const strict: FindOptions = { matchCase: true, matchWidth: true };

const found = (text: string, query: string, options = loose): string[] =>
  findIn(text, query, options).map(([start, end]) => text.slice(start, end));

describe('finding', () => {
  test('takes widths and cases for one, unless told otherwise', () => {
    const text = 'ＡＢＣ講座と abc 講座、ｱﾝｹｰﾄ と アンケート';
    expect(found(text, 'Abc')).toEqual(['ＡＢＣ', 'abc']);
    expect(found(text, 'アンケート')).toEqual(['ｱﾝｹｰﾄ', 'アンケート']);
    expect(found(text, 'abc', { matchCase: true, matchWidth: false })).toEqual(['abc']);
    expect(found(text, 'ABC', { matchCase: false, matchWidth: true })).toEqual(['abc']);
    expect(found(text, 'アンケート', strict)).toEqual(['アンケート']);
  });

  test('finds a character that is written with several', () => {
    expect(found('ﾊﾞｽとか\u3099', 'バス')).toEqual(['ﾊﾞｽ']);
    expect(found('ﾊﾞｽとか\u3099', 'が')).toEqual(['か\u3099']);
  });

  test('finds nothing that is only a part of a character', () => {
    expect(found('㈱みなとと株', '株')).toEqual(['株']);
    expect(found('㈱みなと', '(株)')).toEqual(['㈱']);
    expect(found('ﾊﾞｽ', 'ハ')).toEqual([]);
    expect(found('👨‍👩‍👧の家', '👨')).toEqual([]);
  });

  test('goes on behind each place', () => {
    expect(findIn('ああああ', 'ああ', loose)).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  test('of nothing finds nothing', () => {
    expect(findIn('桜', '', loose)).toEqual([]);
  });

  test('does not depend on what a letter stands beside', () => {
    expect(found('ΟΔΟΣ οδος', 'οδοσ')).toEqual(['ΟΔΟΣ', 'οδος']);
  });
});

const pieces = fc.constantFrom(
  '株', '㈱', '(', ')', '（', 'ﾊ', 'ﾞ', 'バ', 'ハ', 'か', '\u3099', 'が', 'A', 'ａ', 'a', 'Ⅳ', 'iv', '①', '1', '１', '５５０', '㎡', 'm2',
  '👨‍👩‍👧', '👩', '\u200d', 'ß', 'SS', 'İ', 'Σ', 'ς', ' ', '\u3000', '゛',
); // prettier-ignore
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
const options = fc.record({ matchCase: fc.boolean(), matchWidth: fc.boolean() });
const characters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

describe('a place that says already what is to stand there', () => {
  const already = (text: string, query: string, replacement: string): boolean[] =>
    findIn(text, query, loose).map((mark) => saysAlready(text, mark, replacement));

  test('lies wholly inside the replacement', () => {
    expect(already('予約と事前予約', '予約', '事前予約')).toEqual([false, true]);
    expect(already('事前予約制の予約', '予約', '予約制')).toEqual([true, false]);
    expect(already('前予約', '予約', '事前予約')).toEqual([false]);
    expect(already('予約、予約と予約', '予約', '予約と予約')).toEqual([false, true, true]);
  });

  test('is written like it, character by character', () => {
    expect(already('sns と ＳＮＳ と SNS', 'sns', 'SNS')).toEqual([false, false, true]);
  });

  test('is none where nothing is to stand there', () => {
    expect(already('予約', '予約', '')).toEqual([false]);
  });
});

describe('whatever the text', () => {
  test('what was replaced is found where it came to stand, and is never replaced once more', () => {
    fc.assert(
      fc.property(texts, texts, texts, options, (text, query, replacement, how) => {
        const marks = findIn(text, query, how);
        const result = replaceMarks(text, marks, replacement);
        const hits = findIn(result, query, how);
        for (const [start] of marks) {
          const from = placeAfterReplacing(start, marks, replacement);
          const to = from + replacement.length;
          expect(result.slice(from, to)).toBe(replacement);
          const inside = hits.filter((hit) => hit[0] >= from && hit[1] <= to);
          expect(inside.every((hit) => saysAlready(result, hit, replacement))).toBe(true);
        }
      }),
      { numRuns: howMany({ usual: 1_000, long: 3_000 }) },
    );
  });

  test('each place says the query, stands between characters and behind the one before', () => {
    fc.assert(
      fc.property(texts, texts, options, (text, query, how) => {
        const edges = new Set([
          0,
          ...[...characters.segment(text)].map(({ index, segment }) => index + segment.length),
        ]);
        let from = 0;
        for (const [start, end] of findIn(text, query, how)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect([edges.has(start), edges.has(end)]).toEqual([true, true]);
          expect(findIn(text.slice(start, end), query, how)).toEqual([[0, end - start]]);
          from = end;
        }
      }),
      { numRuns: howMany({ usual: 700, long: 2_000 }) },
    );
  });

  test('a text is found in itself between others', () => {
    fc.assert(
      fc.property(texts, options, (query, how) => {
        fc.pre(query !== '' && !/^(?:\u3099|\u200d|ﾞ)|\u200d$/u.test(query));
        const text = `前、${query}。後`;
        expect(findIn(text, query, how)).toEqual([[2, 2 + query.length]]);
      }),
      { numRuns: howMany({ usual: 700, long: 2_000 }) },
    );
  });

  test('replacing changes nothing but the places, and none is left where the new text has none', () => {
    fc.assert(
      fc.property(texts, texts, options, (text, query, how) => {
        const marks = findIn(text, query, how);
        expect(replaceMarks(text, marks, '')).toBe(outside(text, marks).join(''));
        expect(replaceMarks(text, marks, '※').split('※')).toEqual(outside(text, marks));
      }),
      { numRuns: howMany({ usual: 700, long: 2_000 }) },
    );
  });
});

function outside(text: string, marks: readonly (readonly [number, number])[]): string[] {
  return [
    ...marks.map(([start], at) => text.slice(marks[at - 1]?.[1] ?? 0, start)),
    text.slice(marks.at(-1)?.[1] ?? 0),
  ];
}
