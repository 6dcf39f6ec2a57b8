import { isOn } from './on-off.ts';
import type { XmlAttributes } from './read-xml.ts';
import type { Obscured } from './word-document.ts';

/** Half points; smaller letters (two points) are none that anybody reads. */
const unreadable = 4;

/** What a run's properties, or a style's, say of whether its text can be read. Null: nothing. */
export interface RunLook {
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
}

export const plainLook: RunLook = Object.freeze({ hidden: null, struck: null });

/** `look` with what `element` of w:rPr says (ECMA-376 17.3.2); the same for any other element. */
export function withRunProperty(look: RunLook, element: string, attributes: XmlAttributes): RunLook {
  const value = attributes['w:val'];
  switch (element) {
    case 'w:vanish':
      return { ...look, hidden: isOn(value) };
    case 'w:strike':
    case 'w:dstrike':
      return { ...look, struck: isOn(value) || (look.struck ?? false) };
    case 'w:sz':
      return Number(value) <= unreadable ? { ...look, hidden: true } : look;
    default:
      return look;
  }
}

/** What stands nearest to the text counts: the run's own properties, then its styles'. */
export function obscuredBy(looks: readonly RunLook[]): Obscured | null {
  const nearest = (what: keyof RunLook): boolean =>
    looks.map((look) => look[what]).find((said) => said !== null) ?? false;
  if (nearest('hidden')) return 'hidden';
  return nearest('struck') ? 'struck' : null;
}
