import { countWords } from '../words/count-words.ts';
import { saveWords } from '../words/save-words.ts';

/** What comes on show with the first key: a piece of the face that came then would lay out the whole page anew. */
const firstWords = [
  saveWords({ kind: 'saving' }),
  saveWords({ kind: 'saved', at: '2026-01-01T00:00:00.000Z' }),
  countWords({ characters: 100, limit: 99, state: 'over' }),
].join('');

/**
 * Brings the page's own face, once there is something to read.
 *
 * The face comes in some 250 pieces. Asked for at the start, they are laid out for, fetched and drawn
 * again just when the first screen is on its way; until they are here, the text stands in the machine's.
 */
export async function loadFonts({ fonts }: Document): Promise<void> {
  await import('./fonts.css');
  for (const weight of [400, 700]) void fonts.load(`${weight} 1rem "BIZ UDPGothic"`, firstWords);
}
