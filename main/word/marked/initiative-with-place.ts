import { fieldAt, partAt, type MarkedPlace } from './marked-place.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import { outcomeWith, targetWith, type SaidParts } from '../understanding/items-from-parts.ts';
import { initiativeWith } from './initiative-with.ts';

/**
 * A row that prints `paragraphs` in a place, without the form's label; null where that place is a part of a target or an
 * outcome that the row does not have any more.
 */
export function initiativeWithPlace(
  initiative: Initiative,
  place: MarkedPlace,
  paragraphs: readonly string[],
  newIdentifier: () => string,
): Initiative | null {
  const part = partAt(place);
  const { field, of } = place;
  if (part === null || of === undefined) {
    return initiativeWith(initiative, fieldAt(place), paragraphs, newIdentifier);
  }
  const said: SaidParts = new Map([[part, paragraphs]]);
  const isItem = ({ id }: { readonly id: string }): boolean => id === of.item;
  if (field === 'targets') {
    const targets = initiative.targets.map((each) => (isItem(each) ? targetWith(each, said) : each));
    return targets.some(isItem) ? { ...initiative, targets } : null;
  }
  const outcomes = initiative.outcomes.map((each) => (isItem(each) ? outcomeWith(each, said) : each));
  return outcomes.some(isItem) ? { ...initiative, outcomes } : null;
}
