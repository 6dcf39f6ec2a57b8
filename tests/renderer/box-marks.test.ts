import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../shared/model/checks/finding.ts';
import { findingAt, isAtWords, marksOfBox } from '../../renderer/state/findings/marks-of-box.ts';
import { marksNow, type BoxMarks } from '../../renderer/writing/box-marks.ts';
import { howMany } from '../support/how-many.ts';
import { initiative, report } from './sample-report.ts';

const finding = (span: readonly [number, number]): Finding => ({
  rule: 'okurigana-noun',
  family: 'writing',
  severity: 'warning',
  place: { kind: 'report' },
  span,
  facts: {},
});

function marked(text: string, ...words: readonly string[]): BoxMarks {
  return {
    text,
    marks: words.map((word) => {
      const start = text.indexOf(word);
      const span = [start, start + word.length] as const;
      return { finding: finding(span), span };
    }),
  };
}

const wordsNow = (marks: BoxMarks, after: string): string[] =>
  marksNow(marks, after).map(({ span }) => after.slice(...span));

describe('marks of a text box', () => {
  const marks = marked('古い取り組みを行ない、続けます。', '取り組み', '行ない');

  test('go along with what is typed before and behind them', () => {
    expect(wordsNow(marks, 'とても古い取り組みを行ない、続けます。')).toEqual(['取り組み', '行ない']);
    expect(wordsNow(marks, '古い取り組みを行ない、長く続けます。')).toEqual(['取り組み', '行ない']);
    expect(wordsNow(marks, '古い取り組みを順に行ない、続けます。')).toEqual(['取り組み', '行ない']);
  });

  test('are gone where their own words were changed, and the others stay', () => {
    expect(wordsNow(marks, '古い取組を行ない、続けます。')).toEqual(['行ない']);
    expect(wordsNow(marks, '')).toEqual([]);
  });

  test('never stand at other words, whatever is typed where', () => {
    const text = fc.string({ unit: fc.constantFrom('取', 'り', '組', '、'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (head, tail, before, after) => {
        const word = '行ない';
        const old = head + word + before + tail;
        for (const { span } of marksNow(marked(old, word), head + word + after + tail))
          expect((head + word + after + tail).slice(...span)).toBe(word);
      }),
      { numRuns: howMany({ usual: 50, long: 5_000 }) },
    );
  });
});

test('a word of a paragraph is found in its box and back, though paragraphs came before it', () => {
  const row = initiative('row1first', { plan: ['一つ目です。', '取り組みます。'] });
  const found: Finding = {
    ...finding([0, 4]),
    place: { kind: 'paragraph', row: row.id, field: 'plan', at: 1 },
  };
  if (!isAtWords(found)) throw new Error('it is at words');
  const box = must(marksOfBox([found], report(), row) ?? undefined);
  expect(box.text).toBe('一つ目です。\n取り組みます。');
  const [mark] = marksNow(box, `はじめに。\n${box.text}`);
  const now = findingAt(found, `はじめに。\n${box.text}`, must(mark).span);
  expect(now.place).toMatchObject({ at: 2 });
  expect(now.span).toEqual([0, 4]);
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('is there');
  return value;
}
