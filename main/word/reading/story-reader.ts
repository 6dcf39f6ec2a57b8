import { AlternateBranches } from './alternate-branches.ts';
import { ChangeStack, isChange } from './change-stack.ts';
import { LooseMarks } from './loose-marks.ts';
import type { Numbering } from './numbering.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { OpenTable } from './open-table.ts';
import type { XmlAttributes, XmlListener } from './read-xml.ts';
import { skippedElements } from './skipped-elements.ts';
import type { Stories, Story } from './story.ts';
import { StoryContent } from './story-content.ts';
import type { Styles } from './styles.ts';
import { takeProperty } from './take-property.ts';
import type { Block } from './word-document.ts';

/**
 * Makes blocks of the elements of a part.
 *
 * Elements that only wrap others (content controls, hyperlinks, smart tags) are looked through, so that
 * their text is read like any other.
 */
export class StoryReader implements XmlListener {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #changes = new ChangeStack();
  readonly #content: StoryContent;
  readonly #marks = new LooseMarks();
  readonly #branches = new AlternateBranches();
  readonly #stories: { element: string; attributes: XmlAttributes; blocks: Block[] }[] = [];
  /** Names of the open elements, outermost first. */
  readonly #path: string[] = [];
  /** Where blocks go: story, cell or box, innermost last. */
  readonly #containers: Block[][] = [];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  #skipped = 0;

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#content = new StoryContent(this.#changes, styles);
  }

  stories(): Stories {
    return {
      stories: this.#stories satisfies Story[],
      hasTrackedChanges: this.#changes.met,
      drawings: this.#content.drawings,
    };
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#skipped > 0) this.#content.setting(name, attributes);
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
    if (takeProperty(name, attributes, paragraph, this.#tables.at(-1)?.row ?? null)) return;
    if (this.#marks.take(name, attributes, paragraph)) return;
    if (this.#changes.moveRange(name, attributes)) return;
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
        return true;
      case 'w:tbl':
        this.#tables.push(new OpenTable());
        return true;
      case 'w:tr':
        this.#tables.at(-1)?.openRow();
        return true;
      case 'w:tc':
        this.#containers.push(this.#tables.at(-1)?.row?.openCell() ?? []);
        return true;
      case 'w:p':
        this.#paragraphs.push(new OpenParagraph(attributes['w14:paraId'] ?? null, this.#marks.opening()));
        return true;
      case 'mc:AlternateContent':
        this.#branches.open();
        return true;
      default:
        return false;
    }
  }

  #openChange(name: string, attributes: XmlAttributes): void {
    const row = this.#tables.at(-1)?.row;
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
        this.#paragraph?.boxes.push({ kind: 'text-box', blocks });
        break;
      }
      case 'w:tbl': {
        const table = this.#tables.pop();
        if (table !== undefined) this.#containers.at(-1)?.push(table.value());
        break;
      }
      case 'w:tr':
        this.#tables.at(-1)?.closeRow();
        break;
      case 'w:tc':
        this.#containers.pop();
        this.#tables.at(-1)?.row?.closeCell();
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
    blocks?.push(open.close(this.#styles, this.#numbering, this.#changes.current));
    for (const box of open.boxes) blocks?.push(box);
    this.#marks.closed(open);
  }
}
