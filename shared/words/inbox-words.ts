import type { FolderFile } from '../contract/hand-in-requests.ts';

const states: Readonly<Record<FolderFile['state'], string>> = {
  new: '未取込',
  taken: '取込済',
  superseded: 'あとの提出あり',
  'given-out': '配布したファイル',
  'other-report': '別の報告',
  arriving: '書き込み中か破損',
  refused: '取り込めません',
};

/** What is said of the folder in which sections drop what they hand in (提出用フォルダー). */
export const inboxWords = {
  state: (state: FolderFile['state']): string => states[state],
  late: (late: boolean | null): string => (late === null ? '' : late ? '期限後' : '期限内'),
  away: (folder: string): string =>
    `提出用フォルダー「${folder}」につながりません。報告はそのままです。つながると、続きから確かめます。`,
  back: (folder: string): string => `提出用フォルダー「${folder}」につながりました。`,
  taken: (file: string, merged: number, conflicts: number): string =>
    `${file}: ${merged}か所を取り込みました。` +
    (conflicts === 0 ? '' : `食い違いが${conflicts}か所あります。`),
  /** A line each: the state, from whom, which, when, the file; then who is waited for. */
  listing: ({
    files,
    waiting,
  }: {
    readonly files: readonly FolderFile[];
    readonly waiting: readonly string[];
  }): string[] => [
    ...files.map(({ fileName, state, nth, late, looked }) =>
      [
        states[state],
        looked?.section ?? '',
        looked?.by ?? '',
        nth === null ? '' : `${nth}回目`,
        looked === null ? '' : `第${looked.revision}版`,
        inboxWords.late(late),
        fileName,
      ]
        .filter((word) => word !== '')
        .join('  '),
    ),
    ...(waiting.length === 0 ? [] : [`まだ提出のない課: ${waiting.join('、')}`]),
  ],
};
