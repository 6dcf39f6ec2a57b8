import type { ChangeStack } from './change-stack.ts';
import { ContentControls, isPlaceholderStyle } from './content-controls.ts';
import { FieldCodes } from './field-codes.ts';
import type { OpenParagraph, TextLook } from './open-paragraph.ts';
import type { XmlAttributes } from './read-xml.ts';
import { obscuredBy, plainLook, withRunProperty, type RunLook } from './run-look.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbol-text.ts';
import { withoutLayout } from './without-layout.ts';

/** What stands inside a paragraph: text, breaks, signs, the results of fields, notes, drawings. */
export class StoryContent {
  /** Pictures, shapes, charts and embedded objects, each once. */
  drawings = 0;
  readonly #changes: ChangeStack;
  readonly #styles: Styles;
  readonly #fields = new FieldCodes();
  #text: string[] | null = null;
  #keepsSpace = false;
  #ruby: string[] | null = null;
  #inRuby = false;
  #look: RunLook = plainLook;
  #style: RunLook = plainLook;
  #placeholderStyle = false;
  readonly #controls = new ContentControls();

  constructor(changes: ChangeStack, styles: Styles) {
    this.#changes = changes;
    this.#styles = styles;
  }

  text(text: string): void {
    this.#text?.push(text);
  }

  /** Settings of the content control that is open, of which nothing else is read. */
  setting(name: string, attributes: XmlAttributes): void {
    this.#controls.setting(name, attributes);
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
        [this.#look, this.#style] = [plainLook, plainLook];
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
        this.#write(symbolText(attributes['w:char'] ?? ''), paragraph);
        break;
      case 'w:cr':
        this.#break('line', paragraph);
        break;
      case 'w:br':
        this.#break(attributes['w:type'] === 'page' ? 'page' : 'line', paragraph);
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
        if (path.at(-1) === 'w:rPr' && path.at(-2) === 'w:r') this.#takeLook(name, attributes);
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
      const style = attributes['w:val'] ?? '';
      this.#style = this.#styles.lookOf(style);
      this.#placeholderStyle = isPlaceholderStyle(this.#styles.nameOf(style));
    } else this.#look = withRunProperty(this.#look, name, attributes);
  }

  #write(text: string, paragraph: OpenParagraph | undefined): void {
    if (this.#fields.inCode) return;
    if (this.#inRuby) this.#ruby?.push(text);
    else paragraph?.text(text, this.#changes.current, this.#lookIn(paragraph));
  }

  #break(what: 'line' | 'page', paragraph: OpenParagraph | undefined): void {
    if (this.#fields.inCode) return;
    paragraph?.push({ kind: 'break', what, tracked: this.#changes.current });
  }

  #lookIn({ styleId }: OpenParagraph): TextLook {
    const ofParagraph = styleId === null ? plainLook : this.#styles.lookOf(styleId);
    return {
      obscured: obscuredBy([this.#look, this.#style, ofParagraph]),
      placeholder: this.#placeholderStyle || this.#controls.showsPlaceholder,
    };
  }
}
