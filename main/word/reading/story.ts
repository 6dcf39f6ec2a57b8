import type { Palette } from './look/palette.ts';
import type { Numbering } from './numbering.ts';
import type { XmlAttributes } from './read-xml.ts';
import type { Styles } from './styles.ts';
import type { Block, Paper } from './word-document.ts';
import type { XmlBudget } from './xml-budget.ts';

/** One run of text of a file: its body, a header, a footer, one footnote, one comment. */
export interface Story {
  /** `w:body`, `w:hdr`, `w:ftr`, `w:footnote`, `w:endnote`, `w:comment`. */
  readonly element: string;
  readonly attributes: XmlAttributes;
  readonly blocks: readonly Block[];
}

export interface Stories {
  readonly stories: readonly Story[];
  readonly hasTrackedChanges: boolean;
  /** Pictures, shapes, charts and embedded objects, each once. */
  readonly drawings: number;
  /** The paper of its last section; null where it says none. */
  readonly paper: Paper | null;
}

/** What reading a part's text needs of the other parts. */
export interface StorySurroundings {
  readonly styles: Styles;
  readonly palette: Palette;
  readonly numbering: Numbering;
  readonly budget: XmlBudget;
  /** What stands in files of other kinds that are part of this one, by the relationship that names each. */
  readonly chunks?: ReadonlyMap<string, readonly Block[]>;
}
