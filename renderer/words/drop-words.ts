import type { Examined } from '../../shared/contract/drop-requests.ts';
import type { DropWay } from '../state/dropping/drop-ways.ts';

type Exported = Extract<Examined, { readonly kind: 'exported' }>;

const statuses: Readonly<Record<Exported['status'], (cells: number) => string>> = {
  signed: () => '決裁を受けたファイルそのものです。',
  'signed-text': () => '文章は、決裁を受けたものと同じです。',
  'stored-text': () => '文章は、今の報告と同じです。',
  differs: (cells) => `文章が、保存されている内容と${cells}か所違います。`,
};

const ways: Readonly<Record<DropWay, string>> = {
  verify: '内容を確かめる',
  take: '朱書きを取り込む',
  import: '報告として取り込む',
  update: '読み取って報告を更新する',
  'import-json': '報告を取り込む',
  receive: '内容を見る',
  open: 'このファイルを開く',
};

const marksIn = (changes: number, comments: number): string =>
  [changes === 0 ? '' : `変更履歴 ${changes}件`, comments === 0 ? '' : `コメント ${comments}件`]
    .filter((part) => part !== '')
    .join('、');

/** What a dropped file is, in sentences. */
function whatItIs(examined: Examined): readonly string[] {
  switch (examined.kind) {
    case 'exported': {
      const marks = marksIn(examined.changes, examined.comments);
      return [
        `「${examined.reportName}」の第${examined.revision}版を書き出した Word ファイルです。`,
        ...(marks === '' ? [] : [`${marks}が入っています。`]),
        statuses[examined.status](examined.cells),
      ];
    }
    case 'word': {
      const marks = [
        examined.hasTrackedChanges ? '変更履歴' : '',
        examined.comments === 0 ? '' : `コメント ${examined.comments}件`,
      ].filter((part) => part !== '');
      return [
        'Word ファイルです。今開いている報告から書き出したものではありません。',
        ...(marks.length === 0 ? [] : [`${marks.join('、')}が入っています。`]),
      ];
    }
    case 'report-json':
      return ['報告データ（JSON）です。'];
    case 'part':
      return ['課に配布された、または課から提出されたファイル（.sengen-part）です。'];
    case 'library':
      return [
        'Sengen のファイル（.sengen）です。',
        ...(examined.asksAgain
          ? ['ブラウザーで使っているときは、次の画面でもう一度ファイルを選びます。']
          : ['開くと、今開いているファイルは閉じます。']),
      ];
    case 'other':
      return [
        '取り込める種類のファイルではありません。何もしていません。',
        'Word（.docx）、報告データ（.json）、提出・配布（.sengen-part）、Sengen（.sengen）のファイルを置いてください。',
      ];
  }
}

/** Words of dropping files on the page. */
export const dropWords = {
  overlay: 'ここに置くと、どのファイルかを調べます',
  overlayKinds: 'Word（.docx）・報告データ（.json）・提出や配布（.sengen-part）・Sengen（.sengen）',
  heading: '置かれたファイル',
  file: (name: string) => `ファイル：${name}`,
  examining: 'どのファイルかを調べています…',
  whatItIs,
  way: (way: DropWay) => ways[way],
  cancel: 'やめる',
  close: '閉じる',
  several: (count: number) => `報告のファイルが${count}件あります。`,
  together: 'まとめて取り込む',
  oneByOne: '一件ずつ調べる',
  waiting: (count: number) => `ほかに${count}件あります。一件ずつ順に取り扱います。`,
  next: '次のファイルへ',
  refused: '取り扱えませんでした',
  folder: 'フォルダーは取り扱えません。中のファイルを選んで置いてください。',
} as const;
