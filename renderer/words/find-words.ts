import type { TextPlace } from '../../shared/model/report-texts.ts';
import { headingNames, nameOnForm, type OwnNames } from '../../shared/words/field-names.ts';
import { reportWords } from './report-words.ts';
import { rowWords } from './row-words.ts';

/** Words of finding and replacing in the open report. */
export const findWords = {
  name: 'この報告を検索・置換',
  find: 'この報告から探す',
  replace: 'この報告で置き換える',
  nextHit: '次の一致へ',
  previousHit: '前の一致へ',
  query: '探す言葉',
  replacement: '置換後の文字列',
  matchCase: '大文字と小文字を区別する',
  matchWidth: '全角と半角を区別する',
  withReplacement: '置き換えもする',
  hint: 'Enter で次の一致を表示、F3 でその場所へ移動',
  results: '一致したところ',
  none: '見つかりません。',
  empty: '探す言葉を入力すると、報告全体から一致するところを並べます。',
  count: (hits: number, rows: number) => `${hits.toLocaleString('ja-JP')}か所（取組 ${rows}件）`,
  at: (at: number, hits: number) => `${hits.toLocaleString('ja-JP')}か所中 ${at}番目`,
  row: (number: number | null, title: string) =>
    number === null ? reportWords.headingLink : rowWords.heading(number, title),
  choose: (number: number | null, place: string) =>
    `${number === null ? '' : `No.${number} `}${place}を置き換える`,
  already: (count: number, replacement: string) =>
    `すでに「${replacement}」になっている ${count.toLocaleString('ja-JP')}か所は、置き換えません。`,
  alreadyHere: '置き換え不要',
  inflected: (count: number) =>
    `動詞などの一部で、送り仮名が続く ${count.toLocaleString('ja-JP')}か所は選んでいません。置き換えるときは印を付けてください。`,
  inflectedHere: '送り仮名が続くため選んでいません',
  deleted: '置き換え前',
  inserted: '置き換え後',
  // Replaced by nothing a word is deleted: the button says so.
  replaceOne: (replacement: string) => `この1か所を${doing(replacement)}`,
  replaceChosen: (count: number, replacement: string) =>
    `選んだ ${count.toLocaleString('ja-JP')}か所を${doing(replacement)}`,
  replaceAll: (replacement: string) => `すべて${doing(replacement)}`,
  chooseAll: 'すべて選ぶ',
  chooseNone: 'すべて外す',
  replaced: (count: number, replacement: string) =>
    `${count.toLocaleString('ja-JP')}か所を${replacement === '' ? '削除しました' : '置き換えました'}。`,
  more: (count: number) => `続きを表示（残り ${count.toLocaleString('ja-JP')}か所）`,
  close: '検索・置換を閉じる',
} as const;

function doing(replacement: string): string {
  return replacement === '' ? '削除' : '置換';
}

/** Where a text stands in its row: 「達成目標 2 補足」, 「取組内容 3行目」. */
export function textPlaceWords(place: TextPlace, form: OwnNames): string {
  switch (place.kind) {
    case 'heading':
      return headingNames[place.field];
    case 'line':
      return nameOnForm(form, place.field);
    case 'paragraph':
      return `${nameOnForm(form, place.field)} ${place.at + 1}行目`;
    case 'target':
      return rowWords.part(rowWords.item(rowWords.target.name, place.at + 1), rowWords.target[place.part]);
    case 'outcome':
      return rowWords.part(
        rowWords.item(rowWords.outcome.name, place.at + 1),
        rowWords.outcome[place.part],
      );
    case 'figure':
      return rowWords.part(
        rowWords.outcome.figure(rowWords.item(rowWords.outcome.name, place.at + 1), place.figure + 1),
        rowWords.outcome[place.part === 'label' ? 'labelName' : 'value'],
      );
  }
}
