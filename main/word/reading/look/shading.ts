import type { XmlAttributes } from '../read-xml.ts';
import { black, mixed, rgbOf, white, type Rgb } from './colour.ts';
import { colourOf, type Palette } from './palette.ts';

/** What lies behind letters; `none`: what lies behind shines through. */
export type Ground = Rgb | 'none';

/** The ground that w:shd makes (ECMA-376 17.3.5): a pattern of one colour over a fill of another. */
export function groundOf(attributes: XmlAttributes, palette: Palette): Ground {
  const pattern = attributes['w:val'] ?? 'clear';
  const fill = colourOf(attributes, palette, ['w:fill', 'w:themeFill']) ?? 'auto';
  const share = shareOf(pattern);
  if (share === 0) return fill === 'auto' ? 'none' : fill;
  const ink = colourOf(attributes, palette, ['w:color', 'w:themeColor']) ?? 'auto';
  return mixed(ink === 'auto' ? black : ink, fill === 'auto' ? white : fill, share);
}

/** How much of the fill a pattern covers; the hatched ones about half. */
function shareOf(pattern: string): number {
  if (pattern === 'clear' || pattern === 'nil') return 0;
  if (pattern === 'solid') return 1;
  const percent = /^pct(\d+)$/.exec(pattern)?.[1];
  return percent === undefined ? 0.5 : Math.min(1, Number(percent) / 100);
}

/** Colours of the marker pen (17.18.40). */
const markers: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGray: '808080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'C0C0C0',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
};

export function highlightOf(name: string | undefined): Ground {
  return rgbOf(markers[name ?? '']) ?? 'none';
}
