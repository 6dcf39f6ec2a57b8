import { isOn } from '../on-off.ts';
import type { XmlAttributes } from '../read-xml.ts';
import { colourOf, type Colour, type Palette } from './palette.ts';
import { groundOf, highlightOf, type Ground } from './shading.ts';

/** What a run's properties, or a style's, say of how its text looks. Null: nothing. */
export interface RunLook {
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
  /** Small letters are shown as capitals. */
  readonly capitals: boolean | null;
  readonly colour: Colour | 'clear' | null;
  readonly ground: Ground | null;
  readonly highlight: Ground | null;
  /** Points. */
  readonly size: number | null;
  /** Width of the letters, in hundredths of the usual. */
  readonly scale: number | null;
  /** Points between two letters, and above the line. */
  readonly spacing: number | null;
  readonly raised: number | null;
  /** Points into which the text is pressed. */
  readonly pressed: number | null;
}

export const plainLook: RunLook = Object.freeze({
  hidden: null,
  struck: null,
  capitals: null,
  colour: null,
  ground: null,
  highlight: null,
  size: null,
  scale: null,
  spacing: null,
  raised: null,
  pressed: null,
});

/** `look` with what `element` of w:rPr says (ECMA-376 17.3.2); the same for any other element. */
export function withRunProperty(
  look: RunLook,
  element: string,
  attributes: XmlAttributes,
  palette: Palette,
): RunLook {
  const value = attributes['w:val'];
  switch (element) {
    case 'w:vanish':
    case 'w:specVanish':
    case 'w:webHidden':
      return { ...look, hidden: isOn(value) || (look.hidden ?? false) };
    case 'w:strike':
    case 'w:dstrike':
      return { ...look, struck: isOn(value) || (look.struck ?? false) };
    case 'w:caps':
    case 'w:smallCaps':
      return { ...look, capitals: isOn(value) || (look.capitals ?? false) };
    case 'w:color':
      // What the letters are filled with goes before their colour, wherever it stands.
      return look.colour === 'clear' ? look : { ...look, colour: colourOf(attributes, palette) };
    case 'w:shd':
      return { ...look, ground: groundOf(attributes, palette) };
    case 'w:highlight':
      return { ...look, highlight: highlightOf(value) };
    case 'w:sz':
      return { ...look, size: numberOf(value, 2) };
    case 'w:w':
      return { ...look, scale: numberOf(value?.replace('%', ''), 1) };
    case 'w:spacing':
      return { ...look, spacing: numberOf(value, 20) };
    case 'w:position':
      return { ...look, raised: numberOf(value, 2) };
    case 'w:fitText':
      return { ...look, pressed: numberOf(value, 20) };
    default:
      return look;
  }
}

/** `look` with what an element inside w14:textFill says ([MS-DOCX] 2.6.1.14): letters may be clear. */
export function withTextFill(
  look: RunLook,
  element: string,
  attributes: XmlAttributes,
  palette: Palette,
): RunLook {
  switch (element) {
    case 'w14:noFill':
      return { ...look, colour: 'clear' };
    case 'w14:alpha':
      return Number(attributes['w14:val']) >= mostlyClear ? { ...look, colour: 'clear' } : look;
    case 'w14:srgbClr':
    case 'w14:schemeClr': {
      const scheme: Readonly<Record<string, string>> = {
        tx1: 'text1',
        tx2: 'text2',
        bg1: 'background1',
        bg2: 'background2',
      };
      const name = attributes['w14:val'] ?? '';
      const known = { value: name, theme: scheme[name] ?? name };
      return { ...look, colour: colourOf(known, palette, ['value', 'theme']) ?? look.colour };
    }
    default:
      return look;
  }
}

/** Thousandths of a per cent of transparency from which nothing is left to read. */
const mostlyClear = 85_000;

/** One look of several: what stands nearest to the text counts. */
export function nearestLook(looks: readonly RunLook[]): RunLook {
  const said = <K extends keyof RunLook>(what: K): RunLook[K] =>
    looks.find((look) => look[what] !== null)?.[what] ?? plainLook[what];
  return {
    hidden: said('hidden'),
    struck: said('struck'),
    capitals: said('capitals'),
    colour: said('colour'),
    ground: said('ground'),
    highlight: said('highlight'),
    size: said('size'),
    scale: said('scale'),
    spacing: said('spacing'),
    raised: said('raised'),
    pressed: said('pressed'),
  };
}

/** A measure of the file in our unit; null for what is no number. */
function numberOf(value: string | undefined, parts: number): number | null {
  const number = Number.parseFloat(value ?? '');
  return Number.isFinite(number) ? number / parts : null;
}
