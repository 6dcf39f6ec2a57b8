import { isOn } from '../on-off.ts';
import type { XmlAttributes } from '../read-xml.ts';
import { black, standsOut, type Rgb } from './colour.ts';
import { colourOf, type Palette } from './palette.ts';
import { groundOf, highlightOf } from './shading.ts';

/**
 * Whether an element among a run's own properties sets its text off from the text around it: marker pen, colour,
 * line, points beside it (傍点), frame, bold or slanted letters (ECMA-376 17.3.2). A person who reads a file with a
 * pen in the hand makes such marks.
 */
export function setsOff(name: string, attributes: XmlAttributes, palette: Palette): boolean {
  const value = attributes['w:val'];
  switch (name) {
    case 'w:highlight':
      return highlightOf(value) !== 'none';
    case 'w:color': {
      const colour = colourOf(attributes, palette);
      return colour !== null && colour !== 'auto' && standsOut(colour, black);
    }
    case 'w:shd': {
      const ground = groundOf(attributes, palette);
      return ground !== 'none' && isTinted(ground);
    }
    case 'w:u':
    case 'w:em':
    case 'w:bdr':
    case 'w:effect':
      return value !== undefined && value !== 'none' && value !== 'nil';
    case 'w:b':
    case 'w:i':
      return isOn(value);
    default:
      return false;
  }
}

/** More than a tone of paper. */
function isTinted({ red, green, blue }: Rgb): boolean {
  return Math.min(red, green, blue) < 208;
}
