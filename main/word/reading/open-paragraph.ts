import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import {
  untracked,
  type ListMark,
  type Obscured,
  type Paragraph,
  type Piece,
  type TextBox,
  type Tracked,
} from './word-document.ts';

/** Whether a text can be read, and whether it is anybody's. */
export interface TextLook {
  readonly obscured: Obscured | null;
  readonly placeholder: boolean;
}

const plainText: TextLook = Object.freeze({ obscured: null, placeholder: false });

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
  /** A section that ends here and goes on overleaf. */
  endsPage = false;
  #texts: string[] = [];
  #tracked: Tracked = untracked;
  #look: TextLook = plainText;

  /** `id` is `w14:paraId`; `before` what stood between the last paragraph and this one. */
  constructor(id: string | null, before: readonly Piece[]) {
    this.#id = id;
    this.pieces = [...before];
  }

  text(text: string, tracked: Tracked, look: TextLook): void {
    if (text === '') return;
    const same = look.obscured === this.#look.obscured && look.placeholder === this.#look.placeholder;
    if (tracked !== this.#tracked || !same) this.#flush();
    this.#tracked = tracked;
    this.#look = look;
    this.#texts.push(text);
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

  #listMark(styles: Styles, numbering: Numbering): ListMark | null {
    const ofStyle = this.styleId === null ? null : styles.listOf(this.styleId);
    const list = this.list ?? ofStyle?.list;
    return list === undefined ? null : numbering.next(list, this.level ?? ofStyle?.level ?? 0);
  }

  #flush(): void {
    if (this.#texts.length === 0) return;
    const { obscured, placeholder } = this.#look;
    this.pieces.push({
      kind: 'text',
      text: this.#texts.join(''),
      tracked: this.#tracked,
      ...(obscured === null ? {} : { obscured }),
      ...(placeholder ? { placeholder } : {}),
    });
    this.#texts = [];
  }
}
