import type { XmlAttributes } from '../read-xml.ts';
import type { ParagraphLook, Styles } from '../styles.ts';
import type { Palette } from './palette.ts';
import { nearestLook, plainLook, withRunProperty, withTextFill, type RunLook } from './run-look.ts';
import type { TextPlace } from './seen-text.ts';
import type { Ground } from './shading.ts';

/** What a paragraph itself says of how its text looks. */
export interface OwnLook {
  readonly styleId: string | null;
  readonly ground: Ground | null;
  /** Points of each line, 0 where they grow; null where it does not say. */
  readonly line: number | null;
}

/** How the text of the open run looks, worked out when it is asked for. */
export class TextLook {
  readonly #styles: Styles;
  readonly #palette: Palette;
  #own: RunLook = plainLook;
  #style: RunLook | null = null;

  constructor(styles: Styles, palette: Palette) {
    this.#styles = styles;
    this.#palette = palette;
  }

  startOfRun(): void {
    this.#own = plainLook;
    this.#style = null;
  }

  /** Takes what an element among a run's properties says. */
  take(name: string, attributes: XmlAttributes): void {
    if (name === 'w:rStyle') this.#style = this.#styles.lookOf(attributes['w:val'] ?? '').run;
    else if (name.startsWith('w14:')) {
      this.#own = withTextFill(this.#own, name, attributes, this.#palette);
    } else this.#own = withRunProperty(this.#own, name, attributes, this.#palette);
  }

  /** The run's look in its paragraph: its own properties first, then its styles', then its table's. */
  in(
    { styleId, ground, line }: OwnLook,
    ofTable: readonly RunLook[],
    behind: TextPlace['behind'],
  ): { readonly look: RunLook; readonly place: TextPlace } {
    const ofParagraph = this.#styles.lookOf(styleId);
    const looks = [this.#own, this.#style ?? plainLook, ofParagraph.run, ...ofTable, this.#styles.defaults];
    return {
      look: nearestLook(looks.filter((look) => look !== plainLook)),
      place: { paragraph: ground ?? ofParagraph.ground, behind, line: lineOf(line, ofParagraph) },
    };
  }
}

/** Points of each line; null where lines grow. */
export function lineOf(own: number | null, { line }: Pick<ParagraphLook, 'line'>): number | null {
  return (own ?? line) || null;
}
