import { lookSentences, type LibraryLook } from '../../shared/words/look-sentences.ts';

/** Words of a library whose file takes no writes. */
export const readOnlyWords = {
  title: 'このファイルは読み取り専用です。見る・探す・書き出すことはできますが、変更は保存できません。',
  help: '書き直すときは、書き込める場所に写してから開いてください。',
  refused: 'このファイルは読み取り専用のため、書き換えられません。',
  lockedShort: '読み取り専用のため使えません',
  lockedCommand: 'ファイルが読み取り専用のため使えません。',
} as const;

/** Words of a library that is looked at while another program has it open. */
export const lookWords = {
  /** On the notice that it is in use. */
  look: '読むだけで開く',
  title: (look: LibraryLook): string => `読むだけで開いています（${lookSentences.why(look)}）。`,
  help: (look: LibraryLook): string =>
    `${lookSentences.asOf(look)}です。見る・探す・書き出すことはできますが、変更は保存できません。`,
  again: '今の内容を読み直す',
  readAgain: '今の内容を読み直しました。',
  write: '書き込めるように開く',
  writable: '書き込めるように開きました。',
} as const;
