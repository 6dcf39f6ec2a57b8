import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { gramsOf, gramsVersion } from '../../main/domain/search-grams.ts';
import { findIn, type FindOptions } from '../../shared/model/find-text.ts';
import { foldVariants } from '../../shared/model/kanji-variants.ts';
import { foldLooks, foldSameWidth } from '../../shared/model/look-alikes.ts';
import { marksIn, searchText, searchWords } from '../../shared/model/search-text.ts';

const loose: FindOptions = { matchCase: false, matchWidth: false };
const found = (text: string, query: string, options = loose): string[] =>
  findIn(text, query, options).map(([start, end]) => text.slice(start, end));

describe('what looks the same', () => {
  test.each([
    ['4月〜6月', '4月～6月', '4月~6月', '4月∼6月'],
    [
      '０４６３－９４',
      '0463-94',
      '0463−94',
      '0463‐94',
      '0463‑94',
      '0463–94',
      '0463—94',
      '0463―94',
      '0463─94',
    ],
    ['公園・道路', '公園･道路', '公園·道路', '公園•道路'],
    ['"桜"', '“桜”', '＂桜＂', '〝桜〟', '″桜″', '„桜‟'],
    ["'桜'", '‘桜’', '′桜′', '＇桜＇'],
    ['㈱みなと', '(株)みなと', '（株）みなと'],
    ['〇年', '○年', '◯年'],
    ['1/2', '１／２', '1⁄2', '1∕2'],
    ['葛󠄀西', '葛西', '葛\uFE00西'],
    ['長寿', '⻑寿'],
    ['公\u200b園', '公園', '公\u00AD園', '公\uFEFF園'],
    ['≧10', '≥10'],
    ['…まで', '...まで'],
    ['1:2', '１：２', '1∶2'],
  ])('as in %s is one, whichever is looked for', (...written) => {
    const marked = (text: string, query: string): string[] =>
      marksIn(text, searchWords(query)).map(([start, end]) => text.slice(start, end));
    for (const text of written) {
      for (const query of written) {
        expect(searchText(text), `${text} ${query}`).toBe(searchText(query));
        // The author's own characters are marked, whatever was asked.
        expect(marked(`前${text}後`, query), `${text} ${query}`).toEqual([text]);
        expect(found(`前${text}後`, query).map(foldLooks), `${text} ${query}`).toEqual([foldLooks(text)]);
      }
    }
  });

  test.each([
    ['サービス', 'サ-ビス'],
    ['ー', '-'],
    ['センター', 'センタ―'],
    ['へや', 'ヘや'],
    ['二', 'ニ'],
    ['、', '，'],
    ['3ヶ所', '3か所'],
    ['がん', 'かん'],
    ['ごみ', 'ゴミ'],
    ['×', 'x'],
    ['〇', '◎'],
    ['高', '髙'],
    ['大', '犬'],
  ])('but means something else stays apart: %s and %s', (one, other) => {
    expect(searchText(one)).not.toBe(searchText(other));
    expect(found(one, other)).toEqual([]);
  });

  test('of one width is one also for a person who tells the widths apart', () => {
    const strict: FindOptions = { matchCase: true, matchWidth: true };
    expect(found('４月〜６月、4月～6月、4~6', '〜', strict)).toEqual(['〜', '～']);
    expect(found('－－−-', '−', strict)).toEqual(['－', '－', '−']);
    expect(foldSameWidth('Ａ-A')).toBe('Ａ-A');
  });
});

describe('forms of a kanji', () => {
  test('are one for a person who says so, and two for any other', () => {
    const names = '髙橋、高橋、山﨑、山崎、斎藤、齋藤、齊藤、斉藤、渡辺、渡邊、渡邉';
    const joined: FindOptions = { ...loose, joinVariants: true };
    expect(found(names, '高橋')).toEqual(['高橋']);
    expect(found(names, '高橋', joined)).toEqual(['髙橋', '高橋']);
    expect(found(names, '﨑', joined)).toEqual(['﨑', '崎']);
    expect(found(names, '斎藤', joined)).toHaveLength(4);
    expect(found(names, '渡邉', joined)).toHaveLength(3);
    expect(marksIn('髙橋', searchWords('高', true), true)).toEqual([[0, 1]]);
    expect(marksIn('髙橋', searchWords('高'))).toEqual([]);
  });
});

/**
 * What an index holds was cut from folded texts. When this test fails, the folding has changed: count up
 * `gramsVersion`, so that every library builds its index anew, and write the new digest here.
 */
test('whenever the runs of the same lines change, their version counts up', () => {
  const every = Array.from({ length: 0x30_000 }, (_, code) =>
    code >= 0xd800 && code < 0xe000 ? '' : foldVariants(foldLooks(String.fromCodePoint(code))),
  ).join('');
  const runs = gramsOf(['4月～6月の「髙橋」㈱', every.slice(0x100, 0x3000)]);
  const digest = createHash('sha256').update(every).update(runs).digest('hex').slice(0, 16);
  expect({ gramsVersion, digest }).toEqual({ gramsVersion: 2, digest: '8a6e9129c2f188ea' });
});
