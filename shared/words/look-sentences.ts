import type { LibraryHolder } from '../failure.ts';
import { holderWords, minuteWords } from './holder-words.ts';

/** A look at a library that another program has open. */
export interface LibraryLook {
  /** When what is seen stood in the file; ISO 8601, UTC. */
  readonly asOf: string;
  /** Who has it open; null where that is not known. */
  readonly holder: LibraryHolder | null;
}

/** Sentences about looking at a library that another program has open. */
export const lookSentences = {
  why: ({ holder }: LibraryLook): string =>
    holder === null ? '別の画面かプログラムが開いています' : holderWords(holder),
  asOf: ({ asOf }: LibraryLook): string => `${minuteWords(asOf)} 時点の内容`,
  /** To whoever gave a command. */
  command: (path: string, look: LibraryLook): string =>
    `注意: 「${path}」は、${lookSentences.why(look)}。${lookSentences.asOf(look)}を読みました。ファイルには手を加えていません。`,
} as const;
