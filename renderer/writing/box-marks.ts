import type { Finding, Span } from '../../shared/model/checks/finding.ts';

/** Words of a text box that something is said about. */
export interface BoxMark {
  readonly finding: Finding;
  /** Of the box's whole text, which may be several paragraphs. */
  readonly span: Span;
}

/** The marks of a box, and the text in which they were found. */
export interface BoxMarks {
  readonly text: string;
  readonly marks: readonly BoxMark[];
}

/**
 * The marks where their words stand in the text as it is by now. Those that touch what changed are gone, until they are
 * found again.
 */
export function marksNow({ text: before, marks }: BoxMarks, after: string): readonly BoxMark[] {
  if (before === after) return marks;
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const by = after.length - before.length;
  return marks.flatMap(({ finding, span: [start, end] }): BoxMark[] => {
    if (end <= same) return [{ finding, span: [start, end] }];
    if (start >= before.length - tail) return [{ finding, span: [start + by, end + by] }];
    return [];
  });
}
