import type { Margin, Orientation, Paper } from '../../shared/model/forms/design/design-page.ts';
import type { RowShape } from '../../shared/model/forms/design/design-shape.ts';
import type { FormName } from '../../shared/model/form.ts';
import type { FormField } from '../../shared/model/forms/office-form.ts';
import type { DesignPart } from '../state/workplace/form-design.svelte.ts';
import { stageNames } from '../../shared/words/stage-words.ts';

const parts: { readonly [part in DesignPart]: string } = {
  columns: '列',
  fields: '項目',
  page: '用紙と題名',
  check: '確かめる',
};

const kinds: { readonly [kind in FormField['kind']]: string } = {
  line: '1行の文',
  paragraphs: '文章（何行でも）',
  choice: '1つ選ぶ',
  choices: 'いくつか選ぶ',
  quantity: '数と単位',
  date: '日付・時期',
};

const shapes: { readonly [shape in RowShape]: string } = {
  row: '1つの取組を1行に',
  'line-per-target': '目標ごとに行を分ける',
  sheet: '取組ごとに1枚のシート（個票）',
};

const owners: { readonly [owner in FormField['owner']]: string } = {
  report: '報告全体',
  row: '取組ごと',
  target: '達成目標ごと',
  outcome: '目標達成状況ごと',
};

const papers: { readonly [paper in Paper | 'other']: string } = {
  A4: 'A4',
  A3: 'A3',
  B4: 'B4',
  B5: 'B5',
  other: 'そのほか',
};

const orientations: { readonly [orientation in Orientation]: string } = {
  landscape: '横',
  portrait: '縦',
};

const sides: { readonly [side in Margin]: string } = { top: '上', right: '右', bottom: '下', left: '左' };

/** Words of making and changing a form. */
export const designerWords = {
  heading: '様式を作る',
  help: '「この様式にする」を押すまで、報告の様式は変わりません。',
  name: '様式の名前',
  document: '形を変える表',
  documents: (name: FormName) => stageNames[name],
  part: '変えるもの',
  parts: (part: DesignPart, problems: number) =>
    part === 'check' && problems > 0 ? `${parts.check}（${problems}）` : parts[part],
  undo: '元に戻す',
  redo: 'やり直す',
  use: 'この様式にする',
  write: 'ファイルに書き出す…',
  close: '閉じる（作りかけを残す）',
  discard: '作りかけを消す',
  used: (label: string) => `様式を「${label}」にしました。`,
  unknown: (labels: readonly string[]) =>
    `見出しのうち${labels.map((label) => `「${label}」`).join('')}は、どの様式にもないため、新しい項目（文章）にしました。書き方は「項目」で変えられます。`,
  discarded: (label: string) => `作りかけの様式「${label}」を消しました。`,
  keep: 'やはり残す',
  kept: (label: string) => `作りかけの様式「${label}」を残しました。「様式を選ぶ」から続きを作れます。`,
  paper: '表の見本',
  refused: '様式を書き出せません',
  written: '様式を書き出しました。',

  columnHead: (at: number, heading: string) =>
    heading === '' ? `${at + 1}列目` : `${at + 1}列目「${heading}」`,
  choose: (at: number, heading: string) =>
    `${heading === '' ? `${at + 1}列目` : `${at + 1}列目「${heading}」`}を選ぶ`,
  border: (at: number, heading: string) => `${at + 1}列目「${heading}」の右の境目`,
  borderHelp:
    'ドラッグすると列の幅が変わります。左右の矢印キーで1mmずつ、Shift を押しながらだと5mmずつ動きます。',
  millimetres: (width: number) => `${Math.round(width * 10) / 10}mm`,

  column: '列',
  columnOption: (at: number, heading: string) =>
    heading === '' ? `${at + 1}列目` : `${at + 1}列目：${heading}`,
  headingLines: '見出し',
  headingHelp: 'Enter で改行します（4行まで）。',
  width: '幅（mm）',
  widthHelp: '右どなりの列の幅と合わせて、表の幅は変わりません。',
  lastWidthHelp: '表の右端が動きます。',
  moveLeft: '左へ移す',
  moveRight: '右へ移す',
  removeColumn: 'この列を消す',
  fit: '用紙の幅に合わせる',
  usual: 'おまかせの幅にする',
  copyColumns: (name: FormName) => `${stageNames[name === 'report' ? 'declaration' : 'report']}の列を写す`,
  tableWidth: (width: number, room: number) =>
    `表の幅 ${Math.round(width * 10) / 10}mm（余白の内側は ${Math.round(room * 10) / 10}mm）`,
  contents: 'この列に入る項目',
  up: '上へ',
  down: '下へ',
  takeOut: '外す',
  ofField: (label: string, action: string) => `${label}を${action}`,
  cellLabel: '欄の中の見出し',
  cellLabelHelp: '各取組の欄の先頭に印刷します。例：［目標値］',
  put: 'この列に項目を入れる',
  addColumn: '右に列を加える',
  choosePlease: '項目を選んでください',
  newFieldOption: '新しい項目を作る',
  elsewhere: (label: string, column: number) => `${label}（今は${column + 1}列目）`,
  unprinted: (label: string) => `${label}（今は表にない）`,
  number: '番号（NO.）',

  fields: '項目',
  fieldsHelp: '項目ごとに、この表のどの列に入れるかを選びます。',
  placeOf: (label: string) => `${label}の列`,
  off: '表に出さない',
  newColumn: '新しい列に入れる',
  addField: '項目を加える',
  newField: '新しい項目',
  edit: '決まりを変える',
  editName: (label: string) => `「${label}」の決まりを変える`,
  editing: (label: string) => `項目「${label}」`,
  fieldName: '項目の名前',
  kind: '書き方',
  kinds: (kind: FormField['kind']) => kinds[kind],
  season: '書く時期',
  seasons: (season: FormField['season']) =>
    season === 'declaration' ? '年度の初め（目標宣言）' : '年度の終わり（達成状況報告）',
  asked: '空欄のままなら「未記入」と知らせる',
  bulleted: '行の頭に「・」を付けて印刷する',
  choices: '選択肢',
  choicesHelp: '1行に1つ書きます。意味を添えるときは「◎：計画以上」のように書きます。',
  guidance: '書き方の案内',
  guidanceHelp: '書く人の画面に出ます。',
  example: '記入例',
  otherNames: '別の呼び名',
  otherNamesHelp: '手作りの Word の表でこの項目が別の名前のとき、1行に1つ書くと読み取れます。',
  removeField: 'この項目をなくす',

  rowShape: '取組の並べ方',
  rowShapes: (shape: RowShape) => shapes[shape],
  partsOfLine: (of: string) => `この列に出す${of}の内容`,
  ofItem: (of: string, part: string) => `${of}：${part}`,
  sheetTitle: 'シートの題名',
  sheetTitleHelp: '［番号］［年度］［部名］［職名］は、取組と報告ごとの言葉に置き換わります。',
  labelWidth: '左の見出しの幅（mm）',
  onePageEach: '取組ごとにページを改める',
  beside: '上の行の右に並べる',
  group: '左にまとめて付ける言葉',
  groupHelp: '続く行に同じ言葉を書くと、1つにまとまります。例：計画',
  owner: 'どこに書く項目か',
  owners: (owner: FormField['owner']) => owners[owner],

  pageSize: '用紙',
  papers: (paper: Paper | 'other') => papers[paper],
  orientation: '向き',
  orientations: (orientation: Orientation) => orientations[orientation],
  margin: (side: Margin) => `余白 ${sides[side]}（mm）`,
  bodySize: '表の文字（ポイント）',
  bodyLine: '表の行の高さ（ポイント）',
  titleSize: '題名の文字（ポイント）',
  titleLine: '題名の行の高さ（ポイント）',
  font: '書体',
  title: '題名',
  titleHelp: '［年度］［部名］［職名］は、報告ごとの標題に置き換わります。',
  purpose: '様式の説明',
  purposeHelp: '様式を選ぶときに出ます。',
  notANumber: (least: number, most: number) => `${least}から${most}までの数で書いてください。`,

  problems: '直すところ・気になるところ',
  noProblems: '気になるところはありません。',
  broken: '直さないと使えません。',
  differences: '今の様式との違い',
  noDifferences: '今の様式と同じ表です。',
  hidden: '次の内容は、この様式の表に出ません。消えずに残り、様式を戻すとまた表示されます。',
  fine: 'このまま使えます。',
  toSee: (problems: number) => `気になるところが${problems}件あります。`,
  toMend: (broken: number) => `直さないと使えないところが${broken}件あります。`,
} as const;

const inTitle = [
  ['{number}', '［番号］'],
  ['{yearLabel}', '［年度］'],
  ['{department}', '［部名］'],
  ['{headPost}', '［職名］'],
] as const;

/** A form's title line as a person writes it: ［年度］ ［職名］の目標宣言. */
export function titleAsWritten(title: string): string {
  return inTitle.reduce((text, [key, written]) => text.replaceAll(key, written), title);
}

export function titleOfWritten(text: string): string {
  return inTitle.reduce((title, [key, written]) => title.replaceAll(written, key), text);
}
