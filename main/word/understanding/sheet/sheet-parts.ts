import type { ViewBlock } from '../../reading/view-blocks.ts';
import { hasText, linesOf } from '../cell-lines.ts';
import { comparable, type ColumnField } from '../field-names.ts';
import type { HeadingMeaning } from '../headings/heading-meaning.ts';
import { isSectionName } from '../section-name.ts';
import { isNumber } from '../values.ts';

/** A text of a sheet with what its label says. */
export interface SheetPart {
  readonly heading: string;
  readonly fields: readonly ColumnField[];
  readonly place: number;
  readonly anotherTime: boolean;
  readonly blocks: ViewBlock[];
}

type Label = Pick<HeadingMeaning, 'text' | 'fields' | 'place' | 'anotherTime'>;

const heads: ReadonlySet<ColumnField> = new Set(['number', 'title', 'section']);
const noLabel: Label = { text: '', fields: [], place: 0, anotherTime: false };
const titleLine: Label = { ...noLabel, fields: ['number', 'title', 'section'] };

/** The parts of a sheet's initiatives, in the order in which they stand. */
export class SheetParts {
  readonly initiatives: SheetPart[][] = [];
  #open: SheetPart[] = [];

  /** Opens a part; a label for number, title or section that stands again opens the next initiative. */
  open(label: Label, blocks: readonly ViewBlock[]): SheetPart {
    const head = label.fields.some((field) => heads.has(field));
    if (head && label.text !== '' && this.#has(label)) this.#open = [];
    if (this.#open.length === 0) this.initiatives.push(this.#open);
    const part = {
      heading: label.text,
      fields: label.fields,
      place: label.place,
      anotherTime: label.anotherTime,
      blocks: [...blocks],
    };
    this.#open.push(part);
    return part;
  }

  /** Puts a further cell to a part: a title or a number is one cell, and beside it may stand the section. */
  add(part: SheetPart, blocks: readonly ViewBlock[]): void {
    if (!isHeadPart(part) || textOf(part.blocks) === '') {
      for (const block of blocks) part.blocks.push(block);
      return;
    }
    const section = isSectionName(textOf(blocks)) && !this.#says('section');
    this.open(section ? { ...noLabel, fields: ['section'] } : noLabel, blocks);
  }

  /** A row without labels that opens an initiative: number, title and section in one cell or in several. */
  title(cells: readonly (readonly ViewBlock[])[]): void {
    this.#open = [];
    const [first = [], ...rest] = cells;
    if (rest.length === 0) {
      this.open(titleLine, first);
      return;
    }
    const numbered = isNumber(textOf(first));
    if (numbered) this.open({ ...noLabel, fields: ['number'] }, first);
    const [title = [], ...more] = numbered ? rest : cells;
    const part = this.open({ ...noLabel, fields: ['title'] }, title);
    for (const blocks of more) this.add(part, blocks);
  }

  stray(blocks: readonly ViewBlock[]): void {
    this.open(noLabel, blocks);
  }

  /** 取組1 and 取組2 are one label. */
  #has({ text }: Label): boolean {
    const name = withoutNumber(text);
    return this.#open.some(({ heading }) => heading !== '' && withoutNumber(heading) === name);
  }

  #says(field: ColumnField): boolean {
    return this.#open.some(({ fields }) => fields.includes(field));
  }
}

/** Number, title or section: one cell, which says whose the other parts are. */
export function isHeadPart({ fields }: SheetPart): boolean {
  return fields.some((field) => heads.has(field));
}

function withoutNumber(text: string): string {
  return comparable(text).replace(/\d+$/, '');
}

export function textOf(blocks: readonly ViewBlock[]): string {
  return linesOf(blocks)
    .filter(hasText)
    .map(({ text }) => text.trim())
    .join('');
}
