import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judge, type TrueRow } from './judge.ts';
import { understood } from './understood.ts';

const folder = resolve(import.meta.dirname, '../../../shared/cases/word');

/** Files of other offices' layouts, which stay outside the repository: how many texts of each are told. */
const files: Readonly<Record<string, number>> = {
  'layout-column-前年度の取組結果': 4,
  'layout-column-前年度実績': 12,
  'layout-column-総合計画施策番号-after-table': 10,
  'layout-columns-令和5年度実績-令和6年度実績': 4,
  'layout-declaration-table-then-report-table': 2,
  'layout-grade-written-in-outcome-cell': 1,
  'layout-heading-次年度以降の対応': 4,
  'layout-headings-with-※-explanations': 4,
  'layout-hidden-text-in-cells': 4,
  'layout-initiatives-as-columns': 0,
  'layout-inner-tables-with-own-headings': 0,
  'layout-labels-above-the-text-refused': 0,
  'layout-no-table-paragraphs-only-refused': 0,
  'layout-one-row-a-target-2-1-2-2': 0,
  'layout-other-heading-words-refused': 4,
  'layout-second-heading-row-first-half-second-half': 4,
  'layout-section-as-paragraph-above-each-table': 0,
  'layout-soft-hyphen-and-zero-width-space': 0,
  'layout-table-in-an-altChunk-refused': 0,
  'layout-title-across-then-two-headed-layers-per-initiative': 0,
  'layout-title-row-then-label-text-pairs-one-table': 0,
  'layout-total-row-at-the-bottom': 4,
  'layout-two-heading-rows-two-table-rows-an-initiative': 0,
  'layout-two-label-text-pairs-a-row-one-table-an-initiative': 0,
  'layout-typed-check-boxes-達成-一部達成-未達成': 1,
  'layout-vertical-sheet-PDCA-budget-and-last-year-pairs': 8,
  'layout-word-form-with-unfilled-placeholder-row': 2,
  'layout-中間評価-and-年度末評価': 10,
  'layout-取組名及び取組内容-in-one-cell': 0,
  'layout-見え消し-by-hand-struck-value-and-red-value': 5,
  'layout-部長名-line-in-top-row': 1,
  'package-one-newline-after-the-end': 0,
};

const there = existsSync(folder);
if (!there) console.warn('skipped: layouts of other offices (../shared/cases/word) are missing');

describe.skipIf(!there)('Of the layouts of other offices each text is in its field, or told', () => {
  const truth = there
    ? (JSON.parse(readFileSync(resolve(folder, 'truth.json'), 'utf8')) as readonly TrueRow[])
    : [];
  const sum = { wrong: 0, lost: 0 };
  afterAll(() => {
    const { wrong, lost } = sum;
    console.log(`${Object.keys(files).length} layouts: ${wrong} texts in a wrong field, ${lost} lost`);
    expect(sum).toEqual({ wrong: 0, lost: 0 });
  });

  it('all of them', () => {
    const names = readdirSync(folder).filter((name) => /^(?:layout|package)-.*\.docx$/.test(name));
    expect(names.map((name) => name.normalize().replace(/\.docx$/, '')).sort()).toEqual(
      Object.keys(files).sort(),
    );
  });

  it.each(Object.entries(files))('%s', async (name, told) => {
    const bytes = readFileSync(resolve(folder, `${name}.docx`));
    const read = await understood(bytes);
    const { wrong, lost } = await judge(bytes, truth, read);
    sum.wrong += wrong.length;
    sum.lost += lost.length;
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(read.draft.initiatives.map(({ title }) => title)).toEqual(truth.map(({ title }) => title));
    expect(read.unplaced.map(({ text }) => text)).toHaveLength(told);
  });
});
