import type { ViewBlock, ViewParagraph } from '../reading/view-blocks.ts';
import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import { headingMeaning } from './headings/heading-meaning.ts';
import { officialOnly } from './known-form.ts';
import type { OutsideLine } from './report-tables.ts';
import { readTitle } from './report-title.ts';
import { endsSentence } from './sentences.ts';
import { isSectionName } from './section-name.ts';
import { withoutBullet } from '../../../shared/reading/bullet.ts';

/** A paragraph above a table, with its lines as those that stand outside. */
interface Above {
  readonly block: ViewParagraph;
  readonly lines: readonly OutsideLine[];
}

const sectionLabel =
  /^(?:(?:主)?(?:担当|所管|主管)(?:課|部署|所属|課室|係)?名?|課名|所属名?)\s*[:：\s]\s*/u;
/** A department is no section: its name stands above the first table of many reports. */
const sectionEnding = /(?:課|室|担当|係|センター|館|所|園|校|班|チーム|委員会|署)$/;
const longestTitle = 60;

/** What a table may have right above it that its own cells do not say: a section, an initiative's title. */
export class LinesAbove {
  #last: Above[] = [];
  #taken: Above | null = null;

  /** A paragraph with text; an empty one changes nothing. */
  add(block: ViewParagraph, lines: readonly OutsideLine[]): void {
    if (lines.length > 0) this.#last = [...this.#last.slice(-1), { block, lines }];
  }

  clear(): void {
    this.#last = [];
    this.#taken = null;
  }

  /** The line that was taken for a section is to be asked for again. */
  giveBack(): void {
    if (this.#taken !== null) this.#last.push(this.#taken);
    this.#taken = null;
  }

  /** The section that the line right above names, and nothing else. */
  takeSection(): { readonly lines: readonly CellLine[]; readonly used: readonly OutsideLine[] } | null {
    const above = this.#last.at(-1);
    const [line, more] = above?.lines ?? [];
    if (line === undefined || more !== undefined) return null;
    const plain = withoutBullet(line.line.text.trim()).text.trim();
    const bare = plain.replace(/^[【〔［[<＜〈(（]\s*(.*?)\s*[】〕］\]>＞〉)）]$/u, '$1');
    const name = bare.replace(sectionLabel, '').trim();
    const named = name !== bare;
    if (
      !isSectionName(name) ||
      !(named || sectionEnding.test(name)) ||
      /[\s【】〔〕［］[\]()（）]/.test(name)
    )
      return null;
    this.#taken = this.#last.pop() ?? null;
    return { lines: [{ ...line.line, text: name }], used: [line] };
  }

  /** The title of the one initiative below: the line right above, if it can be one. */
  title(): { readonly blocks: readonly ViewBlock[]; readonly used: readonly OutsideLine[] } | null {
    const above = this.#last.at(-1);
    const [line, more] = above?.lines ?? [];
    if (above === undefined || line === undefined || more !== undefined) return null;
    const text = line.line.text.trim();
    const own = headingMeaning([text], { fiscalYear: null, form: officialOnly }).kind === 'unknown';
    const other = readTitle(text) !== null || /(?:部長|局長|市長|町長|村長|年度)/.test(text);
    if (!own || other || endsSentence(text) || text.length > longestTitle) return null;
    return { blocks: [above.block], used: above.lines };
  }
}

/** The texts of blocks that are one line. */
export function onlyLine(blocks: readonly ViewBlock[]): CellLine | null {
  const lines = linesOf(blocks).filter(hasText);
  return lines.length === 1 ? (lines[0] ?? null) : null;
}
