import { AlternateBranches } from './alternate-branches.ts';
import { ChangeStack, isChange, withMoveName } from './change-stack.ts';
import { LooseMarks } from './loose-marks.ts';
import { OpenParagraph } from './open-paragraph.ts';
import type { XmlAttributes, XmlListener } from './read-xml.ts';
import { PaperReader } from './paper.ts';
import { isMovedOut, isOffPaper } from './look/whereabouts.ts';
import { skippedElements } from './skipped-elements.ts';
import type { Stories, Story, StorySurroundings } from './story.ts';
import { StoryContent } from './story-content.ts';
import { TableStack } from './table-stack.ts';
import { takeLook } from './take-look.ts';
import { takeProperty } from './take-property.ts';
import type { Block } from './word-document.ts';

/**
 * Makes blocks of the elements of a part.
 *
 * Elements that only wrap others (content controls, hyperlinks, smart tags) are looked through, so that
 * their text is read like any other.
 */
export class StoryReader implements XmlListener {
  readonly #surroundings: Omit<StorySurroundings, 'budget'>;
  readonly #changes = new ChangeStack();
  readonly #content: StoryContent;
  readonly #marks = new LooseMarks();
  readonly #branches = new AlternateBranches();
  readonly #paper = new PaperReader();
  readonly #stories: { element: string; attributes: XmlAttributes; blocks: Block[] }[] = [];
  /** Names of the open elements, outermost first. */
  readonly #path: string[] = [];
  /** Where blocks go: story, cell or box, innermost last. */
  readonly #containers: Block[][] = [];
  readonly #tables: TableStack;
  readonly #paragraphs: OpenParagraph[] = [];
  #skipped = 0;

  constructor(surroundings: Omit<StorySurroundings, 'budget'>) {
    this.#surroundings = surroundings;
    this.#tables = new TableStack(surroundings.styles);
    this.#content = new StoryContent(this.#changes, this.#tables, surroundings);
  }

  stories(): Stories {
    return {
      stories: this.#stories satisfies Story[],
      hasTrackedChanges: this.#changes.met,
      drawings: this.#content.drawings,
      paper: this.#paper.value(),
    };
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#skipped > 0) this.#content.setting(name, attributes);
    // What the look was before matters to nobody, but who changed it does.
    if (this.#skipped === 0 && name === 'w:rPrChange' && this.#path.at(-2) === 'w:r') {
      this.#content.restyled(attributes);
    }
    if (this.#skipped > 0 || skippedElements.has(name) || this.#branches.skips(name)) {
      this.#skipped += 1;
      return;
    }
    if (isChange(name)) this.#openChange(name, attributes);
    else this.#openElement(name, attributes);
    this.#path.push(name);
  };

  readonly close = (name: string): void => {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#path.pop();
    if (isChange(name)) {
      if (this.#wrapsContent()) this.#changes.close();
    } else {
      this.#content.close(name, this.#paragraph);
      this.#closeStructure(name);
    }
  };

  readonly text = (text: string): void => {
    if (this.#skipped === 0) this.#content.text(text);
  };

  #openElement(name: string, attributes: XmlAttributes): void {
    if (this.#openStructure(name, attributes)) return;
    const paragraph = this.#paragraph;
    const { row } = this.#tables;
    const within = { paragraph, tables: this.#tables, palette: this.#surroundings.palette };
    if (takeLook(name, attributes, this.#path.at(-1), within)) return;
    if (takeProperty(name, attributes, paragraph, row)) return;
    if (this.#paper.take(name, attributes)) return;
    if (this.#marks.take(name, attributes, paragraph)) return;
    if (this.#changes.moveRange(name, attributes)) {
      const { moveName } = this.#changes;
      if (paragraph !== undefined && moveName !== null) {
        paragraph.mark = withMoveName(paragraph.mark, moveName);
      }
      return;
    }
    this.#content.open(name, attributes, this.#path, paragraph);
  }

  get #paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }

  #openStructure(name: string, attributes: XmlAttributes): boolean {
    switch (name) {
      case 'w:body':
      case 'w:hdr':
      case 'w:ftr':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment': {
        const blocks: Block[] = [];
        this.#stories.push({ element: name, attributes, blocks });
        this.#containers.push(blocks);
        return true;
      }
      case 'w:txbxContent':
        this.#containers.push([]);
        this.#tables.openBox();
        return true;
      case 'w:tbl':
        this.#tables.open();
        return true;
      case 'w:gridCol':
        this.#tables.table?.gridColumn(attributes['w:w']);
        return true;
      case 'w:tr':
        this.#tables.table?.openRow();
        return true;
      case 'w:tc':
        this.#containers.push(this.#tables.row?.openCell() ?? []);
        return true;
      case 'w:p':
        this.#paragraphs.push(new OpenParagraph(attributes['w14:paraId'] ?? null, this.#marks.opening()));
        return true;
      case 'w:altChunk': {
        const chunk = this.#surroundings.chunks?.get(attributes['r:id'] ?? '');
        if (chunk !== undefined) this.#containers.at(-1)?.push(...chunk);
        return chunk !== undefined;
      }
      case 'mc:AlternateContent':
        this.#branches.open();
        return true;
      default:
        return false;
    }
  }

  #openChange(name: string, attributes: XmlAttributes): void {
    const { row } = this.#tables;
    const parent = this.#path.at(-1);
    if (this.#wrapsContent()) this.#changes.open(name, attributes);
    else if (parent === 'w:trPr' && row) {
      row.tracked = this.#changes.mark(row.tracked, name, attributes);
    } else if (parent === 'w:tcPr' && row?.cell) {
      row.cell.tracked = this.#changes.mark(row.cell.tracked, name, attributes);
    } else if (parent === 'w:rPr' && this.#path.at(-2) === 'w:pPr' && this.#paragraph !== undefined) {
      this.#paragraph.mark = this.#changes.mark(this.#paragraph.mark, name, attributes);
    }
  }

  /** A change that stands among properties is said of what they belong to; any other is said of what it holds. */
  #wrapsContent(): boolean {
    return !(this.#path.at(-1) ?? '').endsWith('Pr');
  }

  #closeStructure(name: string): void {
    switch (name) {
      case 'w:body':
      case 'w:hdr':
      case 'w:ftr':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.#containers.pop();
        this.#marks.endOfStory();
        break;
      case 'w:txbxContent': {
        const blocks = this.#containers.pop() ?? [];
        this.#tables.closeBox();
        this.#paragraph?.boxes.push({ kind: 'text-box', blocks });
        break;
      }
      case 'w:tbl': {
        const table = this.#tables.close();
        if (table !== null) this.#containers.at(-1)?.push(table.value());
        break;
      }
      case 'w:tr':
        this.#tables.table?.closeRow();
        break;
      case 'w:tc':
        this.#containers.pop();
        this.#tables.row?.closeCell();
        break;
      case 'w:p':
        this.#closeParagraph();
        break;
      case 'mc:AlternateContent':
        this.#branches.close();
        break;
    }
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (open === undefined) return;
    this.#content.endOfParagraph();
    const blocks = this.#containers.at(-1);
    if (this.#isBelowTheEdge(open)) open.obscure('clipped');
    if (this.#isMovedOut(open)) open.obscure('moved-out');
    const { styles, numbering } = this.#surroundings;
    blocks?.push(open.close(styles, numbering, this.#changes.current));
    for (const box of open.boxes) blocks?.push(box);
    this.#marks.closed(open);
  }

  /** Whether a paragraph stands off the paper, or over what stands beside it. What is in a box is where the box is. */
  #isMovedOut(paragraph: OpenParagraph): boolean {
    const { floatsOff, styleId } = paragraph;
    const indents = paragraph.indents ?? this.#surroundings.styles.lookOf(styleId).indents;
    const cell = this.#tables.placedCell;
    if (floatsOff || cell?.off === true) return true;
    if (cell !== null && isOffPaper(cell.start, cell.width ?? 0)) return true;
    if (indents === null || (cell === null && this.#tables.inBox)) return false;
    return isMovedOut(indents, cell?.width ?? null, paragraph.length);
  }

  /** In a row of fixed height: whether a paragraph is sure to reach below it, wherever its lines break. */
  #isBelowTheEdge(paragraph: OpenParagraph): boolean {
    const { fixedRow } = this.#tables;
    const cell = fixedRow?.cell;
    if (fixedRow === null || !cell || cell.width === null) return false;
    cell.used += paragraph.heightWithin(cell.width);
    return cell.used > (fixedRow.exactHeight ?? 0) + edge;
  }
}

/** Points by which the estimate may be wrong. */
const edge = 1;
