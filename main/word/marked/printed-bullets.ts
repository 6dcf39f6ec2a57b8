import type { InitiativeField } from '../../../shared/model/report.ts';
import { withoutBullet } from '../../../shared/reading/bullet.ts';

/** Fields of which every paragraph is an item; the others print some without a sign, or none with one. */
const lists: readonly InitiativeField[] = ['plan', 'targets', 'results', 'direction'];

/** Signs that open an item and nothing else; ○ may be a grade. */
const plainSigns = /^[･•●■◆▪◦‣⁃∙]/u;

/**
 * Paragraphs with the bullet that the form prints: another sign in its place, one that Word made a list
 * of, or none at all says nothing. Numbers stay, they may mean something.
 */
export function withPrintedBullets(
  paragraphs: readonly string[],
  field: InitiativeField,
  base: readonly string[],
): string[] {
  if (field === 'title' || field === 'section') return [...paragraphs];
  const printed = new Set(base);
  return paragraphs.map((line) => {
    if (printed.has(line)) return line;
    const { number, text } = withoutBullet(line);
    const spellings = number === null ? [line, text] : [line];
    const said = spellings.map((words) => `・${words}`).find((item) => printed.has(item));
    if (said !== undefined) return said;
    if (line.startsWith('・')) return line;
    if (lists.includes(field)) return number === null ? `・${text}` : `・${line}`;
    return plainSigns.test(line) ? `・${text}` : line;
  });
}
