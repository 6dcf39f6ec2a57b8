import { describe, expect, test } from 'vitest';
import { initiativeFields } from '../../shared/model/fields/built-in-fields.ts';
import { searchManual } from '../../renderer/state/manual/manual-search.ts';
import { topicOfField } from '../../renderer/state/manual/topic-of-field.ts';
import { points, steps, text } from '../../renderer/words/help-blocks.ts';
import { helpTopics } from '../../renderer/words/help-words.ts';

const topics = [
  {
    id: 'paper',
    heading: '紙の上で',
    blocks: [
      text('ＷＯＲＤ の表にします。'),
      points('表を印刷します。', '印を押します。'),
      steps('開きます。', '閉じます。'),
    ],
  },
  { id: 'pages', heading: '改ページ', blocks: [text('行の前で分けます。')] },
];
const found = (query: string) =>
  searchManual(topics, query).map(({ id, blocks }) => [
    id,
    blocks.map(({ lines }) => lines.map((line) => line.text)),
  ]);

describe('looking for words in the manual', () => {
  test('without a word all of it is shown, and nothing is marked', () => {
    const all = searchManual(helpTopics, ' 　');
    expect(all.map(({ id }) => id)).toEqual(helpTopics.map(({ id }) => id));
    expect(
      all.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks))),
    ).toEqual([]);
  });

  test('a topic has every word somewhere; of it the lines with a word are shown, whatever their width', () => {
    expect(found('word')).toEqual([['paper', [['ＷＯＲＤ の表にします。']]]]);
    expect(found('表　印')).toEqual([
      ['paper', [['ＷＯＲＤ の表にします。'], ['表を印刷します。', '印を押します。']]],
    ]);
    expect(found('表 分け')).toEqual([]);
    expect(searchManual(topics, 'word')[0]?.blocks[0]?.lines[0]?.marks).toEqual([[0, 4]]);
  });

  test('a word of the heading alone shows the whole topic', () => {
    expect(found('改ページ')).toEqual([['pages', [['行の前で分けます。']]]]);
  });

  test('each field of a row has a topic that is there', () => {
    const ids = helpTopics.map(({ id }) => id);
    for (const field of initiativeFields) expect(ids).toContain(topicOfField(field));
  });
});
