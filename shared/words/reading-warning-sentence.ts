import type { ReadingWarning } from '../model/reading-warning.ts';
import { nameOfField } from './field-names.ts';
import { placeWords } from './place-words.ts';

/** Places that are named one by one. */
const listed = 8;

/** What a person should know about a file that was taken in, in one sentence. */
export function readingWarningSentence(warning: ReadingWarning): string {
  switch (warning.code) {
    case 'unknown-key':
      return `「${warning.path}」は、このプログラムが知らない項目のため、取り込んでいません。`;
    case 'repeated-key':
      return `同じ項目「${warning.key}」が二度書かれています。後のほうを取り込みました。`;
    case 'long-paragraph':
      return `${placeWords(warning.path)}が${warning.characters.toLocaleString('ja-JP')}文字あります。そのまま取り込みましたが、内容を確かめてください。`;
    case 'line-breaks-split':
      return `${placeWords(warning.path)}に改行があるため、${warning.lines}つの項目に分けました。`;
    case 'breaks-made-spaces':
      return `${placeWords(warning.path)}の改行やタブを空白に置き換えました。`;
    case 'number-not-its-place':
      return `番号${warning.number}の取組を、並び順のとおり${warning.place}番にしました。`;
    case 'repeated-target':
      return `${placeWords(warning.path)}に同じ目標が重ねて書かれていたため、一つにまとめました。`;
    case 'municipality-assumed':
      return `市区町村名が書かれていないため、ほかの報告と同じ「${warning.municipality}」にしました。`;
    case 'year-of-file-name':
      return `文書に年度が書かれていないため、ファイル名から「${warning.yearLabel}」にしました。`;
    case 'empty-kept': {
      const named = warning.places
        .slice(0, listed)
        .map(({ row, field }) => `No.${row} ${nameOfField(field) ?? field}`);
      const more = warning.places.length - named.length;
      return `ファイルで空欄の項目は、報告の内容をそのまま残しました（${named.join('、')}${more > 0 ? `、ほか${more}か所` : ''}）。`;
    }
    case 'form-taken':
      return `報告の様式を、ファイルの様式「${warning.form}」に変えました。書いてある内容は変わりません。`;
    case 'fields-unseen':
      return `ファイルの${warning.fields.map((field) => `「${field}」`).join('')}は、報告の様式「${warning.form}」の表に欄がないため表示されません。内容は保存してあり、欄のある様式を選ぶと表示されます。`;
    case 'identifier-replaced':
      return `識別子「${warning.identifier}」はそのまま使えないため、新しく付けました。`;
    case 'long-cell':
      return `${warning.row}番の取組に${warning.characters.toLocaleString('ja-JP')}文字の欄があります。1ページに収まらないため、行がページをまたぎます。`;
  }
}
