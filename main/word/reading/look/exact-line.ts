import type { XmlAttributes } from '../read-xml.ts';

/** Points of each line where w:spacing fixes them, 0 where it lets them grow; null where it does not say (ECMA-376 17.3.1.33). */
export function exactLine(attributes: XmlAttributes): number | null {
  const twips = Number.parseFloat(attributes['w:line'] ?? '');
  if (!Number.isFinite(twips)) return null;
  return attributes['w:lineRule'] === 'exact' ? Math.abs(twips) / 20 : 0;
}
