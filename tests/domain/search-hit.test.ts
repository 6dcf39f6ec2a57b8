import { describe, expect, test } from 'vitest';
import { searchHit } from '../../main/domain/search-hit.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { searchWords } from '../../shared/model/search-text.ts';

const row = {
  ...emptyInitiative('row1'),
  title: '防災訓練の充実',
  section: '危機管理課',
  plan: ['地区ごとに訓練を行います。', '備蓄品を毎年点検し、避難所ごとの訓練に備えます。'],
};
const hit = (query: string, initiative = row) => searchHit(initiative, searchWords(query));

describe('what a hit shows', () => {
  test('is the first field that has all words, and its line that has most of them', () => {
    expect(hit('訓練')).toEqual({ field: 'title', excerpt: '防災訓練の充実', marks: [[2, 4]] });
    expect(hit('訓練 備蓄')).toEqual({
      field: 'plan',
      excerpt: '備蓄品を毎年点検し、避難所ごとの訓練に備えます。',
      marks: [
        [0, 2],
        [16, 18],
      ],
    });
  });

  test('is the first field that has a word when no field has all', () => {
    expect(hit('備蓄 危機')).toMatchObject({ field: 'section', excerpt: '危機管理課', marks: [[0, 2]] });
  });

  test('is nothing unless every word is there', () => {
    expect(hit('訓練 津波')).toBeNull();
    // A word does not go on from one line to the next.
    expect(hit('ます。備蓄')).toBeNull();
  });

  test('is a piece around the first mark when the line is long, cut between characters', () => {
    const long = { ...row, title: '', plan: [`${'𠮷'.repeat(80)}目印の石${'𠮷'.repeat(80)}石`] };
    const found = hit('石', long)!;
    expect(found.excerpt).toHaveLength(102);
    expect(found.excerpt.startsWith('…𠮷')).toBe(true);
    expect(found.excerpt.endsWith('𠮷…')).toBe(true);
    expect(found.excerpt.isWellFormed()).toBe(true);
    expect(found.marks.map(([start, end]) => found.excerpt.slice(start, end))).toEqual(['石']);
  });

  test('shows the end of a line whole', () => {
    const long = { ...row, title: '', plan: [`${'あ'.repeat(150)}石`] };
    const found = hit('石', long)!;
    expect(found.excerpt).toBe(`…${'あ'.repeat(99)}石`);
    expect(found.marks).toEqual([[100, 101]]);
  });
});
