import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readRulesFile, writeRulesFile } from '../../../main/exchange/rules-file.ts';
import {
  officeRulesSchema,
  settingsOf,
  type OfficeRules,
} from '../../../shared/model/checks/house/office-rules.ts';
import { readRulesTable, writeRulesTable } from '../../../shared/model/checks/house/rules-table.ts';
import { wordsOfLines, wordsOfTable } from '../../../shared/model/checks/house/word-table.ts';

const rules: OfficeRules = {
  format: 'sengen-rules/1',
  name: '星見市公用文規程',
  rules: { 'conjunction-kanji': 'off', 'sentence-length': 'warning' },
  style: { digits: 'by-length', punctuation: null, sentences: 'polite', years: 'era' },
  words: [
    { write: '子ども', instead: ['子供', 'こども'], note: '子ども条例による' },
    { write: null, instead: ['父兄'], note: null },
  ],
  allowed: [{ word: '賑わい', note: null }],
  ignored: [
    { rule: 'okurigana-noun', written: '取り組み', row: null, field: null, reason: '規程の引用' },
    { rule: 'field-empty', written: null, row: 'row7', field: 'direction', reason: '廃止のため' },
  ],
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file of rules', () => {
  test('reads back as what was written', () => {
    expect(readRulesFile(bytes(writeRulesFile(rules)), 'a.json')).toEqual({ ok: true, value: rules });
  });

  test.each([
    ['another kind of file', { ...rules, format: 'sengen-form/1' }, 'format-unknown'],
    ['a version to come', { ...rules, format: 'sengen-rules/2' }, 'format-from-the-future'],
    ['no name', { ...rules, name: ' ' }, 'content-invalid'],
    [
      'a word without end',
      { ...rules, allowed: [{ word: 'あ'.repeat(101), note: null }] },
      'content-invalid',
    ],
    ['a line break in a word', { ...rules, allowed: [{ word: '子\n供', note: null }] }, 'content-invalid'],
    [
      'more words than anybody has',
      { ...rules, allowed: Array.from({ length: 5_001 }, () => ({ word: '語', note: null })) },
      'content-invalid',
    ],
    ['a weight that is none', { ...rules, rules: { 'sentence-end': 'loud' } }, 'content-invalid'],
    [
      'nothing to avoid',
      { ...rules, words: [{ write: '子ども', instead: [], note: null }] },
      'content-invalid',
    ],
    [
      'a finding let stand without a reason',
      { ...rules, ignored: [{ ...rules.ignored[0], reason: '' }] },
      'content-invalid',
    ],
  ])('with %s is refused', (_, value, code) => {
    const read = readRulesFile(bytes(JSON.stringify(value)), 'a.json');
    expect(read).toMatchObject({ ok: false, failure: { code } });
  });

  test('turns on what it says, and leaves the rest as it comes', () => {
    expect(settingsOf(rules).style).toEqual(rules.style);
    expect(settingsOf(rules).rules).toEqual({
      'circled-number': 'off',
      'conjunction-kanji': 'off',
      'sentence-length': 'warning',
    });
  });
});

describe('a table of rules for Excel', () => {
  test('reads back as what was written', () => {
    expect(readRulesTable(writeRulesTable(rules), rules.name)).toEqual({ rules, unread: [] });
  });

  test('opens in Excel: a BOM, CRLF, and no cell that is a formula', () => {
    const text = writeRulesTable({ ...rules, allowed: [{ word: '=1+1', note: '"引用"、\u0020' }] });
    expect(text.startsWith('\uFEFF種類,対象,指定,備考,取組,欄\r\n')).toBe(true);
    expect(text).toContain(`許す語,'=1+1,,"""引用""、 ",,\r\n`);
    expect(readRulesTable(text, 'a')?.rules.allowed).toEqual([{ word: '=1+1', note: '"引用"、' }]);
  });

  test('has any rules in it', () => {
    const said = (most: number) =>
      fc
        .string({ unit: fc.constantFrom(...'あ漢字カ,"\'=+-@ 。a1'), minLength: 1, maxLength: most })
        .map((text) => text.trim())
        .filter((text) => text !== '' && !text.startsWith("'"));
    const note = fc.option(said(20));
    const anyRules = fc.record({
      words: fc.uniqueArray(
        fc.record({
          write: fc.option(said(8)),
          instead: fc.uniqueArray(said(8), { minLength: 1, maxLength: 3 }),
          note,
        }),
        {
          selector: ({ write, note }) => JSON.stringify([write, note]),
          maxLength: 4,
        },
      ),
      allowed: fc.array(fc.record({ word: said(8), note }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyRules, (some) => {
        const whole = { ...rules, ...some };
        expect(v.is(officeRulesSchema, whole)).toBe(true);
        expect(readRulesTable(writeRulesTable(whole), whole.name)).toEqual({ rules: whole, unread: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('tells each line that it could not read, and takes all others', () => {
    const table = [
      '種類,対象,指定,備考',
      '語,子供,子ども,',
      '言葉,父兄,保護者,',
      '語,,保護者,',
      '規則,sentence-end,やめる,',
      '規則,Sentence End,使わない,',
      '除外,okurigana-noun,取り組み,',
      '書き方,数字,斜め,',
      '',
      '許す語,賑わい,,',
    ].join('\n');
    const read = readRulesTable(table, '規程');
    expect(read?.rules.words).toEqual([{ write: '子ども', instead: ['子供'], note: null }]);
    expect(read?.rules.allowed).toEqual([{ word: '賑わい', note: null }]);
    expect(read?.unread.map(({ line, why }) => [line, why])).toEqual([
      [3, 'kind-unknown'],
      [4, 'word-missing'],
      [5, 'weight-unknown'],
      [6, 'not-plain'],
      [7, 'reason-missing'],
      [8, 'style-unknown'],
    ]);
  });

  test('of unbearable size is none', () => {
    expect(readRulesTable('許す語,語\n'.repeat(20_002), '規程')).toBeNull();
    expect(readRulesTable('あ'.repeat(4_000_001), '規程')).toBeNull();
  });
});

describe("an office's word list", () => {
  test('is read by its headings, in whatever order they stand', () => {
    const { words, unread } = wordsOfTable([
      ['公用文の用語', '', '', ''],
      ['番号', '使う語', '備考', '使わない語'],
      ['1', '子ども', '', '子供、こども'],
      ['2', '保護者', '学校関係', '父兄\n父母'],
      ['3', '', '', ''],
    ]);
    expect(words).toEqual([
      { write: '子ども', instead: ['子供', 'こども'], note: null },
      { write: '保護者', instead: ['父兄', '父母'], note: '学校関係' },
    ]);
    expect(unread).toEqual([5]);
  });

  test('without headings: first what is not written, then what is', () => {
    expect(wordsOfTable([['子供', '子ども'], ['父兄', '保護者', '学校関係'], ['何か']])).toEqual({
      words: [
        { write: '子ども', instead: ['子供'], note: null },
        { write: '保護者', instead: ['父兄'], note: '学校関係' },
      ],
      unread: [3],
    });
  });

  test('is read from lines', () => {
    expect(wordsOfLines('子供 → 子ども\n×父兄　○保護者\n婦人\t女性\n\nこれは説明の文です。')).toEqual({
      words: [
        { write: '子ども', instead: ['子供'], note: null },
        { write: '保護者', instead: ['父兄'], note: null },
        { write: '女性', instead: ['婦人'], note: null },
      ],
      unread: [5],
    });
  });
});
