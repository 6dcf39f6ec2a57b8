import * as v from 'valibot';
import { isPlainLine } from '../plain-text.ts';

/**
 * Where a row and a report stand on their way from writing to publication. It is no content: nothing of it is printed,
 * hashed or merged. What leads from one to the next is said in steps.ts.
 */

/** Longest reason, in UTF-16 code units. */
export const longestReason = 2_000;

/** Why something was returned or opened: one line, never empty. */
export const reasonSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(longestReason),
  v.check(isPlainLine, 'plain line without control characters'),
);

/** 下書き, 提出, 確認済, 差戻し. */
export const rowStates = ['draft', 'handed-in', 'confirmed', 'returned'] as const;
export type RowState = (typeof rowStates)[number];

/** Left out (null in an edit) where it is a draft in which nothing was opened. */
export const rowStandingSchema = v.pipe(
  v.object({
    state: v.picklist(rowStates),
    /** Why it was returned: there exactly while it is. */
    reason: v.exactOptional(reasonSchema),
    /** Why what it declared may be changed although the declaration is published. */
    opened: v.exactOptional(reasonSchema),
  }),
  v.check(({ state, reason }) => (state === 'returned') === (reason !== undefined), 'reason of a return'),
  v.check(({ state, opened }) => state !== 'draft' || opened !== undefined, 'a draft is left out'),
  v.readonly(),
);
export type RowStanding = v.InferOutput<typeof rowStandingSchema>;

/** Where a report is, beside what is being written in it: with the sections, the compiler, the head, or published. */
export const reportPlaces = ['writing', 'compiling', 'review', 'published'] as const;

/** Left out (null in an edit) where it is being written and its declaration was never published. */
export const reportStandingSchema = v.pipe(
  v.object({
    at: v.picklist(reportPlaces),
    /** The declaration was published: what rows declared is locked. */
    declared: v.exactOptional(v.literal(true)),
    /** Why it was set back last. */
    reason: v.exactOptional(reasonSchema),
    /** Why rows may come, go and be changed although the declaration is published. */
    opened: v.exactOptional(reasonSchema),
  }),
  v.check(
    ({ opened, declared }) => opened === undefined || declared === true,
    'only what is locked is opened',
  ),
  v.check(
    ({ at, declared, reason }) => at !== 'writing' || declared === true || reason !== undefined,
    'a report that is being written is left out',
  ),
  v.readonly(),
);
export type ReportStanding = v.InferOutput<typeof reportStandingSchema>;

/** Whoever has a standing. */
export interface Stands<T> {
  readonly standing?: T;
}

export function rowStateOf({ standing }: Stands<RowStanding>): RowState {
  return standing?.state ?? 'draft';
}

/** A row or report that stands elsewhere; null is where each begins, which is not said. */
export function withStanding<T extends Stands<unknown>>(holder: T, standing: T['standing'] | null): T {
  const { standing: _before, ...others } = holder;
  // Without `standing` it is the same holder, which a type with an optional key can't say.
  return (standing === null ? others : { ...others, standing }) as unknown as T;
}

/** What rows say, without where they stand. */
export function withoutStanding<T extends Stands<unknown>>(rows: readonly T[]): readonly T[] {
  const stands = rows.some(({ standing }) => standing !== undefined);
  return stands ? rows.map((row) => withStanding(row, null)) : rows;
}

/** A row's standing in another state; `reason` why it was returned. What was opened stays open. */
export function standingIn(
  state: RowState,
  { opened }: Pick<RowStanding, 'opened'>,
  reason?: string,
): RowStanding | null {
  if (state === 'draft' && opened === undefined) return null;
  return {
    state,
    ...(reason === undefined ? {} : { reason }),
    ...(opened === undefined ? {} : { opened }),
  };
}
