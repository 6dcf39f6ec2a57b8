import { success, type Result } from '../../../shared/result.ts';
import type { Numbering } from './numbering.ts';
import { readXml, type XmlAttributes } from './read-xml.ts';
import { StoryReader } from './story-reader.ts';
import type { Styles } from './styles.ts';
import type { Block } from './word-document.ts';
import type { WordFailure } from './word-failure.ts';
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
  readonly pictures: number;
  readonly embeddedObjects: number;
}

/** What reading a part's text needs of the other parts. */
export interface StorySurroundings {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly budget: XmlBudget;
}

export function readStories(
  bytes: Uint8Array,
  part: string,
  { styles, numbering, budget }: StorySurroundings,
): Result<Stories, WordFailure> {
  const reader = new StoryReader(styles, numbering);
  const read = readXml(bytes, part, reader, budget);
  return read.ok ? success(reader.stories()) : read;
}
