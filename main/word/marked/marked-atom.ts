import { isThere, type ChangesAs } from '../reading/changes-as.ts';
import type { Change, Obscured, Tracked } from '../reading/word-document.ts';
import type { PartKey } from './part-key.ts';

/** The smallest piece of a cell that is inserted or deleted as a whole, or the end of a paragraph. */
export interface MarkedAtom {
  readonly kind: 'text' | 'end';
  /** '' for the end of a paragraph. */
  readonly text: string;
  readonly tracked: Tracked;
  readonly part: PartKey;
  /** Its cell, where that is one of targets or outcomes and has lost its bookmarks: the same value for all of a cell. */
  readonly at?: CellPlace;
  /** Why nobody reads the text; left out for text that is plain to see. */
  readonly obscured?: Obscured;
  /** Who changed how the text looks; left out where that is not tracked. */
  readonly look?: Change;
  /** A mark sets the text off from the text around it. */
  readonly setOff?: true;
  /** What stands here and is no text of the field: ふりがな, or a page that was broken. */
  readonly aside?: { readonly why: 'ruby' | 'page-break'; readonly text: string };
}

/** The line of a row, and the column of the table; both from 0. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * The paragraphs that atoms spell; those without text are left out, since a field prints one where it is empty.
 *
 * `there` tells which atoms count. The end of a paragraph that is not there joins it with the next one. But an
 * end that somebody put in (`isNew`) between two items, of which one came with a change that is taken, parts them
 * all the same: no item ever runs into the next.
 */
export function paragraphsOf<T extends { readonly kind: 'text' | 'end'; readonly text: string }>(
  atoms: readonly T[],
  there: (atom: T) => boolean,
  isNew: (atom: T) => boolean = () => false,
): string[] {
  const paragraphs: string[] = [];
  let text = '';
  let bringsNew = false;
  let endLeftOut = false;
  const close = (): void => {
    paragraphs.push(text);
    [text, bringsNew, endLeftOut] = ['', false, false];
  };
  for (const atom of atoms) {
    if (!there(atom)) {
      endLeftOut ||= atom.kind === 'end' && isNew(atom) && text !== '';
      continue;
    }
    if (atom.kind === 'end') {
      close();
      continue;
    }
    if (endLeftOut && atom.text.startsWith('・') && (bringsNew || isNew(atom))) close();
    text += atom.text;
    endLeftOut = false;
    bringsNew ||= isNew(atom);
  }
  paragraphs.push(text);
  return paragraphs.flatMap(linesOfParagraph).filter((paragraph) => paragraph !== '');
}

export function paragraphsAs(atoms: readonly MarkedAtom[], changes: ChangesAs): string[] {
  return paragraphsOf(atoms, ({ tracked }) => isThere(tracked, changes));
}

/** A line broken by hand goes on in the same paragraph, unless a bullet opens it. */
function linesOfParagraph(text: string): string[] {
  if (!text.includes('\n')) return [text];
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const last = lines.length - 1;
    if (last < 0 || line.startsWith('・')) lines.push(line);
    else lines[last] = (lines[last] ?? '') + line;
  }
  return lines;
}
