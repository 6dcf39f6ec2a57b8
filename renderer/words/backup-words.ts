import type { ListedBackup } from '../../shared/contract/backup-requests.ts';
import { stampWords } from '../../shared/words/stamp-words.ts';

const reasons: { readonly [reason in ListedBackup['reason']]: string } = {
  open: 'ファイルを開いたとき',
  work: '作業中（30分ごと）',
  import: '取り込みの前',
  restore: '復元の前',
  migration: 'ファイルの更新の前',
  'sign-off': '決裁のとき',
  close: 'ファイルを閉じたとき',
  asked: '「今すぐ控えを作る」',
};

const count = (number: number): string => number.toLocaleString('ja-JP');

/** Words of backups. */
export const backupWords = {
  command: '控え（バックアップ）',
  sought: ['ひかえ', 'バックアップ', '復元', 'ふくげん', 'もどす', '元に戻す', 'backup'],
  help: '自動で作られた控えを見て、前の状態に戻せます。',
  heading: '控え（バックアップ）',
  back: '報告の一覧へ戻る',
  lead: 'ファイルを開いたとき・閉じたとき・作業中は30分ごとに、内容が変わっていれば控えを作ります。控えは、中身がファイルと同じことを確かめてから残します。',
  folder: '控えのある場所',
  present: '今のファイル',
  holds: ({ reports, rows, steps }: { reports: number; rows: number; steps: number }) =>
    `報告 ${count(reports)}件・取組 ${count(rows)}件・変更の記録 ${count(steps)}件`,
  less: (rows: number) => `今より取組が ${count(rows)}件少ない`,
  more: (rows: number) => `今より取組が ${count(rows)}件多い`,
  reason: (reason: ListedBackup['reason']) => reasons[reason],
  elsewhere: '写しなど、別の場所のファイルの控え',
  make: '今すぐ控えを作る',
  made: '控えを作りました。',
  same: '今の内容の控えは、すでにあります。',
  list: '控えの一覧',
  none: { heading: '控えはまだありません', text: '報告を書きはじめると、控えが自動で作られます。' },
  off: 'このファイルでは控えを作っていません。',
  look: '中身を見る',
  lookName: (stamp: string) => `${stampWords(stamp)}の控えの中身を見る`,
  close: '閉じる',
  contents: (stamp: string) => `${stampWords(stamp)}の控えの中身`,
  now: { same: '今と同じです', other: '今とは違います', missing: '今の一覧にはありません' },
  rows: (number: number) => `取組 ${count(number)}件`,
  view: 'この控えを開いて読む',
  restore: 'ファイル全体をこの控えに戻す',
  restoreReport: 'この報告を戻す',
  restoreReportName: (report: string) => `「${report}」をこの控えの内容に戻す`,
  restoreRow: 'この取組を戻す',
  restoreRowName: (row: string) => `「${row}」をこの控えの内容に戻す`,
  askHeading: 'ファイル全体を控えに戻しますか',
  ask: (stamp: string) =>
    `すべての報告を ${stampWords(stamp)} の内容に戻します。今の内容は先に控えに取るので、あとで元に戻せます。`,
  confirm: '戻す',
  cancel: 'やめる',
  restored: (stamp: string) => `${stampWords(stamp)}の控えに戻しました。`,
  takeBack: '元に戻す',
  takenBack: '戻す前の内容に戻しました。',
  restoredPart: (name: string) =>
    `「${name}」を控えから戻しました。取り消すには、報告を開いて「元に戻す」を押してください。`,
  viewing: '控えを見ています。変更はできません。',
  viewingHelp: '見終わったら、もとのファイルに戻ってください。',
  leave: 'もとのファイルに戻る',
} as const;
