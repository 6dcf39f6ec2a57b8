import { describe, expect, it } from 'vitest';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { understood } from './understood.ts';

/** A table read under the headings of a report. */
function read(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<UnderstoodReport> {
  const line = (texts: readonly string[]): string => row(texts.map((text) => cell(text.split('|'))));
  return understood(
    docxByHand({
      body: paragraph('令和7年度 環境部長の目標宣言') + table([line(headings), ...rows.map(line)]),
    }),
  );
}

describe('A column of grades', () => {
  const headings = ['NO', '取組名', '達成目標', '取組結果', '目標達成状況', '達成度'];
  const rows = (grades: readonly string[]): string[][] =>
    grades.map((grade, place) => [
      `${place + 1}`,
      `緑化事業${place}`,
      '・植樹 10本',
      '・植えました。',
      '・10本でした。',
      grade,
    ]);
  const verdicts = ({ draft }: UnderstoodReport): unknown[] =>
    draft.initiatives.map(({ targets }) => targets.map(({ verdict }) => verdict));
  const left = ({ unplaced }: UnderstoodReport): unknown[] => unplaced.map(({ text }) => text);

  it('gives verdicts where its signs mean the same in every city', async () => {
    const signs = await read(headings, rows(['○', '△', '×', '']));
    expect(verdicts(signs)).toEqual([['achieved'], ['partly-achieved'], ['not-achieved'], [null]]);
    expect(left(signs)).toEqual([]);
    expect(signs.draft.initiatives[0]?.outcomes).toHaveLength(1);
    const words = await read(headings, rows(['達成', '一部達成', '未達成', '評価不能']));
    expect(verdicts(words).flat()).toEqual([
      'achieved',
      'partly-achieved',
      'not-achieved',
      'not-assessable',
    ]);
  });

  it('gives none where a city’s scale is its own, and names what it says', async () => {
    const letters = await read(headings, rows(['A', 'B']));
    expect([verdicts(letters), left(letters)]).toEqual([
      [[null], [null]],
      ['A', 'B'],
    ]);
    const four = await read(headings, rows(['◎', '○']));
    expect([verdicts(four), left(four)]).toEqual([
      [[null], [null]],
      ['◎', '○'],
    ]);
  });

  it('gives none to a row with more targets than grades', async () => {
    const [line = []] = rows(['○']);
    const two = await read(headings, [line.with(2, '・植樹 10本|・剪定 20本')]);
    expect([verdicts(two), left(two)]).toEqual([[[null, null]], ['○']]);
  });

  it('is none where its cells say more', async () => {
    const said = await read(headings, rows(['10本を植えました。']));
    expect(said.draft.initiatives[0]?.outcomes.map(({ statement }) => statement)).toContain(
      '10本を植えました。',
    );
  });
});

describe('Rows under the same number and title', () => {
  const headings = ['NO', '取組名', '取組内容', '達成目標', '取組結果'];

  it('are two when both are whole', async () => {
    const whole = ['1', '緑化事業', '・植えます。', '・植樹 10本', '・植えました。'];
    const { draft } = await read(headings, [whole, whole]);
    expect(draft.initiatives).toHaveLength(2);
  });

  it('are one when the second only goes on', async () => {
    const { draft } = await read(headings, [
      ['1', '緑化事業', '・植えます。', '・植樹 10本', '・春に植えました。'],
      ['1', '緑化事業（続き）', '', '', '・秋にも植えました。'],
      ['2', '緑化事業', '', '', '・別の事業です。'],
    ]);
    expect(draft.initiatives.map(({ title, results }) => [title, results])).toEqual([
      ['緑化事業', ['春に植えました。', '秋にも植えました。']],
      ['緑化事業', ['別の事業です。']],
    ]);
  });
});
