import { ChangeStack, isChange } from './change-stack.ts';
import { FieldCodes } from './field-codes.ts';
import type { Numbering } from './numbering.ts';
import { isOn } from './on-off.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { OpenTable } from './open-table.ts';
import type { Stories, Story } from './read-stories.ts';
import type { XmlAttributes, XmlListener } from './read-xml.ts';
import { skippedElements } from './skipped-elements.ts';
import { levelOf, type Styles } from './styles.ts';
import { symbolText } from './symbol-text.ts';
import type { Block, Paragraph, Piece } from './word-document.ts';

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
  readonly #bookmarks = new Map<string, string>();
  /** Marks that stand before a paragraph that is not open yet. */
  #before: Piece[] = [];
  #last: OpenParagraph | null = null;
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
    else if (!this.#openStructure(name, attributes) && !this.#openProperty(name, attributes)) {
      this.#openContent(name, attributes);
    }
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
        this.#paragraphs.push(new OpenParagraph(attributes['w14:paraId'] ?? null, this.#before));
        this.#before = [];
        return true;
      case 'mc:AlternateContent':
        this.#branches.push(false);
        return true;
      default:
        return false;
    }
  }

  /** What is said of the paragraph, row or cell that is open. */
  #openProperty(name: string, attributes: XmlAttributes): boolean {
    const paragraph = this.#paragraph;
    const row = this.#tables.at(-1)?.row;
    const value = attributes['w:val'];
    switch (name) {
      case 'w:pStyle':
        if (paragraph !== undefined) paragraph.styleId = value ?? null;
        return true;
      case 'w:numId':
        if (paragraph !== undefined) paragraph.list = value ?? null;
        return true;
      case 'w:ilvl':
        if (paragraph !== undefined) paragraph.level = levelOf(value ?? '');
        return true;
      case 'w:pageBreakBefore':
        if (paragraph !== undefined) paragraph.pageBreakBefore = isOn(value);
        return true;
      case 'w:sectPr':
        if (paragraph !== undefined) paragraph.endsPage = true;
        return true;
      case 'w:type':
        if (paragraph !== undefined && value === 'continuous') paragraph.endsPage = false;
        return true;
      case 'w:tblHeader':
        if (row) row.heading = isOn(value);
        return true;
      case 'w:gridBefore':
        row?.skip(value);
        return true;
      case 'w:gridSpan':
        row?.cell?.spanOf(value);
        return true;
      case 'w:vMerge':
        row?.cell?.mergeOf(value);
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
      default:
        this.#openMark(name, attributes);
    }
  }

  /** Marks that may stand inside a paragraph or between two blocks. */
  #openMark(name: string, attributes: XmlAttributes): void {
    const id = attributes['w:id'] ?? '';
    switch (name) {
      case 'w:bookmarkStart': {
        const bookmark = attributes['w:name'] ?? '';
        this.#bookmarks.set(id, bookmark);
        this.#markStart({ kind: 'bookmark-start', name: bookmark });
        break;
      }
      case 'w:bookmarkEnd': {
        const bookmark = this.#bookmarks.get(id);
        if (bookmark !== undefined) this.#markEnd({ kind: 'bookmark-end', name: bookmark });
        break;
      }
      case 'w:commentRangeStart':
        this.#markStart({ kind: 'comment-start', comment: id });
        break;
      case 'w:commentRangeEnd':
        this.#markEnd({ kind: 'comment-end', comment: id });
        break;
      case 'w:commentReference':
        this.#markEnd({ kind: 'comment-reference', comment: id });
        break;
      case 'w:moveFromRangeStart':
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeStart':
      case 'w:moveToRangeEnd':
        this.#changes.moveRange(name, attributes);
        break;
    }
  }

  #markStart(piece: Piece): void {
    if (this.#paragraph === undefined) this.#before.push(piece);
    else this.#paragraph.push(piece);
  }

  #markEnd(piece: Piece): void {
    const paragraph = this.#paragraph ?? this.#last;
    // What starts between two paragraphs and ends there spans nothing.
    if (paragraph === null || (this.#paragraph === undefined && this.#before.length > 0)) {
      this.#before.push(piece);
    } else paragraph.push(piece);
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
        for (const piece of this.#before) this.#last?.push(piece);
        this.#before = [];
        this.#last = null;
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
    this.#last = open;
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

/** Line breaks inside `w:t` come from a tool that indents its XML; they are no text. */
function withoutLayout(text: string): string {
  if (!/[\t\n\r]/.test(text)) return text;
  const start = text.trimStart();
  const end = start.trimEnd();
  const before = text.slice(0, text.length - start.length);
  const after = start.slice(end.length);
  const kept = (/[\n\r]/.test(before) ? '' : before) + end + (/[\n\r]/.test(after) ? '' : after);
  return kept.replace(/[\t\n\r]+/g, ' ');
}
