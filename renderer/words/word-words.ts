import { unplacedMarkupReason } from '../../shared/words/unplaced-markup-reason.ts';
import type { Suggestion } from '../../shared/contract/markup-requests.ts';
import type { OwnNames } from '../../shared/words/field-names.ts';
import { isItemField, partDefinition } from '../../shared/model/fields/item-parts.ts';
import { fieldLabel } from './field-label.ts';

/** Words of what Word files do around an open report. */
export const wordWorkWords = {
  menu: 'Word での確認・決裁',
  take: '朱書きの入ったファイル（.docx）を取り込む',
  record: '決裁を記録する',
  start: (revision: number) => `第${revision}版を始める`,
  startNext: '次の版を始める',
  signedFiles: '決裁済みの版',
  compare: '見え消し・新旧対照表',
  verify: 'Word ファイルを確かめる',
  cancel: 'やめる',
  taken: (suggestions: number, comments: number) =>
    `朱書きを取り込みました（直し ${suggestions}件、コメント ${comments}件）。`,
} as const;

/** Words of 決裁 and of the next 版. */
export const signOffWords = {
  heading: '決裁を記録する',
  lead: '決裁を受けた Word ファイルを選び、そのまま保管します。記録すると、この版は変更できなくなります。',
  signedBy: '決裁者',
  signedAt: '決裁日',
  note: '備考',
  noteHelp: '例：起案番号、条件',
  record: 'ファイルを選んで記録する',
  missing: '入力してください。',
  badDay: '日付を選んでください。',
  refused: '決裁を記録できませんでした',
  notYet: '決裁はまだ記録できません',
  recorded: (revision: number) => `第${revision}版の決裁を記録しました。`,
  locked: (revision: number) => `第${revision}版は決裁済みのため、書き換えられません。`,
  lockedShort: '決裁済みのため使えません',
  lockedCommand: '決裁済みのため使えません。直すときは、次の版を始めてください。',
  banner: (revision: number) => `第${revision}版は決裁済みです。内容は変更できません。`,
  bannerHelp: '直す必要があるときは、理由を書いて次の版を始めてください。',
  typed: '入力した内容は保存していません。次の版を始めると、その版の変更として保存します。',
  giveUp: '入力を取り消す',
  startHeading: (revision: number) => `第${revision}版を始める`,
  startLead: (revision: number) => `第${revision}版の決裁の記録とファイルは、そのまま残ります。`,
  reason: '変更の理由',
  reasonHelp: '例：議会での指摘を受けた目標値の見直し',
  startRefused: '次の版を始められませんでした',
  started: (revision: number) => `第${revision}版を始めました。変更できます。`,
  listHeading: '決裁済みの版',
  none: 'まだ決裁の記録はありません。',
  revision: (revision: number) => `第${revision}版`,
  by: (name: string, day: string) => `${day} ${name} 決裁`,
  recordedBy: (when: string, name: string) => `${when} 記録（${name}）`,
  startedBecause: (reason: string) => `始めた理由：${reason}`,
  fileName: 'ファイル',
  sha256: 'SHA-256',
  export: (revision: number) => `第${revision}版の決裁ファイルを書き出す`,
  exportShort: '決裁ファイルを書き出す',
  exported: '決裁ファイルを書き出しました。',
} as const;

const verdicts = {
  signed: '決裁を受けたファイルと、1バイトも違いません。',
  'same-text': '文章は同じです。ファイルとしては別に保存されたものです。',
  differs: '文章が違います。',
  unknown: 'このライブラリーから書き出したファイルではありません。',
} as const;

/** Words of checking whether a Word file says what was signed. */
export const verifyWords = {
  heading: 'Word ファイルの確認結果',
  refused: '確かめられませんでした',
  verdict: (status: keyof typeof verdicts) => verdicts[status],
  against: (revision: number | null, signed: boolean) =>
    `${revision === null ? '' : `第${revision}版の`}${signed ? '決裁済みの内容' : '今保存されている内容'}と比べました。`,
  file: 'ファイル',
  sha256: 'SHA-256',
  cells: (count: number) => `違うところ（${count}か所）`,
  legend: '取り消し線は元の内容にあってファイルにないところ、下線はファイルにだけあるところです。',
  comments: (count: number) => `コメント（${count}件）`,
  changes: (count: number) => `反映されていない変更履歴（${count}件）`,
  insertion: '挿入',
  deletion: '削除',
  place: (row: number | null, field: string | null, form: OwnNames) =>
    `${row === null ? '' : `No.${row} `}${field === null ? '' : fieldLabel(field, form)}`.trim(),
  nobody: '記名なし',
  again: '別のファイルを確かめる',
} as const;

/** Words of 見え消し and 新旧対照表. */
export const compareWords = {
  heading: '見え消し・新旧対照表',
  against: '比較する版',
  lastYear: '前年度の報告',
  revision: (revision: number) => `第${revision}版（決裁済み）`,
  step: (when: string, what: string) => `${when} ${what}の前`,
  refused: '比べられませんでした',
  writeRefused: '書き出せませんでした',
  comparing: '比べています…',
  between: (before: string, after: string) => `「${before}」から「${after}」への変更`,
  counts: (changed: number, added: number, removed: number) =>
    `変更 ${changed}行、新設 ${added}行、削除 ${removed}行`,
  same: '違いはありません。',
  legend: '取り消し線は削除、下線は追加です。',
  kind: { changed: '変更', added: '新設', removed: '削除', moved: '移動', same: '同じ' },
  what: '変更の種類',
  redline: '見え消しを Word に書き出す',
  table: '新旧対照表を Word に書き出す',
  written: '書き出しました。',
} as const;

const standings = {
  clean: '',
  same: '報告はすでにこの内容です。',
  conflict: '書き出したあとで、報告でも同じ項目が変更されています。',
} as const;

/** What a press takes over: all of one person, or all that nobody is said to have done. */
function allOf(author: string | null): string {
  return author === null ? '変更履歴に残っていない修正をすべて反映' : `${author}の直しをすべて反映`;
}

const kinds = {
  edit: '直し',
  insertion: '追加',
  deletion: '削除',
  comment: 'コメント',
  'row-added': '行の追加',
  'row-deleted': '行の削除',
  'row-moved': '行の移動',
} as const;

/** Words of the tab 「朱書き」: the marked-up file that came home. */
export const markupWords = {
  none: {
    heading: '取り込んだ朱書きはありません',
    text: '書き出した Word ファイルに部長などが入れた変更履歴・コメント・直しを、ここで一つずつ反映できます。',
  },
  refused: '一覧を読めませんでした',
  changeRefused: '反映できませんでした',
  show: '表示する直し',
  open: '未処理',
  all: 'すべて',
  counts: (open: number, accepted: number, rejected: number) =>
    `未処理 ${open}件・反映 ${accepted}件・見送り ${rejected}件`,
  conflicts: (count: number) => `うち競合 ${count}件`,
  file: (name: string, revision: number) => `${name}（第${revision}版から）`,
  status: {
    current: '',
    'changed-since': '書き出したあとで、報告が変更されています。',
    'older-revision': '前の版から書き出されたファイルです。',
  },
  acceptAuthor: (author: string | null, count: number) => `${allOf(author)}（${count}件）`,
  allHeading: (author: string | null) => allOf(author),
  allLead: (count: number) =>
    `この中には、次の${count}行の削除が含まれています。反映すると、その行の内容はすべて報告からなくなります（「元に戻す」で戻せます）。`,
  allButDeletions: (count: number) => `行の削除を除いて反映（${count}件）`,
  allWithDeletions: (count: number) => `行の削除（${count}件）も含めて反映`,
  row: (row: number | null, title: string) =>
    `${row === null ? '' : `No.${row} `}${title === '' ? '（取組名なし）' : title}`,
  nobody: '変更履歴に残っていない修正',
  list: '朱書きの一覧',
  kind: (kind: keyof typeof kinds) => kinds[kind],
  moved: (goes: boolean, place: string) =>
    `${goes ? `「${place}」への移動です` : `「${place}」からの移動です`}。移動元と移動先は、一緒に反映または見送りになります。`,
  standing: (standing: keyof typeof standings) => standings[standing],
  place: (row: number | null, field: string | null, form: OwnNames, of: Suggestion['of'] = null) =>
    `${row === null ? '報告全体' : `No.${row}`}${field === null ? '' : ` ${fieldLabel(field, form)}`}${partWords(field, of, form)}`,
  accept: '反映',
  acceptOver: 'ファイルの内容にする',
  reject: '見送る',
  keepOurs: '今の内容のまま',
  own: '自分で書く内容',
  ownHelp: '1行が1項目です。決めると、報告のこの欄がこの内容になります。',
  writeOwn: '自分で書き直す',
  settle: 'この内容に決める',
  ownCancel: '書き直しをやめる',
  settled: '自分で書いた内容にしました。',
  reopen: '未処理に戻す',
  jump: '欄へ移動',
  comments: 'コメントを開く',
  button: (button: string, place: string, number: number) => `${place}（${number}）：${button}`,
  before: '書き出したとき',
  ours: '今の報告',
  after: '戻ったファイル',
  empty: '（空欄）',
  state: { open: '未処理', accepted: '反映済み', rejected: '見送り' },
  commentSettled: '解決済み',
  noneOpen: '未処理の直しはありません。',
  accepted: (count: number) => `${count}件を反映しました。`,
  leftConflicts: (count: number) => `競合する${count}件は、未処理のまま残しました。`,
  rejected: '見送りました。',
  besides: (count: number) => `ほかに、反映できない書き込みが${count}件あります（この一覧の下）。`,
  unplaced: (count: number) => `反映できない書き込み（${count}件）`,
  unplacedWhy: unplacedMarkupReason,
} as const;

/** Which part of a target or an outcome is meant: 達成目標の目標値. */
function partWords(field: string | null, of: Suggestion['of'], form: OwnNames): string {
  if (of === null || field === null || !isItemField(field)) return '';
  const own = form.own?.find(({ id }) => id === of.part)?.label;
  return `の${own ?? partDefinition(field, of.part).label}`;
}
