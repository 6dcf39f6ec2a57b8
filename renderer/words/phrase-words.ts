/** Characters of a phrase that a message quotes. */
const quoted = 20;

/** Words of 定型文: phrases of one's own. */
export const phraseWords = {
  insert: '定型文を入れる',
  insertTitle: '定型文を入れる（Ctrl+Alt+T）',
  keep: '選んだ文を定型文に',
  edit: '定型文を編集',
  pick: {
    heading: '定型文を入れる',
    field: '定型文を探す',
    hint: '↑↓ で選び、Enter でカーソルの位置に入れます。',
    none: (query: string) =>
      query === '' ? 'まだ定型文がありません。' : `「${query}」に当てはまる定型文はありません。`,
    group: '定型文',
    ways: '操作',
  },
  editor: {
    heading: '定型文を編集',
    help: 'このファイルに保存し、開いている報告のどの欄にも入れられます。Enter で改行すると、箇条書きの欄では1行が1項目になります。',
    name: (number: number) => `定型文 ${number}`,
    add: '定型文を追加',
    removed: (text: string) => `${quote(text)}を削除しました。`,
    putBack: '削除を取り消す',
  },
  noPlace: '定型文を入れる欄にカーソルを置いてから、もう一度お試しください。',
  locked: 'この欄は書き換えられないため、定型文を入れられません。',
  nothingChosen: '定型文にする文を欄の中で選んでから、もう一度お試しください。',
  tooLong: (most: number) =>
    `定型文にできるのは ${most.toLocaleString('ja-JP')}字までです。短く選び直してください。`,
  already: 'この文は、すでに定型文に入っています。',
  kept: (text: string) => `${quote(text)}を定型文に加えました。`,
} as const;

function quote(text: string): string {
  const line = text.replaceAll('\n', ' ');
  const characters = [...line];
  return `「${characters.length > quoted ? `${characters.slice(0, quoted - 1).join('')}…` : line}」`;
}
