/**
 * Brings the page's own face, once there is something to read.
 *
 * The face comes in some 250 pieces. Asked for at the start, they are laid out for, fetched and drawn
 * again just when the first screen is on its way; until they are here, the text stands in the machine's.
 */
export function loadFonts(): Promise<unknown> {
  return import('./fonts.css');
}
