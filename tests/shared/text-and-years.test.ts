import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fiscalYearAt, yearLabelOf } from '../../shared/model/fiscal-year.ts';
import { identifierFrom, identifierPattern } from '../../shared/model/identifier.ts';
import { firstUnwritable, isPlainLine, toPlainLine, toPlainLines } from '../../shared/model/plain-text.ts';

test.each([
  [1988, '昭和63年度'],
  [1989, '平成元年度'],
  [2016, '平成28年度'],
  [2018, '平成30年度'],
  [2019, '令和元年度'],
  [2020, '令和2年度'],
  [2026, '令和8年度'],
])('fiscal year %i is written %s', (year, label) => {
  expect(yearLabelOf(year)).toBe(label);
});

test('a fiscal year starts in April', () => {
  expect(fiscalYearAt(2026, 3)).toBe(2025);
  expect(fiscalYearAt(2026, 4)).toBe(2026);
});

test('identifiers are short, of one case, and differ as their bytes differ', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uint8Array({ minLength: 10, maxLength: 10 }), {
        minLength: 2,
        maxLength: 2,
        selector: (bytes) => bytes.join(),
      }),
      ([one, other]) => {
        expect(identifierFrom(one ?? new Uint8Array())).toMatch(identifierPattern);
        expect(identifierFrom(one ?? new Uint8Array())).not.toBe(identifierFrom(other ?? new Uint8Array()));
      },
    ),
  );
  expect(() => identifierFrom(new Uint8Array(9))).toThrow(RangeError);
});

test('any text can be made a plain line, and a plain line stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = toPlainLine(text);
      expect(isPlainLine(line)).toBe(true);
      if (isPlainLine(text)) expect(line).toBe(text);
    }),
  );
});

test('rare characters that officials use stay untouched', () => {
  for (const text of ['葛󠄀城市', '𠮷田', '辻󠄁', '髙﨑', 'ｶﾞ', '\uE000', '👩‍👧']) {
    expect(toPlainLine(text)).toBe(text);
    expect(firstUnwritable(text)).toBeNull();
  }
});

test.each([
  ['a\u0007b', 'U+0007'],
  ['a\tb', 'U+0009'],
  ['a\uFFFFb', 'U+FFFF'],
  ['a\uD842', 'U+D842'],
])('%j names its unwritable character', (text, name) => {
  expect(firstUnwritable(text)).toBe(name);
});

test('text with line breaks of any kind falls into lines', () => {
  expect(toPlainLines('一\r\n二\n三\v四\u2028五')).toEqual(['一', '二', '三', '四', '五']);
});
