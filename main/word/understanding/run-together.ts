import type { CellLine } from './cell-lines.ts';
import { choiceOf } from './choices.ts';
import { asOfLine } from './as-of.ts';
import { labelOf } from './labels.ts';

/** Longer lines are not taken apart: nobody wrote them by hand. */
const longest = 20_000;

/** Before a bullet behind a full stop, where it can be no point between words. */
const behindStop = /(?<=[。．｡])\s*(?=[・･●○■◆◇□])/u;
/** Before a bracket that may hold a label or a day. */
const bracket = /(?=[［[【〔])/u;

/**
 * The lines of one line into which several were run together: `・…。・…。[今後の取組の方向性]・…`.
 *
 * Cut only where nothing else is possible: at a bullet behind a full stop, at the line's own bullet behind a
 * space, and at a label or a day in brackets.
 */
export function apart(line: CellLine): CellLine[] {
  const { text } = line;
  if (text.length > longest || choiceOf(text) !== null) return [line];
  const pieces = text
    .split(behindStop)
    .flatMap(atOwnBullet)
    .flatMap(atBrackets)
    .filter((piece) => piece.trim() !== '');
  if (pieces.length < 2) return [line];
  return pieces.map((piece, place) =>
    place === 0
      ? { ...line, text: piece }
      : { ...line, text: piece.trim(), list: null, opensParagraph: false, notes: [] },
  );
}

/** `・一 ・二`, where both bullets are the same and stand before a word. */
function atOwnBullet(text: string): string[] {
  const [, mark] = /^\s*([・･●○■◆◇□])/u.exec(text) ?? [];
  return mark === undefined ? [text] : text.split(new RegExp(`\\s+(?=${mark}\\S)`, 'u'));
}

function atBrackets(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.split(bracket)) {
    const last = pieces.length - 1;
    const opens = labelOf(piece) !== null || asOfLine(piece) !== null;
    if (last < 0 || (opens && /(?:^|[。．｡\s])$/u.test(pieces[last] ?? ''))) pieces.push(piece);
    else pieces[last] = `${pieces[last] ?? ''}${piece}`;
  }
  return pieces;
}
