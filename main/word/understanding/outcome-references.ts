import type { OutcomeDraft, TargetDraft } from '../../domain/report-draft.ts';
import { comparable } from './field-names.ts';

/**
 * Which targets each outcome speaks of, where that is certain; the empty list where it is not.
 *
 * One target: all outcomes speak of it. As many outcomes as targets: each of its own, when the two share
 * more words than the outcome shares with any other target.
 */
export function outcomeReferences(
  outcomes: readonly OutcomeDraft[],
  targets: readonly TargetDraft[],
): readonly (readonly number[])[] {
  if (targets.length === 1) return outcomes.map(() => [0]);
  if (targets.length !== outcomes.length || targets.length > 20) return outcomes.map(() => []);
  const measures = targets.map(({ measure }) => comparable(measure.slice(0, 400)));
  return outcomes.map(({ statement }, place) => {
    const text = comparable(statement.slice(0, 2_000));
    const shared = measures.map((measure) => longestShared(measure, text));
    const own = shared[place] ?? 0;
    return own >= 3 && shared.every((length, other) => other === place || length < own) ? [place] : [];
  });
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
