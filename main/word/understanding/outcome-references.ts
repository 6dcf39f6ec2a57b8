import type { OutcomeDraft, TargetDraft } from '../../domain/report-draft.ts';
import { comparable } from './field-names.ts';

/** Comparing takes the square of these; a cell with more is left to the person. */
const mostCompared = 20;

/**
 * Which targets each outcome speaks of, where that is certain; the empty list where it is not.
 *
 * One target: all outcomes speak of it. As many outcomes as targets: each of its own, when the two share
 * more words than the outcome shares with any other target. Fewer outcomes: see {@link sharedOut}.
 */
export function outcomeReferences(
  outcomes: readonly OutcomeDraft[],
  targets: readonly TargetDraft[],
): readonly (readonly number[])[] {
  if (targets.length === 1) return outcomes.map(() => [0]);
  if (targets.length < outcomes.length || targets.length > mostCompared) return outcomes.map(() => []);
  const measures = targets.map(({ measure }) => comparable(measure.slice(0, 400)));
  const shared = outcomes.map(({ statement }) => {
    const text = comparable(statement.slice(0, 2_000));
    return measures.map((measure) => longestShared(measure, text));
  });
  if (targets.length > outcomes.length) return sharedOut(shared, measures);
  return shared.map((lengths, place) => {
    const own = lengths[place] ?? 0;
    return own >= 3 && lengths.every((length, other) => other === place || length < own) ? [place] : [];
  });
}

/**
 * Several targets under one statement: each goes to the outcome that says the most of it.
 *
 * Only when each target finds half of itself in one outcome alone, and no outcome is left without one.
 */
function sharedOut(
  shared: readonly (readonly number[])[],
  measures: readonly string[],
): readonly (readonly number[])[] {
  const owners = measures.map((measure, target) => {
    const lengths = shared.map((row) => row[target] ?? 0);
    const most = Math.max(...lengths);
    const isAlone = lengths.filter((length) => length === most).length === 1;
    return isAlone && most >= 4 && most * 2 >= measure.length ? lengths.indexOf(most) : null;
  });
  const isCertain = !owners.includes(null) && shared.every((_, place) => owners.includes(place));
  return shared.map((_, place) =>
    isCertain ? owners.flatMap((owner, target) => (owner === place ? [target] : [])) : [],
  );
}

/** The length of the longest part of `measure` that stands in `text`. */
function longestShared(measure: string, text: string): number {
  let longest = 0;
  for (let start = 0; start + longest < measure.length; start += 1) {
    while (start + longest < measure.length && text.includes(measure.slice(start, start + longest + 1))) {
      longest += 1;
    }
  }
  return longest;
}
