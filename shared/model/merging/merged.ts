import { sameValue } from '../same-value.ts';

/**
 * What became of one place that several sides may have changed.
 *
 * A conflict is a value: a sum of terms (what one side says, less what stood there before, and what another says) of
 * which equal ones cancel. Which of them stands in the field is decided by who came first; the terms are not.
 */
export interface Merged<T> {
  /** What stands there: where sides differ, what the first that changed it says. */
  readonly value: T;
  /** Null where no two sides differ. */
  readonly conflict: Disagreement<T> | null;
}

export interface Disagreement<T> {
  /** What stood there before, with all that nobody disputes. */
  readonly base: T;
  /** What each side says that changed it, with all that nobody disputes; none twice, in the order of the sides. */
  readonly terms: readonly T[];
}

/** Merges values that are never cut: nothing is put together out of two of them. */
export function mergeWhole<T>(base: T, sides: readonly T[]): Merged<T> {
  const terms = distinct(sides.filter((side) => !sameValue(side, base)));
  const [value = base] = terms;
  return { value, conflict: terms.length < 2 ? null : { base, terms } };
}

/** The values, each once. */
export function distinct<T>(values: readonly T[]): T[] {
  return values.filter((value, at) => values.findIndex((other) => sameValue(other, value)) === at);
}
