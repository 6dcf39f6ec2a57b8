import type { BackupDrill, ListedBackup, SecondPlaceState } from '../../shared/contract/backup-requests.ts';
import { secondPlaceSentence } from '../../shared/words/second-place-sentences.ts';
import { stampWords } from '../../shared/words/stamp-words.ts';

const reasons: { readonly [reason in ListedBackup['reason']]: string } = {
  open: 'ファイルを開いたとき',
  work: '作業中（30分ごと）',
  import: '取り込みの前',
  restore: '復元の前',
  migration: 'ファイルの更新の前',
  'sign-off': '決裁のとき',
  close: 'ファイルを閉じたとき',
  asked: '「今すぐ控えを作る」を押したとき',
};

const count = (number: number): string => number.toLocaleString('ja-JP');

function secondState({ state, latest, cause }: SecondPlaceState): string {
  return state === 'held' && latest !== null
    ? `${stampWords(latest)}の控えまで写してあります。`
    : secondPlaceSentence({ kind: state, cause });
}

function drillOutcome({ stamp, backups }: BackupDrill): string {
  const when = `${stampWords(stamp)}に、控え ${count(backups.length)}件を試しに復元して確かめました。`;
  const found = backups.flatMap(({ stamp: made, outcome }) =>
    outcome === 'damaged'
      ? [
          `${stampWords(made)}の控えは壊れていたため、一覧から外しました。今のファイルとほかの控えはそのままです。`,
        ]
      : outcome === 'differs'
        ? [
            `${stampWords(made)}の控えは壊れていませんが、今のファイルの記録と内容が合いません。「ファイルを点検」で今のファイルを確かめてください。`,
          ]
        : [],
  );
  return `${when}${found.length === 0 ? '内容に問題はありませんでした。' : found.join('')}`;
}

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
  second: '二つ目の場所',
  noSecond:
    'まだ選んでいません。USBメモリーや共有フォルダーを選ぶと、このパソコンが壊れたときのために、控えをそこにも写します。',
  chooseSecond: '二つ目の場所を選ぶ',
  otherSecond: '別の場所に変える',
  leaveSecond: '二つ目の場所に写すのをやめる',
  secondState,
  sameDisk:
    'この場所は、いつもの場所と同じディスクにあります。ディスクが壊れたときに備えるには、USBメモリーや共有フォルダーを選んでください。',
  onlySecond: '二つ目の場所にだけあります',
  drill: '控えの点検',
  noDrill: 'まだ行っていません。月に一度、手の空いたときに、控えを試しに復元して自動で確かめます。',
  drillNow: '今すぐ控えを点検する',
  drillOutcome,
  drillDamaged: (stamp: string) =>
    `${stampWords(stamp)}の控えが壊れていることが、点検で分かりました。今のファイルとほかの控えはそのままです。`,
  open: '控えを見る',
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
  since: (steps: number) => `この控えのあとの変更 ${count(steps)}件`,
  last: '最後の変更',
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
  restoredPart: (name: string) => `「${name}」を控えから戻しました。`,
  samePart: (name: string) => `「${name}」は控えと同じ内容です。何も変えていません。`,
  partTakenBack: (name: string) => `「${name}」を、控えから戻す前の内容にしました。`,
  viewing: '控えを見ています。変更はできません。',
  viewingHelp: '見終わったら、もとのファイルに戻ってください。',
  leave: 'もとのファイルに戻る',
  adopt: 'この控えからファイルを作る',
  adopted: '控えから新しいファイルを作りました。続きはこのファイルに書けます。',
} as const;
