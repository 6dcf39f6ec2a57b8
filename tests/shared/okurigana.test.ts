import { describe, expect, test } from 'vitest';
import { findIn } from '../../shared/model/find-text.ts';
import { leavesEnding } from '../../shared/model/okurigana.ts';

/** Each place of a word, with ▲ where its ending would be left hanging. */
function marked(text: string, query: string, replacement: string): string {
  return findIn(text, query, { matchCase: false, matchWidth: false })
    .reverse()
    .reduce(
      (told, mark) =>
        leavesEnding(text, mark, replacement)
          ? `${told.slice(0, mark[0])}▲${told.slice(mark[0])}`
          : `${told.slice(0, mark[0])}○${told.slice(mark[0])}`,
      text,
    );
}

describe('a verb that is not to be replaced as a noun', () => {
  test.each([
    '▲取り組みます。',
    '▲取り組みました。',
    '▲取り組みません。',
    '▲取り組みましょう。',
    '▲取り組みまして、',
    '▲取り組みたい',
    '▲取り組みたく',
    '▲取り組みつつ、',
    '▲取り組みながら、',
    '▲取り組みやすい環境',
    '▲取り組みにくい面',
    '▲取り組み始めた',
    '▲取り組み続ける',
    '▲取り組みなさい',
    '地域の防災に▲取り組み、成果を得た',
    '市民の○取り組み、団体の○取り組み。',
    '○取り組みを進め、○取り組みは、○取り組みの、○取り組みが、○取り組みに、○取り組みで、○取り組みと、○取り組みも',
    '○取り組みまで、○取り組みなど、○取り組みなし、○取り組みなら、○取り組みごと、○取り組み全体、○取り組みへ、○取り組みや',
    '○取り組みについて、○取り組みによる、○取り組みとして、○取り組みです、○取り組みだけ、○取り組みのため、○取り組みずつ',
    '○取り組み',
    '○取り組みする、○取り組みをします',
  ])('in %s', (expected) => {
    const text = expected.replace(/[▲○]/gu, '');
    expect(marked(text, '取り組み', '取組')).toBe(expected);
  });

  test.each([
    [
      '▲取りまとめる、▲取りまとめた結果、▲取りまとめて、▲取りまとめない、▲取りまとめます、▲取りまとめられた',
      '取りまとめ',
      '集約',
    ],
    ['○取りまとめを、○取りまとめの、○取りまとめ結果、○取りまとめです', '取りまとめ', '集約'],
    ['▲見直した点、▲見直して、▲見直します、○見直しを、○見直しする、○見直し案、○見直しは', '見直し', '点検'],
    ['▲呼びかけた、▲呼びかけながら、○呼びかけに応じ、○呼びかけ運動', '呼びかけ', '周知'],
    ['▲試みる、▲試みた、○試みは、○試みとして', '試み', '試行'],
    ['▲働きます、▲働き続ける、○働き方、○働きかけ、○働きを', '働き', '労働'],
  ])('in %s', (expected, query, replacement) => {
    expect(marked(expected.replace(/[▲○]/gu, ''), query, replacement)).toBe(expected);
  });

  test.each([
    [
      '▲取組む、▲取組んで、▲取組んだ、▲取組まない、▲取組もう、▲取組みます、▲取組みを、▲取組める、▲取組めば',
      '取組',
      '取り組み',
    ],
    [
      '○取組を、○取組の、○取組が、○取組は、○取組に、○取組で、○取組も、○取組など、○取組まで、○取組です、○取組だ、○取組内容',
      '取組',
      '取り組み',
    ],
    ['▲取扱う、▲取扱って、▲取扱わない、▲取扱います、▲取扱いを、○取扱件数、○取扱か所', '取扱', '扱い'],
    [
      '▲受付けた、▲受付ける、▲受付けます、○受付を、○受付窓口、○受付から、○受付いたします',
      '受付',
      '受け付け',
    ],
    [
      '○相談します、○相談した、○相談する、○相談いただく、○相談ください、○相談できる、○相談しない、○相談がない',
      '相談',
      'ご相談窓口へ',
    ],
    ['○計画くらい、○計画ぐらい、○計画のうち、○計画うち、○計画まで、○計画され', '計画', 'プラン'],
  ])('after a kanji in %s', (expected, query, replacement) => {
    expect(marked(expected.replace(/[▲○]/gu, ''), query, replacement)).toBe(expected);
  });

  test('is replaced where the new word ends alike, so that the ending fits', () => {
    expect(marked('取り組みます', '取り組み', '取組み')).toBe('○取り組みます');
    expect(marked('取り組む', '取り組', '取組')).toBe('○取り組む');
    expect(marked('見直します', '見直し', '')).toBe('▲見直します');
  });
});
