import type { OwnField } from '../../../../shared/model/fields/field.ts';

/**
 * The identifier of a field that is known by nothing but its name: the same for the same name, so that two departments
 * that read the same table write in the same fields.
 */
export function fieldOfName(name: string, taken: ReadonlySet<string>): OwnField {
  const hash = hashOf(name).toString(36).padStart(7, '0');
  let id: OwnField = `xn${hash}`;
  // Two names of one form that give the same number: one of some billions.
  for (let further = 1; taken.has(id); further += 1) id = `xn${hash.slice(0, 6)}${further.toString(36)}`;
  return id;
}

/** FNV-1a of the text's code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
