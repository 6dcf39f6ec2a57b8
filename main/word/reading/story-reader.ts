import { ChangeStack, isChange } from './change-stack.ts';
import { FieldCodes } from './field-codes.ts';
import type { Numbering } from './numbering.ts';
import { LooseMarks } from './loose-marks.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { OpenTable } from './open-table.ts';
import type { Stories, Story } from './read-stories.ts';
import type { XmlAttributes, XmlListener } from './read-xml.ts';
import { skippedElements } from './skipped-elements.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbol-text.ts';
import { takeProperty } from './take-property.ts';
import { withoutLayout } from './without-layout.ts';
import type { Block, Paragraph } from './word-document.ts';

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
  readonly #fields = new FieldCodes();
  readonly #stories: { element: string; attributes: XmlAttributes; blocks: Block[] }[] = [];
  /** Names of the open elements, outermost first. */
  readonly #path: string[] = [];
  /** Where blocks go: story, cell or box, innermost last. */
  readonly #containers: Block[][] = [];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  /** Whether a branch of each open mc:AlternateContent was taken already. */
  readonly #branches: boolean[] = [];
  readonly #marks = new LooseMarks();
  #skipped = 0;
  #text: string[] | null = null;
  #ruby: string[] | null = null;
  #inRuby = false;
  #pictures = 0;
  #embeddedObjects = 0;

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  stories(): Stories {
    return {
      stories: this.#stories satisfies Story[],
      hasTrackedChanges: this.#changes.met,
      pictures: this.#pictures,
      embeddedObjects: this.#embeddedObjects,
    };
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#skipped > 0 || this.#skips(name)) {
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
    } else this.#closeElement(name);
  };

  readonly text = (text: string): void => {
    if (this.#skipped === 0) this.#text?.push(text);
  };

  #openElement(name: string, attributes: XmlAttributes): void {
    if (this.#openStructure(name, attributes)) return;
    const paragraph = this.#paragraph;
    if (takeProperty(name, attributes, paragraph, this.#tables.at(-1)?.row ?? null)) return;
    if (this.#marks.take(name, attributes, paragraph)) return;
    this.#openContent(name, attributes);
  }

  get #paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }

  #skips(name: string): boolean {
    if (skippedElements.has(name)) return true;
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    // All branches say the same in different ways: the first is read.
    const taken = this.#branches.at(-1) ?? false;
    if (!taken && this.#branches.length > 0) this.#branches[this.#branches.length - 1] = true;
    return taken;
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
        this.#branches.push(false);
        return true;
      default:
        return false;
    }
  }

  #openContent(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.#text = [];
        break;
      case 'w:tab':
        // The same name is a tab stop among a paragraph's properties.
        if (this.#path.at(-1) === 'w:r') this.#write('\t');
        break;
      case 'w:ptab':
        this.#write('\t');
        break;
      case 'w:noBreakHyphen':
        this.#write('\u2011');
        break;
      case 'w:sym':
        this.#write(symbolText(attributes['w:char'] ?? ''));
        break;
      case 'w:cr':
        this.#break('line');
        break;
      case 'w:br':
        this.#break(attributes['w:type'] === 'page' ? 'page' : 'line');
        break;
      case 'w:fldChar':
        this.#fields.character(attributes['w:fldCharType']);
        break;
      case 'w:rt':
        this.#ruby ??= [];
        this.#inRuby = true;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#paragraph?.push({
          kind: 'note',
          note: `${name.slice(2, -'Reference'.length)}:${attributes['w:id'] ?? ''}`,
          tracked: this.#changes.current,
        });
        break;
      case 'pic:pic':
      case 'v:imagedata':
        this.#pictures += 1;
        break;
      case 'o:OLEObject':
      case 'w:altChunk':
        this.#embeddedObjects += 1;
        break;
      case 'w:moveFromRangeStart':
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeStart':
      case 'w:moveToRangeEnd':
        this.#changes.moveRange(name, attributes);
        break;
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

  #closeElement(name: string): void {
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
        this.#branches.pop();
        break;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.#write(withoutLayout(this.#text?.join('') ?? ''));
        this.#text = null;
        break;
      case 'w:rt':
        this.#inRuby = false;
        break;
      case 'w:ruby':
        if (this.#ruby !== null) this.#paragraph?.push({ kind: 'ruby', text: this.#ruby.join('') });
        this.#ruby = null;
        break;
    }
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (open === undefined) return;
    this.#fields.endOfParagraph();
    const paragraph: Paragraph = open.close(this.#styles, this.#numbering, this.#changes.current);
    const blocks = this.#containers.at(-1);
    blocks?.push(paragraph);
    for (const box of open.boxes) blocks?.push(box);
    this.#marks.closed(open);
  }

  #write(text: string): void {
    if (this.#fields.inCode) return;
    if (this.#inRuby) this.#ruby?.push(text);
    else this.#paragraph?.text(text, this.#changes.current);
  }

  #break(what: 'line' | 'page'): void {
    if (this.#fields.inCode) return;
    this.#paragraph?.push({ kind: 'break', what, tracked: this.#changes.current });
  }
}
