import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { InitiativeDraft, OutcomeDraft, TargetDraft } from '../../domain/report-draft.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { ownFieldsIn, withOwn, type OwnsFields } from '../../../shared/model/fields/values.ts';
import { officialOnly, type KnownForm } from './known-form.ts';
import { outcomeReferences } from './outcome-references.ts';
import { printedFields } from './printed-field.ts';
import { carriedItems } from './read-items.ts';
import type { UnderstoodRow } from './understand-row.ts';

/**
 * What the program carried along in its own file, used wherever the printed text still says it.
 *
 * The print shows no identifiers, no verdicts, and not which outcome speaks of which target. A field whose
 * text stands as it was printed gives back its values as they were; one that was changed by hand is as it
 * was understood, with what the carried values say of the targets and outcomes that are still in it.
 */
export function withCarriedValues(
  row: UnderstoodRow,
  carried: InitiativeDraft,
  form: KnownForm,
): InitiativeDraft {
  const { draft } = row;
  const printed = printedFields(carried, form);
  const stands = (field: RowField): boolean => standsAsPrinted(row, field, printed.get(field) ?? []);
  const keep = <F extends 'title' | 'section' | 'plan' | 'results' | 'direction'>(
    field: F,
  ): InitiativeDraft[F] => (stands(field) ? carried[field] : draft[field]);

  const targets = stands('targets')
    ? carried.targets.map((target, place) => ({ target, place }))
    : carriedTargets(draft, carried);
  const placeOf = new Map(
    targets.flatMap(({ place }, now) => (place === null ? [] : [[place, now] as const])),
  );
  const moved = (places: readonly number[]): number[] =>
    places.flatMap((place) => placeOf.get(place) ?? []);
  const outcomes = stands('outcomes')
    ? carried.outcomes.map((outcome) => ({ ...outcome, targets: moved(outcome.targets) }))
    : carriedOutcomes(
        draft,
        carried,
        targets.map(({ target }) => target),
        moved,
      );
  const own = ownFieldsIn(carried, draft).reduce<OwnsFields>(
    (held, field) => withOwn(held, field, (stands(field) ? carried : draft).own?.[field] ?? []),
    {},
  );
  return {
    id: carried.id,
    title: keep('title'),
    section: keep('section'),
    pageBreakBefore: draft.pageBreakBefore,
    declarationPageBreakBefore: draft.declarationPageBreakBefore,
    plan: keep('plan'),
    targets: targets.map(({ target }) => target),
    results: keep('results'),
    direction: keep('direction'),
    outcomes,
    ...own,
    ...(row.items === null ? {} : carriedItems(row.items, carried)),
  };
}

/** Whether the file's lines of a field are exactly what the carried values print. */
function standsAsPrinted({ file }: UnderstoodRow, field: RowField, printed: readonly string[]): boolean {
  const found = file.fields.get(field);
  // A field that the file has no column for was not printed; nothing speaks against what is carried.
  if (found === undefined) return printed.length === 0;
  const lines = found.lines.map(({ text }) => text);
  const texts = lines.length === 1 && lines[0] === '' ? [] : lines;
  return sameValue(texts, printed);
}

interface CarriedTarget {
  readonly target: TargetDraft;
  /** Its place among the carried ones; null for one that is new. */
  readonly place: number | null;
}

/** Targets of a changed cell: one that prints as before is as before, the others keep what is not printed. */
function carriedTargets(draft: InitiativeDraft, carried: InitiativeDraft): CarriedTarget[] {
  const before = carried.targets.map((target) => printOf({ targets: [target] }, 'targets'));
  const now = draft.targets.map((target) => printOf({ targets: [target] }, 'targets'));
  return pairUp(now, before).map((place, index): CarriedTarget => {
    const target = draft.targets[index] as TargetDraft;
    const known = place === null ? undefined : carried.targets[place];
    if (known === undefined) return { target, place: null };
    if (now[index] === before[place ?? 0]) return { target: known, place };
    return { target: { ...target, id: known.id, verdict: known.verdict }, place };
  });
}

function carriedOutcomes(
  draft: InitiativeDraft,
  carried: InitiativeDraft,
  targets: readonly TargetDraft[],
  moved: (places: readonly number[]) => number[],
): OutcomeDraft[] {
  const before = carried.outcomes.map((outcome) => printOf({ outcomes: [outcome] }, 'outcomes'));
  const now = draft.outcomes.map((outcome) => printOf({ outcomes: [outcome] }, 'outcomes'));
  const guessed = outcomeReferences(draft.outcomes, targets);
  return pairUp(now, before).map((place, index): OutcomeDraft => {
    const outcome = draft.outcomes[index] as OutcomeDraft;
    const known = place === null ? undefined : carried.outcomes[place];
    if (known === undefined) return { ...outcome, targets: guessed[index] ?? [] };
    if (now[index] === before[place ?? 0]) return { ...known, targets: moved(known.targets) };
    return { ...outcome, id: known.id, targets: moved(known.targets) };
  });
}

/**
 * For each text its place among those before: the same text first; then, where as many are left on both
 * sides between two equal ones, the next in order. Null for one that is new.
 */
function pairUp(now: readonly string[], before: readonly string[]): (number | null)[] {
  const free = new Set(before.keys());
  const places = now.map((text): number | null => {
    for (const place of free) {
      if (before[place] !== text) continue;
      free.delete(place);
      return place;
    }
    return null;
  });
  if (now.length !== before.length) return places;
  return places.map((place, index) => {
    if (place !== null || !free.has(index)) return place;
    free.delete(index);
    return index;
  });
}

const nothing: InitiativeDraft = {
  id: null,
  title: '',
  section: '',
  pageBreakBefore: false,
  declarationPageBreakBefore: false,
  plan: [],
  targets: [],
  results: [],
  direction: [],
  outcomes: [],
};

function printOf(part: Partial<InitiativeDraft>, field: RowField): string {
  return (printedFields({ ...nothing, ...part }, officialOnly).get(field) ?? []).join('\n');
}
