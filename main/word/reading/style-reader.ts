import { exactLine } from './look/exact-line.ts';
import type { Palette } from './look/palette.ts';
import { plainLook, withRunProperty, type RunLook } from './look/run-look.ts';
import { groundOf, type Ground } from './look/shading.ts';
import { indentsOf, type Indents } from './look/whereabouts.ts';
import { levelOf } from './list-level.ts';
import { isOn } from './on-off.ts';
import type { XmlAttributes, XmlListener } from './read-xml.ts';

/** What a style says that matters for the text: its name, the list that it puts a paragraph into, and how it looks. */
export interface Style {
  readonly id: string;
  /** Paragraphs that name no style have this one. */
  readonly isUsual: boolean;
  name: string | null;
  basedOn: string | null;
  list: string | null;
  level: number | null;
  look: RunLook;
  ground: Ground | null;
  /** Points of each line; 0 where lines are as high as they need. */
  line: number | null;
  indents: Indents | null;
  /** What the style of a table says of some of its cells: `firstRow`, `band1Horz`. */
  readonly parts: Map<string, StylePart>;
}

export interface StylePart {
  look: RunLook;
  ground: Ground | null;
}

/** Takes the styles of styles.xml as its elements come. */
export class StyleReader implements XmlListener {
  readonly styles: Style[] = [];
  defaults: RunLook = plainLook;
  readonly #palette: Palette;
  readonly #path: string[] = [];
  #style: Style | null = null;
  #part: StylePart | null = null;

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  readonly open = (element: string, attributes: XmlAttributes): void => {
    const parent = this.#path.at(-1);
    this.#path.push(element);
    if (element === 'w:style') {
      this.#style = newStyle(attributes);
      this.styles.push(this.#style);
    } else if (this.#path.includes('w:rPrChange')) return;
    else if (parent === 'w:rPr') this.#takeLook(element, attributes);
    else if (this.#style !== null) this.#take(this.#style, parent ?? '', element, attributes);
  };

  readonly close = (element: string): void => {
    this.#path.pop();
    if (element === 'w:style') this.#style = null;
    if (element === 'w:tblStylePr') this.#part = null;
  };

  readonly text = (): void => {};

  #takeLook(element: string, attributes: XmlAttributes): void {
    const at = this.#part ?? this.#style;
    if (at !== null) at.look = withRunProperty(at.look, element, attributes, this.#palette);
    else if (this.#path.includes('w:rPrDefault')) {
      this.defaults = withRunProperty(this.defaults, element, attributes, this.#palette);
    }
  }

  #take(style: Style, parent: string, element: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? '';
    switch (element) {
      case 'w:name':
        style.name = value;
        break;
      case 'w:basedOn':
        style.basedOn = value;
        break;
      case 'w:numId':
        style.list = value;
        break;
      case 'w:ilvl':
        style.level = levelOf(value);
        break;
      case 'w:tblStylePr':
        this.#part = { look: plainLook, ground: null };
        style.parts.set(attributes['w:type'] ?? '', this.#part);
        break;
      case 'w:shd':
        if (['w:pPr', 'w:tcPr', 'w:tblPr'].includes(parent)) {
          (this.#part ?? style).ground = groundOf(attributes, this.#palette);
        }
        break;
      case 'w:spacing':
        if (parent === 'w:pPr' && this.#part === null) style.line = exactLine(attributes) ?? style.line;
        break;
      case 'w:ind':
        if (parent === 'w:pPr' && this.#part === null) style.indents = indentsOf(attributes);
        break;
    }
  }
}

function newStyle(attributes: XmlAttributes): Style {
  return {
    id: attributes['w:styleId'] ?? '',
    isUsual: attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0'),
    name: null,
    basedOn: null,
    list: null,
    level: null,
    look: plainLook,
    ground: null,
    line: null,
    indents: null,
    parts: new Map(),
  };
}
