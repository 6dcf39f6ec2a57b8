import type { Obscured } from '../word-document.ts';
import { black, isDark, standsOut, white, type Rgb } from './colour.ts';
import type { RunLook } from './run-look.ts';
import type { Ground } from './shading.ts';

/**
 * Whether a reader sees a text on paper or screen, decided by its look and by what lies behind it.
 *
 * It errs by calling a text seen: only what nobody can read is `unseen`.
 */

/** Where a text stands. */
export interface TextPlace {
  readonly paragraph: Ground | null;
  /** What may lie behind the paragraph: a cell's shading, or the shades that its table's style may give it. Empty: the page. Null: unknown. */
  readonly behind: readonly Rgb[] | null;
  /** Points of each line, where the paragraph fixes them. */
  readonly line: number | null;
}

export const plainPlace: TextPlace = Object.freeze({ paragraph: null, behind: [], line: null });

/** Points of a text for which a file says no size. */
export const usualSize = 10;

/** Points. Smaller letters are specks: a 3-point note is seen by nobody, ふりがな over a small text has 4.5. */
const leastSize = 4.5;
/** Points of width that a square letter needs. */
const leastWidth = 2.5;
/** Share of a letter's size by which letters may overlap, and of a line that must be left of it. */
const mostOverlap = 0.35;
const leastOfLine = 0.6;

export function obscuredBy(look: RunLook, place: TextPlace, text: string): Obscured | null {
  if (look.hidden === true) return 'hidden';
  if (text.trim() !== '' && !(isLegible(look, place, text) && hasContrast(look, place))) return 'unseen';
  return look.struck === true ? 'struck' : null;
}

function isLegible(look: RunLook, { line }: TextPlace, text: string): boolean {
  const size = look.size ?? usualSize;
  const width = (size * (look.scale ?? 100)) / 100;
  if (size < leastSize || width < leastWidth) return false;
  if ((look.spacing ?? 0) <= -mostOverlap * width) return false;
  // Lifted by its own height a text lies over the line above, or outside of what a fixed line shows.
  if (Math.abs(look.raised ?? 0) >= size) return false;
  if (look.pressed !== null && look.pressed < text.length * leastWidth * 0.5) return false;
  return line === null || line >= leastOfLine * size;
}

function hasContrast({ colour, highlight, ground }: RunLook, { paragraph, behind }: TextPlace): boolean {
  if (colour === 'clear') return false;
  if (behind === null) return true;
  const own = [highlight, ground, paragraph].find((each) => each !== null && each !== 'none') as
    Rgb | undefined;
  const grounds = own !== undefined ? [own] : behind.length > 0 ? behind : [white];
  // The marker pen is no ground to Word: letters without a colour stay black under it.
  const marked = highlight !== null && highlight !== 'none';
  return grounds.some((under) => {
    if (colour !== null && colour !== 'auto') return standsOut(colour, under);
    return standsOut(!marked && isDark(under) ? white : black, under);
  });
}
