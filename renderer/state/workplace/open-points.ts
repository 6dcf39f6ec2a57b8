import type { CommentThread } from '../../../shared/contract/comment-requests.ts';
import type { OpenConflict } from '../../../shared/contract/hand-in-requests.ts';
import type { Suggestion } from '../../../shared/contract/markup-requests.ts';
import type { MissingPart } from '../../../shared/model/completeness.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { Row } from '../editing/row.svelte.ts';
import { missingOf } from './missing-of.ts';

/** One thing that a row lacks. */
export interface MissingPoint {
  /** From 1. */
  readonly number: number;
  readonly initiative: Initiative;
  readonly part: MissingPart;
}

/** What is still open in a report before it goes out: nobody should hear of it afterwards. */
export interface OpenPoints {
  readonly missing: readonly MissingPoint[];
  /** Not resolved, on the report or on rows that it has. */
  readonly comments: readonly CommentThread[];
  /** Changes of a marked-up file that nobody has decided on. */
  readonly marks: readonly Suggestion[];
  /** What sides differ about. */
  readonly conflicts: readonly OpenConflict[];
  /** A table without a row says nothing. */
  readonly rowless: boolean;
}

export function openPoints(
  rows: readonly Row[],
  form: Form,
  threads: readonly CommentThread[],
  suggestions: readonly Suggestion[],
  conflicts: readonly OpenConflict[] = [],
): OpenPoints {
  const here = new Set(rows.map(({ id }) => id));
  return {
    missing: rows.flatMap(({ initiative }, at) =>
      missingOf(initiative, form).map((part) => ({ number: at + 1, initiative, part })),
    ),
    comments: threads.filter(
      ({ resolved, initiative }) => !resolved && (initiative === null || here.has(initiative)),
    ),
    // A comment of the file is a thread by now.
    marks: suggestions.filter(({ state, kind }) => state === 'open' && kind !== 'comment'),
    conflicts,
    rowless: rows.length === 0,
  };
}

export function isAnythingOpen({ missing, comments, marks, conflicts, rowless }: OpenPoints): boolean {
  return rowless || missing.length + comments.length + marks.length + conflicts.length > 0;
}
