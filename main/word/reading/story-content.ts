import { changeOf, type ChangeStack } from './change-stack.ts';
import { ContentControls, isPlaceholderStyle } from './content-controls.ts';
import { FieldCodes } from './field-codes.ts';
import { FormCheckBox } from './form-check-box.ts';
import type { OpenParagraph } from './open-paragraph.ts';
import type { XmlAttributes } from './read-xml.ts';
import { emsOf } from '../../../shared/model/text-lines.ts';
import type { StorySurroundings } from './story.ts';
import type { Styles } from './styles.ts';
import type { TableStack } from './table-stack.ts';
import { setsOff } from './look/emphasis.ts';
import type { Palette } from './look/palette.ts';
import { obscuredBy, usualSize } from './look/seen-text.ts';
import { TextLook } from './look/text-look.ts';
import { symbolText } from './symbol-text.ts';
import { withoutLayout } from './without-layout.ts';
import type { Change } from './word-document.ts';

/** What stands inside a paragraph: text, breaks, signs, the results of fields, notes, drawings. */
export class StoryContent {
  /** Pictures, shapes, charts and embedded objects, each once. */
  drawings = 0;
  readonly #changes: ChangeStack;
  readonly #tables: TableStack;
  readonly #styles: Styles;
  readonly #fields = new FieldCodes();
  #placeholderStyle = false;
  readonly #controls = new ContentControls();
  #text: string[] | null = null;
  #keepsSpace = false;
  #ruby: string[] | null = null;
  #inRuby = false;
  readonly #look: TextLook;
  /** Who changed the look of the open run. */
  #restyled: Change | null = null;
  /** The open run is set off from the text around it. */
  #setOff = false;
  readonly #palette: Palette;
  readonly #box = new FormCheckBox();

  constructor(
    changes: ChangeStack,
    tables: TableStack,
    { styles, palette }: Pick<StorySurroundings, 'styles' | 'palette'>,
  ) {
    this.#changes = changes;
    this.#tables = tables;
    this.#styles = styles;
    this.#palette = palette;
    this.#look = new TextLook(styles, palette);
  }

  text(text: string): void {
    this.#text?.push(text);
  }

  /** Takes a setting of what is open (a content control, a form field), of which nothing else is read. */
  setting(name: string, attributes: XmlAttributes): void {
    this.#controls.setting(name, attributes);
    this.#box.setting(name, attributes);
  }

  /** Somebody changed how the text of the open run looks. */
  restyled(attributes: XmlAttributes): void {
    this.#restyled = changeOf(attributes);
  }

  /** `path` names the elements around this one, outermost first. */
  open(
    name: string,
    attributes: XmlAttributes,
    path: readonly string[],
    paragraph: OpenParagraph | undefined,
  ): void {
    switch (name) {
      case 'w:r':
      case 'm:r':
        this.#look.startOfRun();
        this.#restyled = null;
        this.#setOff = false;
        this.#placeholderStyle = false;
        break;
      case 'w:sdt':
        this.#controls.open();
        break;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.#text = [];
        this.#keepsSpace = attributes['xml:space'] === 'preserve';
        break;
      case 'w:tab':
        // The same name is a tab stop among a paragraph's properties.
        if (path.at(-1) === 'w:r') this.#write('\t', paragraph);
        break;
      case 'w:ptab':
        this.#write('\t', paragraph);
        break;
      case 'w:noBreakHyphen':
        this.#write('\u2011', paragraph);
        break;
      case 'w:sym':
        this.#write(symbolText(attributes['w:char'] ?? '', attributes['w:font']), paragraph);
        break;
      case 'w:cr':
        this.#break('line', paragraph);
        break;
      case 'w:br':
        this.#break(attributes['w:type'] === 'page' ? 'page' : 'line', paragraph);
        break;
      case 'w:fldChar':
        this.#fields.character(attributes['w:fldCharType']);
        if (attributes['w:fldCharType'] === 'begin') this.#box.open();
        if (attributes['w:fldCharType'] === 'end') this.#write(this.#box.close(), paragraph);
        break;
      case 'w:rt':
        this.#ruby ??= [];
        this.#inRuby = true;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        paragraph?.push({
          kind: 'note',
          note: `${name.slice(2, -'Reference'.length)}:${attributes['w:id'] ?? ''}`,
          tracked: this.#changes.current,
        });
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'w:altChunk':
        this.drawings += 1;
        break;
      default:
        if (isOfRun(path)) this.#takeLook(name, attributes);
    }
  }

  close(name: string, paragraph: OpenParagraph | undefined): void {
    switch (name) {
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.#write(withoutLayout(this.#text?.join('') ?? '', this.#keepsSpace), paragraph);
        this.#text = null;
        break;
      case 'w:sdt':
        this.#controls.close();
        break;
      case 'w:rt':
        this.#inRuby = false;
        break;
      case 'w:ruby':
        if (this.#ruby !== null) paragraph?.push({ kind: 'ruby', text: this.#ruby.join('') });
        this.#ruby = null;
        break;
    }
  }

  endOfParagraph(): void {
    this.#fields.endOfParagraph();
  }

  #takeLook(name: string, attributes: XmlAttributes): void {
    if (name === 'w:rStyle') {
      this.#placeholderStyle = isPlaceholderStyle(this.#styles.nameOf(attributes['w:val'] ?? ''));
    }
    this.#look.take(name, attributes);
    this.#setOff ||= setsOff(name, attributes, this.#palette);
  }

  #write(text: string, paragraph: OpenParagraph | undefined): void {
    if (this.#fields.inCode) return;
    if (this.#inRuby) this.#ruby?.push(text);
    else if (paragraph !== undefined && text !== '') this.#writeInto(paragraph, text);
  }

  #writeInto(paragraph: OpenParagraph, text: string): void {
    const { looks, behind, fixedRow } = this.#tables;
    const { look, place } = this.#look.in(paragraph, looks, behind);
    const tracked = this.#changes.current;
    const obscured = obscuredBy(look, place, text);
    if (fixedRow !== null && tracked.deleted === null && obscured !== 'hidden') {
      const size = look.size ?? usualSize;
      paragraph.grow([...text].reduce((sum, sign) => sum + emsOf(sign), 0) * size, place.line ?? size);
    }
    paragraph.text(text, {
      tracked,
      obscured,
      capitals: look.capitals === true,
      look: this.#restyled,
      setOff: this.#setOff,
      placeholder: this.#placeholderStyle || this.#controls.showsPlaceholder,
    });
  }

  #break(what: 'line' | 'page', paragraph: OpenParagraph | undefined): void {
    if (this.#fields.inCode) return;
    paragraph?.push({ kind: 'break', what, tracked: this.#changes.current });
  }
}

/** Among the properties of a run, or in what they say of the letters' filling. */
function isOfRun(path: readonly string[]): boolean {
  const at = path.lastIndexOf('w:rPr');
  if (at < 1 || path[at - 1] !== 'w:r') return false;
  return at === path.length - 1 || path[at + 1] === 'w14:textFill';
}
