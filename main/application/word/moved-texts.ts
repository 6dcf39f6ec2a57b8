import type { MarkupStore, StoredSuggestion } from '../../data/word/markup-store.ts';
import type { MarkedField } from '../../word/marked/marked-field.ts';
import { storedMarkedField } from './stored-marked-field.ts';

/**
 * Of the suggestions of one file those that are the two ends of a move, one by the other: a text that Word says was
 * taken out of one field and put into another by the same person.
 */
export function movedTogether(
  suggestions: readonly StoredSuggestion[],
  fieldOf: (id: string) => MarkedField,
): ReadonlyMap<string, StoredSuggestion> {
  const ends = new Map<string, StoredSuggestion[]>();
  for (const suggestion of suggestions) {
    const { markedField, unit, author } = suggestion;
    const move = markedField === null ? undefined : fieldOf(markedField).units[unit]?.move;
    if (move === undefined) continue;
    const key = JSON.stringify([author, move]);
    ends.set(key, [...(ends.get(key) ?? []), suggestion]);
  }
  return new Map(
    [...ends.values()].flatMap(([one, other, ...more]) =>
      one === undefined || other === undefined || more.length > 0
        ? []
        : [
            [one.id, other],
            [other.id, one],
          ],
    ),
  );
}

/** The suggestions with the other ends of the moves among them, where these are in the same state. */
export function withOtherEnds<T extends StoredSuggestion>(
  markups: MarkupStore,
  asked: readonly T[],
): (T | StoredSuggestion)[] {
  const known = new Set(asked.map(({ id }) => id));
  const others = [...Map.groupBy(asked, ({ bringBack }) => bringBack)].flatMap(([bringBack, own]) => {
    const pairs = movedTogether(markups.suggestions(bringBack), (id) => storedMarkedField(markups, id));
    return own.flatMap(({ id, state }) => {
      const other = pairs.get(id);
      return other === undefined || other.state !== state || known.has(other.id) ? [] : [other];
    });
  });
  return [...asked, ...others];
}
