import { toPlainLines } from '../../shared/model/plain-text.ts';

/** A list of bullets after a change, and where the caret stands in it. */
export interface BulletChange {
  readonly paragraphs: readonly string[];
  readonly index: number;
  readonly caret: number;
}

/** Enter: what stands after the selection goes to a new bullet. */
export function splitBullet(
  paragraphs: readonly string[],
  index: number,
  start: number,
  end: number,
): BulletChange {
  const text = paragraphs[index] ?? '';
  return {
    paragraphs: paragraphs.toSpliced(index, 1, text.slice(0, start), text.slice(end)),
    index: index + 1,
    caret: 0,
  };
}

/** Backspace at the start: the bullet goes on where the one before it ends. Null for the first. */
export function joinWithPrevious(paragraphs: readonly string[], index: number): BulletChange | null {
  const previous = paragraphs[index - 1];
  if (previous === undefined) return null;
  return {
    paragraphs: paragraphs.toSpliced(index - 1, 2, previous + (paragraphs[index] ?? '')),
    index: index - 1,
    caret: previous.length,
  };
}

/** Null when there is no place in that direction. */
export function moveBullet(paragraphs: readonly string[], index: number, by: 1 | -1): BulletChange | null {
  const text = paragraphs[index];
  const to = index + by;
  if (text === undefined || to < 0 || to >= paragraphs.length) return null;
  return {
    paragraphs: paragraphs.toSpliced(index, 1).toSpliced(to, 0, text),
    index: to,
    caret: text.length,
  };
}

/** The neighbour gets the caret: the bullet after, or the last one. */
export function removeBullet(paragraphs: readonly string[], index: number): BulletChange {
  const left = paragraphs.toSpliced(index, 1);
  const next = Math.max(0, Math.min(index, left.length - 1));
  return { paragraphs: left, index: next, caret: left[next]?.length ?? 0 };
}

/**
 * Paste of several lines: each becomes a bullet, without a typed `・`, without empty lines.
 *
 * Null for a single line that begins with no `・`: the browser pastes that by itself.
 */
export function pasteBullets(
  paragraphs: readonly string[],
  index: number,
  start: number,
  end: number,
  pasted: string,
): BulletChange | null {
  const given = toPlainLines(pasted);
  const lines = given.map(withoutBullet).filter((line) => line !== '');
  if (lines.length === 0 || (given.length === 1 && given[0]?.trim() === lines[0])) return null;
  const text = paragraphs[index] ?? '';
  const last = lines.length - 1;
  const after = text.slice(end);
  const joined = lines.map(
    (line, at) => (at === 0 ? text.slice(0, start) : '') + line + (at === last ? after : ''),
  );
  return {
    paragraphs: paragraphs.toSpliced(index, 1, ...joined),
    index: index + last,
    caret: (joined[last] ?? '').length - after.length,
  };
}

/** A line without the bullet that a person typed before it, and without the space around it. */
export function withoutBullet(line: string): string {
  return line.trim().replace(/^[・･•][\s\u3000]*/u, '');
}

/** The bullets that say something; empty ones would print a lone `・`. */
export function writtenBullets(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.some((text) => text.trim() === '')
    ? paragraphs.filter((text) => text.trim() !== '')
    : paragraphs;
}
