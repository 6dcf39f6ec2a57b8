import type { CommandGroup } from '../state/commands/commands.ts';

const groups: { readonly [group in CommandGroup]: string } = {
  general: '全般',
  report: '報告',
  row: '取組',
  view: '表示',
  writing: '入力',
};

/** Names of commands, as they stand in the palette, the key list and menus. */
export const commandWords = {
  group: (group: CommandGroup) => groups[group],
  palette: '操作を探して実行',
  keys: 'キー操作の一覧',
  help: '使い方',
  settings: '表示の設定',
  escape: '開いている画面を閉じる',
  searchAll: 'すべての報告から探す',
  reports: '報告の一覧へ',
  newReport: '新しい報告を作る',
  save: '保存を確かめる',
  print: '印刷',
  undo: '元に戻す',
  redo: 'やり直す',
  heading: '標題・部長名へ移動',
  addRow: '取組を追加',
  duplicateRow: 'この取組を複製',
  removeRow: 'この取組を削除',
  nextMissing: '次の未記入へ',
  rowUp: 'この取組を上へ',
  rowDown: 'この取組を下へ',
  previousRow: '前の取組へ',
  nextRow: '次の取組へ',
  editCell: '選んでいるセルに書く',
  editTitle: '取組名を編集',
  comment: 'この欄にコメント',
  hint: 'この欄の書き方を表示',
  view: (name: string) => `${name}に切り替え`,
  bin: 'ごみ箱へ',
  side: (name: string) => `参照パネルに「${name}」を表示`,
  nextPane: '次の区画へ（一覧→入力→参照パネル）',
  previousPane: '前の区画へ',
  closeSide: '参照パネルを閉じる',
  leaveSide: '参照パネルを閉じて欄に戻る',
} as const;

/** Keys that a text takes by itself: they are no commands, and people look for them in the list. */
export const writingKeys: readonly { readonly name: string; readonly keys: readonly string[] }[] = [
  { name: '次の項目を作る（取組内容・取組結果・方向性）', keys: ['Enter'] },
  { name: '前の項目とつなげる', keys: ['行頭で Backspace'] },
  { name: '項目の順番を入れ替える', keys: ['Alt+↑', 'Alt+↓'] },
  { name: '今いる目標・達成状況・実績値の順番を入れ替える', keys: ['Alt+↑', 'Alt+↓'] },
  { name: '今いる目標・達成状況・実績値を削除する', keys: ['Alt+Delete'] },
  { name: '年度末の時点を入れる（時点の空の欄）', keys: ['Enter'] },
  { name: '次の欄へ', keys: ['Tab'] },
  { name: '前の欄へ', keys: ['Shift+Tab'] },
];
