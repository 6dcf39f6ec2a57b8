import type { FieldDefinition } from '../../../shared/model/fields/field.ts';
import { rulesOf } from '../../../shared/model/fields/kinds.ts';
import { withoutBullet } from '../../../shared/reading/bullet.ts';

/** Signs that open an item and nothing else; ○ may be a grade. */
const plainSigns = /^[･•●■◆▪◦‣⁃∙]/u;

/**
 * Paragraphs with the bullet that the form prints: another sign in its place, one that Word made a list
 * of, or none at all says nothing. Numbers stay, they may mean something.
 */
export function withPrintedBullets(
  paragraphs: readonly string[],
  field: FieldDefinition,
  base: readonly string[],
): string[] {
  if (typeof rulesOf(field).empty === 'string' || field.bulleted !== true) return [...paragraphs];
  const printed = new Set(base);
  return paragraphs.map((line) => {
    if (printed.has(line)) return line;
    const { number, text } = withoutBullet(line);
    const spellings = number === null ? [line, text] : [line];
    const said = spellings.map((words) => `・${words}`).find((item) => printed.has(item));
    if (said !== undefined) return said;
    if (line.startsWith('・')) return line;
    // The lines of an outcome stand below its bullet without one of their own.
    if (field.kind !== 'outcomes') return number === null ? `・${text}` : `・${line}`;
    return plainSigns.test(line) ? `・${text}` : line;
  });
}
