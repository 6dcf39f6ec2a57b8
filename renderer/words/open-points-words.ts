import { nameOnForm, type OwnNames } from '../../shared/words/field-names.ts';
import type { RowField } from '../../shared/model/fields/built-in-fields.ts';

/** Words of what is still open in a report before it goes out. */
export const openPointsWords = {
  heading: '書き出す前に確かめること',
  lead: (document: string) =>
    `「${document}」を書き出す前に、残っていることがあります。このまま書き出すこともできます。`,
  signLead: '決裁を記録する前に、残っていることがあります。このまま記録することもできます。',
  goOn: 'そのまま書き出す',
  rowless: '取組がまだ1件もありません。',
  missing: (count: number) => `未記入の項目（${count}件）`,
  comments: (count: number) => `解決していないコメント（${count}件）`,
  marks: (count: number) => `未処理の朱書き（${count}件）`,
  row: (number: number, what: string) => `No.${number} ${what}`,
  place: (number: number | null, field: RowField | null, form: OwnNames) =>
    number === null ? '報告全体' : `No.${number}${field === null ? '' : ` ${nameOnForm(form, field)}`}`,
  said: (place: string, text: string) => `${place}「${text}」`,
  backToSign: {
    text: '確かめたら、決裁の記録に戻れます。入力した内容はそのままです。',
    label: '決裁の記録に戻る',
  },
  backToExport: { text: '確かめたら、書き出しに戻れます。', label: '書き出しに戻る' },
  jump: (what: string) => `${what}（欄へ移動）`,
  more: (count: number) => `ほか ${count}件を「参照パネル」で見る`,
} as const;
