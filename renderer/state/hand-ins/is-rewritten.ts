import { textDifference } from '../../../shared/model/text-difference.ts';

/** Whether so little of a text was kept that a redline of it can hardly be read. */
export function isRewritten(before: string, after: string): boolean {
  const kept = textDifference(before, after)
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.length, 0);
  return kept * 2 < Math.max(before.length, after.length);
}
