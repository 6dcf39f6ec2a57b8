import type { ExportedThing } from '../state/word/word-export.svelte.ts';

const documents: { readonly [thing in ExportedThing]: string } = {
  report: '達成状況報告',
  declaration: '目標宣言',
  exchange: 'ほかの Sengen へ渡すファイル',
};

const holds: { readonly [thing in ExportedThing]: string } = {
  report: '年度末：NO.から目標達成状況までの6列',
  declaration: '年度当初：NO.から達成目標までの4列',
  exchange: '報告データ（.json）：取り込んだ先で、続きから書けます',
};

/** Words of writing a report's files. */
export const exportWords = {
  open: 'Word に書き出す',
  help: (document: string, keys: string) => `${document}を Word に書き出す（${keys}）`,
  more: '書き出しの選択肢',
  holds: (thing: ExportedThing) => holds[thing],
  write: (thing: ExportedThing) =>
    thing === 'exchange' ? `${documents[thing]}を書き出す` : `${documents[thing]}を Word に書き出す`,
  track: '変更履歴を記録する状態で書き出す',
  trackHelp: '部長が Word で直したところが、「朱書き」で一つずつ分かります。',
  done: (thing: ExportedThing) => `${documents[thing]}を書き出しました。`,
  refused: '書き出せませんでした',
  reveal: 'フォルダーを開く',
  copyPlace: '場所をコピー',
  placeCopied:
    'コピーしました。エクスプローラーのアドレス欄に貼り付けて Enter を押すと、ファイルが開きます。',
  placeSelected: '場所を選択しました。Ctrl+C を押すとコピーできます。',
  warnings: '気を付けること',
} as const;
