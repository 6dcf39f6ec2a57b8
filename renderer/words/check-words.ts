import type { CheckedLibrary } from '../../shared/contract/check-requests.ts';

/** Words of looking a library through. */
export const checkWords = {
  command: 'ファイルを点検',
  help: '報告と決裁済みの Word ファイルがすべて読み取れるかを確かめます。何も変更しません。',
  heading: 'ファイルの点検',
  refused: '点検できませんでした',
  looked: ({ reports, rows, signedFiles }: CheckedLibrary) =>
    `報告 ${reports}件（取組 ${rows.toLocaleString('ja-JP')}件）と、決裁済みの Word ファイル ${signedFiles}件を点検しました。`,
  rescue:
    '「読み取れる内容を取り出す」を選ぶと、読める部分をすべて控え（バックアップ）と合わせて新しいファイルにまとめ、それを開きます。今のファイルは名前を変えて、そのまま残します。',
  advice:
    'このファイルは変更していません。まず、このファイルの控えを別の場所に取ってください。読み取れる報告は「報告データ」や Word に書き出して残せます。バックアップがあれば、問題のない時点のファイルを開いてください。',
} as const;
