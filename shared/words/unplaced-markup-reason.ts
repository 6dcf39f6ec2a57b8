import type { UnplacedMarkup } from '../contract/markup-requests.ts';

/** Why something of a marked-up file becomes no change of the report, in a sentence. */
export function unplacedMarkupReason(why: UnplacedMarkup['why']): string {
  return reasons[why];
}

const reasons: Readonly<Record<UnplacedMarkup['why'], string>> = {
  heading: '標題・部長名の直しです。標題・部長名の画面で直してください。',
  'outside-the-table': '表の外や、表の列をまたぐ行への書き込みです。',
  number: '番号は並び順で付きます。',
  label: '様式が印刷する見出しです。',
  'does-not-fit': '一つの欄に入りきりません。',
  hidden: '見えないように書式が設定された文字（隠し文字、白い文字など）です。報告の内容はそのままです。',
  struck: '書き加えたあとで取消し線が引かれています。必要なら欄で直してください。',
  'line-break': '文の途中の改行です。報告では一続きの文のままにします。',
  'no-item':
    '目標または達成状況がまだない行への書き込みです。必要なら取組の画面で目標・達成状況を加え、書き写してください。',
  'no-effect': '欄の内容が変わらない書き込みです。',
  'set-off': '色・下線・蛍光ペンなどの印や書式の変更です。文字は変わっていません。',
  ruby: 'ふりがなです。報告の文には付けられません。',
  'page-break': '改ページです。ページを分けるときは、報告の画面でその取組に「改ページ」を付けてください。',
  drawing: '図・図形・手書きの書き込みです。Word でファイルを開いて確かめてください。',
};
