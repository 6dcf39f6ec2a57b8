import { commentWords } from './comment-words.ts';
import { handInWords } from './hand-in-words.ts';
import { markupWords, signOffWords } from './word-words.ts';

const boxes: Readonly<Record<string, string>> = {
  comment: commentWords.text,
  reply: commentWords.reply,
  own: markupWords.own,
  conflict: '食い違いを自分で書く',
  'give-out-deadline': handInWords.out.deadline,
  'give-out-note': handInWords.out.note,
  'hand-in-note': '提出の備考',
  'signed-by': signOffWords.signedBy,
  'signed-at': signOffWords.signedAt,
  'sign-note': signOffWords.note,
  'revision-reason': signOffWords.reason,
  // Where its report is gone: what a form's file holds.
  'form-design': '作りかけの様式',
};

/** Words for what was typed beside the report's fields, not sent, and left by a page that ended. */
export const unsentWords = {
  heading: '送る前の文が残っています',
  text: '前に画面が閉じたときに、まだ送っていなかった文です。書いていたところ（コメント、決裁の記録など）を開くと、続きから書けます。もう開けないときは「コピー」して使ってください。',
  /** By what the box is for (UnsentText). */
  place: (what: string) => boxes[what.split(' ')[0] ?? ''] ?? '送る前',
  typed: (place: string) => `「${place}」に入力した文`,
  dismiss: '要らないので消す',
  dismissName: (place: string) => `要らないので消す：${place}`,
} as const;
