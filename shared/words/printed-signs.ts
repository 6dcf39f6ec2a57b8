const partKinds = {
  'rich-text': '差し込まれたリッチテキスト（RTF）の部分は読み取れません',
  word: '差し込まれた Word ファイルの部分は読み取れません',
  other: '差し込まれた別形式の部分は読み取れません',
} as const;

/** What stands for things that are no text, where a file's print is shown as text. */
export const printedSigns = {
  /** Before text that is formatted as hidden. */
  hidden: '〔隠し文字〕',
  /** Before text that nobody can see: white on white, a speck. */
  unseen: '〔見えない文字〕',
  /** Before text below the edge of a row of fixed height. */
  clipped: '〔枠からはみ出して見えない文字〕',
  /** Before text that an indent or the place of a table moved away. */
  'moved-out': '〔紙の外やほかの文字の上にずらされた文字〕',
  /** Before text that is struck through. */
  struck: '〔取消し線〕',
  /** For a part of the file in a format that is not read: Word makes text of it when it saves the file. */
  unreadPart: (kind: 'rich-text' | 'word' | 'other') =>
    `〔${partKinds[kind]}。Word で開いて上書き保存すると、読み取れるようになります〕`,
  /** For pictures and the like that were put over or beside the table. */
  drawings: (count: number) => `〔図・図形など ${count}個〕`,
} as const;
