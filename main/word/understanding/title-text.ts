/**
 * A title as it is meant: `令 和 ７ 年 度` without the spaces that widen it, and characters that Unicode keeps for
 * compatibility with old sets (令, 度) as those that they look like. Digits and brackets stay as wide as they are.
 */
export function titleText(text: string): string {
  const folded = text
    .replace(/[\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu, (character) =>
      character.normalize('NFKC'),
    )
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    .trim();
  return isWidened(folded) ? withoutWidening(folded) : folded;
}

/** Letters with a space between each and the next; a few words that stand together change nothing. */
function isWidened(text: string): boolean {
  const words = text.split(/\s+/);
  const letters = words.filter((word) => [...word].length === 1);
  return words.length >= 4 && letters.length >= words.length * 0.6;
}

/** The space that stands most often widens; a wider one parts words. */
function withoutWidening(text: string): string {
  const gaps = text.match(/\s+/g) ?? [];
  const width = (gap: string): number =>
    [...gap].reduce((sum, space) => sum + (space === '\u3000' ? 2 : 1), 0);
  const usual = Math.min(...gaps.map(width));
  return text.replace(/\s+/g, (gap) => (width(gap) > usual ? ' ' : ''));
}
