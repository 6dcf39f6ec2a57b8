import { foldWidth } from '../../figures/fold-width.ts';
import { textLikeness } from '../../text-likeness.ts';

/** Likeness from which a text is last year's with a word changed. */
export const nearlySame = 0.93;

/** How alike two texts are, whatever year they name: 0 to 1. Short texts are alike only when they are the same. */
export function keptLikeness(one: string, other: string): number {
  const [first, second] = [one, other].map(withoutYears);
  if (first === undefined || second === undefined || first === '' || second === '') return 0;
  if (first === second) return 1;
  return Math.min(first.length, second.length) < 12 ? 0 : textLikeness(first, second);
}

function withoutYears(text: string): string {
  return foldWidth(text)
    .replaceAll(/(?:令和|平成|昭和) ?(?:\d+|元) ?年度?|(?:19|20)\d\d年度?|第 ?\d+ ?回/gu, '')
    .replaceAll(/[\s、。・]/gu, '');
}
