import type { BookmarkCursor } from '../reading/bookmark-cursor.ts';
import { isThere } from '../reading/changes-as.ts';
import {
  untracked,
  type ListMark,
  type Paragraph,
  type Piece,
  type Tracked,
} from '../reading/word-document.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { CommentRanges } from './comment-ranges.ts';
import { fieldsByContent } from './fields-by-content.ts';
import type { MarkedAtom } from './marked-atom.ts';
import { fieldOfKey, keyOfBookmark, type PartKey } from './part-key.ts';

/** An atom before it is known which part it belongs to. */
export interface LooseAtom extends Omit<MarkedAtom, 'part'> {
  /** The part whose bookmark lies over it. */
  readonly marked: PartKey | null;
}

export interface CellSurroundings {
  readonly bookmarks: BookmarkCursor;
  readonly ranges: CommentRanges;
  /** Place among the file's rows; null outside them. */
  readonly row: number | null;
  /** What the form prints in the cell. */
  readonly fields: readonly PartKey[];
  readonly form: Form;
}

/** What a piece says of how it is seen. */
type SeenPiece = Pick<Extract<Piece, { kind: 'text' }>, 'tracked' | 'obscured' | 'look' | 'setOff'>;

interface LooseParagraph {
  readonly atoms: LooseAtom[];
  /** Parts whose bookmark starts, ends or is open in it. */
  readonly hints: Set<PartKey>;
  readonly comments: readonly CommentSign[];
}

type CommentSign = {
  readonly kind: 'start' | 'end' | 'reference';
  readonly comment: string;
  readonly before: number;
};

/**
 * The atoms of a cell's paragraphs, each with its part: that of the bookmark over it, else of the only
 * bookmark in its paragraph, else of the atom before it. Without bookmarks fields-by-content.ts tells.
 */
export function cellAtoms(
  paragraphs: readonly Paragraph[],
  surroundings: CellSurroundings,
): { readonly atoms: MarkedAtom[]; readonly names: readonly string[] } {
  const names: string[] = [];
  const loose = paragraphs.map((paragraph) => looseAtoms(paragraph, surroundings, names));
  const fields = settleFields(loose, surroundings);
  const atoms: MarkedAtom[] = [];
  loose.forEach(({ atoms: own, comments }, index) => {
    const settled = own.map(({ marked: _marked, ...atom }, at): MarkedAtom => ({
      ...atom,
      part: fields[index]?.[at] ?? 'plan',
    }));
    tellComments(settled, comments, surroundings);
    atoms.push(...settled);
  });
  return { atoms, names };
}

function looseAtoms(
  { pieces, mark, list, pageBreakBefore }: Paragraph,
  { bookmarks, fields, row }: CellSurroundings,
  names: string[],
): LooseParagraph {
  const atoms: LooseAtom[] = [];
  const hints = new Set<PartKey>();
  const comments: CommentSign[] = [];
  const partNow = (): PartKey | null => {
    for (const name of bookmarks.open) {
      const part = keyOfBookmark(name);
      if (part !== undefined && fields.includes(part)) return part;
    }
    return null;
  };
  const hint = (name: string): void => {
    const part = keyOfBookmark(name);
    if (part !== undefined && fields.includes(part)) hints.add(part);
  };
  for (const name of bookmarks.open) hint(name);
  const add = (text: string, { tracked, obscured, look, setOff }: SeenPiece): void => {
    atoms.push({
      kind: 'text',
      text,
      tracked,
      marked: partNow(),
      ...(obscured === undefined ? {} : { obscured }),
      ...(look === undefined ? {} : { look }),
      ...(setOff === undefined ? {} : { setOff }),
    });
  };
  const addAside = (aside: NonNullable<MarkedAtom['aside']>, tracked: Tracked): void => {
    atoms.push({ kind: 'text', text: '', tracked, marked: partNow(), aside });
  };
  // Pages of the report break between its tables.
  const pageBreaks = (tracked: Tracked): void => {
    if (row !== null) addAside({ why: 'page-break', text: '' }, tracked);
  };
  if (pageBreakBefore) pageBreaks(untracked);
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'text':
        // Word makes a list of lines that open with a bullet, and the bullet is no text any more.
        if (list !== null && atoms.every(({ text }) => text === '')) add(signOf(list), piece);
        add(piece.text, piece);
        break;
      case 'break':
        if (piece.what === 'line') add('\n', piece);
        else pageBreaks(piece.tracked);
        break;
      case 'bookmark-start':
        bookmarks.start(piece.name);
        names.push(piece.name);
        hint(piece.name);
        break;
      case 'bookmark-end':
        bookmarks.end(piece.name);
        break;
      case 'comment-start':
      case 'comment-end':
      case 'comment-reference':
        comments.push({
          kind:
            piece.kind === 'comment-start' ? 'start' : piece.kind === 'comment-end' ? 'end' : 'reference',
          comment: piece.comment,
          before: atoms.length,
        });
        break;
      case 'ruby':
        addAside({ why: 'ruby', text: piece.text }, atoms.at(-1)?.tracked ?? untracked);
        break;
      case 'note':
        break;
    }
  }
  atoms.push({ kind: 'end', text: '', tracked: mark, marked: partNow() });
  return { atoms, hints, comments };
}

function signOf({ kind, text }: ListMark): string {
  return kind === 'bullet' ? '・' : text;
}

function settleFields(loose: readonly LooseParagraph[], { fields, form }: CellSurroundings): PartKey[][] {
  const [first = 'plan'] = fields;
  if (fields.length <= 1) return loose.map(({ atoms }) => atoms.map(() => first));
  if (loose.every(({ hints }) => hints.size === 0)) return byContent(loose, fields, form);
  const firstHint = loose.flatMap(({ hints }) => [...hints])[0] ?? first;
  // What stands above the first bookmark belongs to the field above it, if the cell has one that is not marked.
  let last: PartKey = firstHint;
  return loose.map(({ atoms, hints }) => {
    const [only] = hints.size === 1 ? hints : [];
    const next = atoms.find(({ marked }) => marked !== null)?.marked ?? null;
    let inside: PartKey | null = only ?? null;
    return atoms.map(({ marked }): PartKey => {
      inside = marked ?? inside;
      last = inside ?? (hints.size > 0 ? (next ?? last) : last);
      return last;
    });
  });
}

/** Without any bookmark. */
function byContent(loose: readonly LooseParagraph[], parts: readonly PartKey[], form: Form): PartKey[][] {
  // Parts of items stand in a cell where bookmarks say so, and nowhere else.
  const fields = parts.map(fieldOfKey);
  const texts = loose.map(({ atoms }) =>
    atoms.map(({ text, tracked }) => (isThere(tracked, 'accepted') ? text : '')).join(''),
  );
  const found = fieldsByContent(texts, fields, form);
  return loose.map(({ atoms }, index) => atoms.map(() => found[index] ?? fields[0] ?? 'plan'));
}

function tellComments(
  atoms: readonly MarkedAtom[],
  signs: readonly CommentSign[],
  { ranges, row, fields }: CellSurroundings,
): void {
  const placeAt = (at: number) => ({
    row,
    part: fields.length === 0 ? null : (atoms[Math.min(at, atoms.length - 1)]?.part ?? null),
  });
  let next = 0;
  const tell = (at: number): void => {
    for (; signs[next]?.before === at; next += 1) {
      const sign = signs[next];
      if (sign?.kind === 'start') ranges.start(sign.comment, row);
      else if (sign?.kind === 'end') ranges.end(sign.comment);
      else if (sign !== undefined) ranges.reference(sign.comment, placeAt(Math.max(0, at - 1)));
    }
  };
  atoms.forEach(({ kind, text, tracked }, at) => {
    tell(at);
    if (kind === 'text') {
      ranges.text(text, placeAt(at), {
        now: isThere(tracked, 'accepted'),
        before: isThere(tracked, 'original'),
      });
    }
  });
  tell(atoms.length);
}
