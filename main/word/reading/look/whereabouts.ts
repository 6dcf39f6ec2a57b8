import type { XmlAttributes } from '../read-xml.ts';

/**
 * Where on the paper a paragraph, a cell or a table stands, in points: only as far as it says whether a reader finds
 * it there. The paper is A4, upright or lying, as every report's is; what may reach into it counts as seen.
 */

/** How far from the text's edge the paper ends at the left, and at the right or below, at most. */
const leftOfPaper = -100;
const beyondPaper = 842;
/** By so much less than nothing an indent lays a text over what stands beside it. */
const overBeside = -20;

/** Indents of a paragraph. */
export interface Indents {
  readonly left: number;
  readonly first: number;
}

/** What w:ind says (ECMA-376 17.3.1.12). */
export function indentsOf(attributes: XmlAttributes): Indents {
  const left = points(attributes['w:left'] ?? attributes['w:start']);
  const hanging = points(attributes['w:hanging']);
  return { left, first: hanging === 0 ? points(attributes['w:firstLine']) : -hanging };
}

/**
 * Whether indents move a paragraph out of its place. `room`: how wide its cell is; null on the page itself, or where
 * the file does not say. `length`: how long its text is in one line.
 */
export function isMovedOut({ left, first }: Indents, room: number | null, length: number): boolean {
  if (left >= (room ?? beyondPaper)) return true;
  // Its only line begins with the first.
  const start = left + (length <= (room ?? beyondPaper) ? first : 0);
  if (start >= (room ?? beyondPaper)) return true;
  return room === null ? start + length <= leftOfPaper : start <= overBeside;
}

/** Whether a cell that begins so far right of the text's edge is on no paper. */
export function isOffPaper(start: number, width: number): boolean {
  return start >= beyondPaper || start + width <= leftOfPaper;
}

/** How far w:tblpPr or w:framePr (17.4.57, 17.3.1.11) moves what floats, and whether that is off the paper by itself. */
export function floatingAt(attributes: XmlAttributes): { readonly x: number; readonly off: boolean } {
  const [x, y] = [
    points(attributes['w:tblpX'] ?? attributes['w:x']),
    points(attributes['w:tblpY'] ?? attributes['w:y']),
  ];
  return { x, off: y >= beyondPaper || y <= -beyondPaper || x >= beyondPaper || x <= -beyondPaper };
}

/** Of twips; 0 for what is no number. */
export function points(twips: string | undefined): number {
  const number = Number.parseFloat(twips ?? '');
  return Number.isFinite(number) ? number / 20 : 0;
}
