import { once } from '../once.ts';
import { sequenceDifference } from './sequence-difference.ts';

/** A piece of text that stays, goes or comes. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Brings a dictionary along, which takes a while. */
const words = once(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/** A number keeps its separators, decimals and per cent sign: 10,738 or 37.5% never falls apart. */
const number = /^[0-9０-９][0-9０-９,.，．]*[%％]?$/u;

/**
 * What changed between two texts, word by word; never inside a word or a number.
 *
 * The pieces that stay and go spell `before`, those that stay and come spell `after`.
 */
export function textDifference(before: string, after: string): TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return sequenceDifference(old, now).map(({ kind, from, to }) => ({
    kind,
    text: (kind === 'added' ? now : old).slice(from, to).join(''),
  }));
}

/** The words of a text, with what stands between them; joined they are the text again. */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words().segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && number.test(last + segment)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}
