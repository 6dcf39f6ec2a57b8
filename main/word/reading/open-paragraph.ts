import { emsOf } from '../../../shared/model/text-lines.ts';
import { usualSize } from './look/seen-text.ts';
import type { Indents } from './look/whereabouts.ts';
import type { Ground } from './look/shading.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import {
  untracked,
  type Change,
  type ListMark,
  type Obscured,
  type Paragraph,
  type Piece,
  type TextBox,
  type Tracked,
} from './word-document.ts';

/** What a reader makes of a text. */
export interface SeenAs {
  readonly tracked: Tracked;
  readonly obscured: Obscured | null;
  /** Small letters are shown as capitals. */
  readonly capitals: boolean;
  /** Who changed the look of the text, where that is tracked. */
  readonly look: Change | null;
  /** It only asks for text. */
  readonly placeholder: boolean;
  /** A mark sets it off from the text around it. */
  readonly setOff: boolean;
}

const plainly: SeenAs = {
  tracked: untracked,
  obscured: null,
  capitals: false,
  look: null,
  placeholder: false,
  setOff: false,
};

/** A paragraph while it is being read. */
export class OpenParagraph {
  readonly pieces: Piece[];
  /** Boxes that hang on the paragraph. */
  readonly boxes: TextBox[] = [];
  readonly #id: string | null;
  mark: Tracked = untracked;
  styleId: string | null = null;
  list: string | null = null;
  level: number | null = null;
  pageBreakBefore = false;
  /** What lies behind it, and the points of each line (0 where lines grow), where it says it itself. */
  ground: Ground | null = null;
  line: number | null = null;
  /** Points that its text is long in one line, and of its tallest letter. */
  #length = 0;
  #tallest = 0;
  /** Null where it says none. */
  indents: Indents | null = null;
  /** It floats somewhere off the paper. */
  floatsOff = false;
  /** A section that ends here and goes on overleaf. */
  endsPage = false;
  #texts: string[] = [];
  #seen: SeenAs = plainly;

  /** `id` is `w14:paraId`; `before` what stood between the last paragraph and this one. */
  constructor(id: string | null, before: readonly Piece[]) {
    this.#id = id;
    this.pieces = [...before];
  }

  text(text: string, seen: SeenAs): void {
    if (text === '') return;
    if (differs(seen, this.#seen)) this.#flush();
    this.#seen = seen;
    this.#texts.push(text);
  }

  /** Its text grows by so many points in length; each of its lines is so high. */
  grow(length: number, line: number): void {
    this.#length += length;
    this.#tallest = Math.max(this.#tallest, line);
  }

  /** Points that the text is high at least where lines are so long. */
  heightWithin(width: number): number {
    return Math.max(1, Math.ceil(this.#length / Math.max(width, 1))) * this.#tallest;
  }

  push(piece: Piece): void {
    this.#flush();
    this.pieces.push(piece);
  }

  /** The paragraph as a value; pieces that are pushed later still belong to it. */
  close(styles: Styles, numbering: Numbering, tracked: Tracked): Paragraph {
    if (this.endsPage) this.push({ kind: 'break', what: 'page', tracked });
    this.#flush();
    return {
      kind: 'paragraph',
      pieces: this.pieces,
      style: this.styleId === null ? null : styles.nameOf(this.styleId),
      list: this.#listMark(styles, numbering),
      pageBreakBefore: this.pageBreakBefore,
      mark: this.mark,
      id: this.#id,
    };
  }

  /** Nothing of the text shows where it stands. */
  obscure(obscured: 'clipped' | 'moved-out'): void {
    this.#flush();
    this.pieces.forEach((piece, at) => {
      if (piece.kind === 'text') this.pieces[at] = { obscured, ...piece };
    });
  }

  /** Points that the text is long in one line, about. */
  get length(): number {
    this.#flush();
    const texts = this.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
    return [...texts.join('')].reduce((sum, sign) => sum + emsOf(sign), 0) * usualSize;
  }

  #listMark(styles: Styles, numbering: Numbering): ListMark | null {
    const ofStyle = this.styleId === null ? null : styles.listOf(this.styleId);
    const list = this.list ?? ofStyle?.list;
    return list === undefined ? null : numbering.next(list, this.level ?? ofStyle?.level ?? 0);
  }

  #flush(): void {
    if (this.#texts.length === 0) return;
    const { tracked, obscured, capitals, look, placeholder, setOff } = this.#seen;
    this.pieces.push({
      kind: 'text',
      text: this.#texts.join(''),
      tracked,
      ...(obscured === null ? {} : { obscured }),
      ...(look === null ? {} : { look }),
      ...(capitals ? { capitals } : {}),
      ...(placeholder ? { placeholder } : {}),
      ...(setOff ? { setOff } : {}),
    });
    this.#texts = [];
  }
}

function differs(one: SeenAs, other: SeenAs): boolean {
  const facts = ['tracked', 'obscured', 'capitals', 'look', 'placeholder', 'setOff'] as const;
  return facts.some((fact) => one[fact] !== other[fact]);
}
