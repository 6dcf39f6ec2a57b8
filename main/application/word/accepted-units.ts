import type { StoredSuggestion } from '../../data/word/markup-store.ts';

/** The units of each marked field that were accepted. */
export function acceptedUnits(suggestions: readonly StoredSuggestion[]): Map<string, Set<number>> {
  const units = new Map<string, Set<number>>();
  for (const { markedField, unit, state } of suggestions) {
    if (markedField === null || state !== 'accepted') continue;
    units.set(markedField, (units.get(markedField) ?? new Set()).add(unit));
  }
  return units;
}
