import type { Stage } from '../stage.ts';
import type { BoardSection } from './board.ts';
import type { RowState } from './standing.ts';

/** What stands between a report and its next stage, as counts; the step may be made all the same where nothing forbids it. */
export interface NextStep {
  /** The stage that the step leads to; null after the last. */
  readonly to: Stage | null;
  /** Each with the first row that it is about; null for the whole report. */
  readonly missing: readonly Lack[];
}

export interface Lack {
  readonly kind: 'incomplete' | 'not-handed-in' | 'returned' | 'not-confirmed' | 'conflicts' | 'comments';
  readonly count: number;
  readonly row: string | null;
}

const next: { readonly [stage in Stage]: Stage | null } = {
  declaration: 'declared',
  declared: 'report',
  report: 'compiling',
  compiling: 'review',
  review: 'signed',
  signed: 'published',
  published: null,
};

/** What is looked at before each stage: before compiling what is not handed in, before the head what is not confirmed. */
export function nextStep(
  stage: Stage,
  sections: readonly BoardSection[],
  ofReport: { readonly conflicts: number; readonly comments: number },
): NextStep {
  const rows = sections
    .flatMap((section) => section.rows)
    .toSorted((one, other) => one.number - other.number);
  const lack = (kind: Lack['kind'], isOne: (row: (typeof rows)[number]) => boolean): Lack[] => {
    const found = rows.filter(isOne);
    return found.length === 0 ? [] : [{ kind, count: found.length, row: found[0]?.id ?? null }];
  };
  const counted = (kind: 'conflicts' | 'comments'): Lack[] => {
    const count = rows.reduce((total, row) => total + row[kind], ofReport[kind]);
    return count === 0 ? [] : [{ kind, count, row: rows.find((row) => row[kind] > 0)?.id ?? null }];
  };
  const isIn = (...states: readonly RowState[]) => {
    return ({ state }: { readonly state: RowState }): boolean => states.includes(state);
  };
  // Whoever works alone hands nothing in: rows that never were say nothing.
  const hands = rows.some(({ state }) => state !== 'draft');
  const isDone = stage === 'signed' || stage === 'published' || stage === 'declared';
  return {
    to: next[stage],
    missing: isDone
      ? []
      : [
          ...lack('returned', isIn('returned')),
          ...(hands ? lack('not-handed-in', isIn('draft')) : []),
          ...(hands && stage !== 'report' ? lack('not-confirmed', isIn('handed-in')) : []),
          ...lack('incomplete', ({ missing }) => missing.length > 0),
          ...counted('conflicts'),
          ...counted('comments'),
        ],
  };
}
