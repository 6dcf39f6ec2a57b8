import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldLines, marksIn, searchText, searchWords } from '../../shared/model/search-text.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { arbitraryLine } from '../support/arbitrary-report.ts';

describe('the words of a query', () => {
  test('are parted by spaces of any width and counted once', () => {
    expect(searchWords('　防災  訓練　防災\u00A0井戸 ')).toEqual(['防災', '訓練', '井戸']);
    expect(searchWords(' 　 ')).toEqual([]);
  });

  test('are one whatever their width and case; hiragana and katakana are two', () => {
    expect(searchWords('ＤＸ dx ５００ 500 ｶﾞｽ ガス ㈱ (株)')).toEqual(['dx', '500', 'ガス', '(株)']);
    expect(searchWords('ごみ ゴミ')).toEqual(['ごみ', 'ゴミ']);
  });
});

describe('marks', () => {
  const marked = (text: string, query: string): string[] =>
    marksIn(text, searchWords(query)).map(([start, end]) => text.slice(start, end));

  test("cover the author's own characters", () => {
    expect(marked('参加者は５００人、うちＤＸ講座は50人', '500 dx 50')).toEqual(['５００', 'ＤＸ', '50']);
    expect(marked('ｶﾞｽ管とガス灯', 'ガス')).toEqual(['ｶﾞｽ', 'ガス']);
    expect(marked('ガス管'.normalize('NFD'), 'ガス')).toEqual(['ガス'.normalize('NFD')]);
  });

  test('cover a whole character where the word is only a part of it', () => {
    expect(marked('㈱みなと', '株')).toEqual(['㈱']);
    expect(marked('葛󠄀西橋', '葛')).toEqual(['葛󠄀']);
    expect(marked('𠮷野川', '野')).toEqual(['野']);
  });

  test('are in order and never overlap', () => {
    expect(marksIn('防災訓練と防災', searchWords('訓練 防災 災訓 と'))).toEqual([[0, 7]]);
    expect(marksIn('防災訓練、防災', searchWords('訓練 防災'))).toEqual([
      [0, 4],
      [5, 7],
    ]);
  });

  test('are there whenever the word is, and hold it', () => {
    let found = 0;
    fc.assert(
      fc.property(arbitraryLine, fc.nat(50), fc.integer({ min: 1, max: 4 }), (line, from, length) => {
        const compared = searchText(line);
        const [word = ''] = searchWords([...compared].slice(from % 8, (from % 8) + length).join(''));
        if (word === '' || !compared.includes(word)) return;
        found += 1;
        const marks = marksIn(line, [word]);
        expect(marks.length).toBeGreaterThan(0);
        for (const [start, end] of marks) expect(searchText(line.slice(start, end))).toContain(word);
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

test('the lines of a field are as the author wrote them', () => {
  const row = {
    ...emptyInitiative('row1'),
    section: '危機管理課',
    targets: [{ id: 'tar1', measure: '訓練の回数', note: '夜間を含む', value: '年間 3回', verdict: null }],
    outcomes: [
      {
        id: 'out1',
        statement: '3回行いました。',
        asOf: '令和9年3月31日時点',
        figures: [
          { label: '参加者', value: '約400人' },
          { label: null, value: '3回' },
        ],
        targets: ['tar1'],
      },
    ],
  };
  expect(fieldLines(row, 'section')).toEqual(['危機管理課']);
  expect(fieldLines(row, 'targets')).toEqual(['訓練の回数(夜間を含む) 年間 3回']);
  expect(fieldLines(row, 'outcomes')).toEqual([
    '3回行いました。',
    '令和9年3月31日時点',
    '参加者 約400人',
    '3回',
  ]);
});
