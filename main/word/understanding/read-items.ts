import type { OutcomeDraft, TargetDraft } from '../../domain/report-draft.ts';
import {
  partDefinition,
  type ItemField,
  type PartDefinition,
} from '../../../shared/model/fields/item-parts.ts';
import { markedItem } from '../reading/field-bookmark.ts';
import type { CellLine } from './cell-lines.ts';
import type { ItemCell, ItemLine } from './item-lines.ts';
import type { KnownForm } from './known-form.ts';
import { changedParts, outcomeWith, targetWith } from './items-from-parts.ts';

/** What a file prints of one target or outcome, part by part. */
export interface ItemRead {
  /** By its bookmarks; null without any. */
  readonly id: string | null;
  readonly parts: Map<PartDefinition, string[]>;
}

export interface ItemsRead {
  /** The fields whose items stand on lines. */
  readonly fields: ReadonlySet<ItemField>;
  readonly targets: readonly ItemRead[];
  /** With the targets on whose lines each stands, by their place. */
  readonly outcomes: readonly (ItemRead & { readonly beside: number[] })[];
}

/** Takes the lines of a row apart: a target each, and the outcomes that stand beside them. */
export function readItems(lines: readonly ItemLine[], form: KnownForm): ItemsRead {
  const targets: ItemRead[] = [];
  const outcomes: (ItemRead & { readonly beside: number[] })[] = [];
  /** Outcomes of the line above, whose cells may go on. */
  let above: (typeof outcomes)[number][] = [];
  for (const line of lines) {
    const [target] = itemsIn(line, 'targets', form);
    if (target !== undefined) targets.push(target);
    const place = target === undefined ? [] : [targets.length - 1];
    if (line.some(({ field, goesOn }) => field === 'outcomes' && goesOn)) {
      for (const outcome of above) outcome.beside.push(...place);
    } else above = [];
    for (const read of itemsIn(line, 'outcomes', form)) {
      const known = read.id === null ? undefined : outcomes.find(({ id }) => id === read.id);
      if (known !== undefined) continue;
      const outcome = { ...read, beside: [...place] };
      outcomes.push(outcome);
      above.push(outcome);
    }
  }
  const fields = new Set(lines.flat().map(({ field }) => field));
  return { fields, targets, outcomes };
}

/** The items of a line; what bears no bookmark is one item, where it says something. */
function itemsIn(line: ItemLine, field: ItemField, form: KnownForm): ItemRead[] {
  const found = new Map<string | null, Map<PartDefinition, string[]>>();
  let last: string | null = null;
  for (const cell of line) {
    if (cell.field !== field) continue;
    const parts = cell.parts.map((part) => partDefinition(field, part, form.own));
    for (const { item, part, text } of dealOut(cell, parts)) {
      const whose: string | null = item ?? last;
      const said = found.get(whose) ?? new Map<PartDefinition, string[]>();
      found.set(whose, said);
      said.set(part, [...(said.get(part) ?? []), text]);
      last = whose;
    }
  }
  const items = [...found].map(([id, parts]) => ({ id, parts }));
  // A target is one however its cells bear its mark.
  const marked = field === 'targets' ? items.find(({ id }) => id !== null) : undefined;
  if (marked === undefined) return items.filter(({ id, parts }) => id !== null || saysSomething(parts));
  for (const { id, parts } of items) {
    if (id === marked.id) continue;
    for (const [part, texts] of parts)
      marked.parts.set(part, [...(marked.parts.get(part) ?? []), ...texts]);
  }
  return [marked];
}

function saysSomething(parts: ReadonlyMap<PartDefinition, readonly string[]>): boolean {
  return [...parts.values()].flat().some((text) => text.trim() !== '');
}

interface DealtLine {
  readonly item: string | null;
  readonly part: PartDefinition;
  readonly text: string;
}

/** Each line of a cell with its item and its part: by the bookmark over it, else by what the part prints around it. */
function dealOut({ lines }: ItemCell, parts: readonly PartDefinition[]): DealtLine[] {
  const [first] = parts;
  if (first === undefined) return [];
  let item: string | null = null;
  let part = first;
  return lines.map((line) => {
    const marked = markIn(line);
    const known = parts.find(({ id }) => id === marked?.part);
    if (marked !== null && known !== undefined) [item, part] = [marked.item, known];
    else part = parts.find(({ around }) => around !== undefined && stands(line.text, around)) ?? part;
    return { item, part, text: line.text };
  });
}

function markIn({ bookmarks }: CellLine): ReturnType<typeof markedItem> {
  return bookmarks.map((name) => markedItem(name)).find((mark) => mark !== null) ?? null;
}

function stands(text: string, [before, after]: readonly [string, string]): boolean {
  const line = text.trim();
  return line.length > before.length + after.length && line.startsWith(before) && line.endsWith(after);
}

const noTarget: TargetDraft = { id: null, measure: '', note: null, value: null, verdict: null };
const noOutcome: OutcomeDraft = { id: null, statement: '', asOf: null, figures: [], targets: [] };

/** What a file says by itself of the items on its lines. */
export function draftsOf({ fields, targets, outcomes }: ItemsRead): Items {
  return {
    ...(fields.has('targets') ? { targets: targets.map((read) => targetFrom(read, noTarget)) } : {}),
    ...(fields.has('outcomes')
      ? { outcomes: outcomes.map((read) => outcomeFrom(read, { ...noOutcome, targets: read.beside })) }
      : {}),
  };
}

/** Those that stand on lines. */
interface Items {
  readonly targets?: TargetDraft[];
  readonly outcomes?: OutcomeDraft[];
}

/** The same with what the program carried along of them: all that is not printed, and what is, where it stands. */
export function carriedItems({ fields, targets, outcomes }: ItemsRead, carried: CarriedItems): Items {
  const targetPlaces = counterparts(targets, carried.targets);
  const now = new Map(targetPlaces.flatMap((place, at) => (place === null ? [] : [[place, at] as const])));
  const moved = (places: readonly number[]): number[] => places.flatMap((place) => now.get(place) ?? []);
  const outcomePlaces = counterparts(outcomes, carried.outcomes);
  const read = outcomes.map((outcome, at) => {
    const known = carried.outcomes[outcomePlaces[at] ?? -1];
    const base = known === undefined ? { ...noOutcome, targets: outcome.beside } : known;
    const drafted = outcomeFrom(outcome, base);
    return {
      place: outcomePlaces[at] ?? Infinity,
      draft: known === undefined ? drafted : { ...drafted, targets: moved(known.targets) },
    };
  });
  return {
    ...(fields.has('targets')
      ? {
          targets: targets.map((target, at) =>
            targetFrom(target, carried.targets[targetPlaces[at] ?? -1] ?? noTarget),
          ),
        }
      : {}),
    // In the order that they have in the report: on paper they stand in that of their targets.
    ...(fields.has('outcomes')
      ? {
          outcomes: read
            .toSorted((one, other) => (one.place === other.place ? 0 : one.place - other.place))
            .map(({ draft }) => draft),
        }
      : {}),
  };
}

interface CarriedItems {
  readonly targets: readonly TargetDraft[];
  readonly outcomes: readonly OutcomeDraft[];
}

/** The carried item of each that was read: by its bookmarks, else one that prints the same; null for a new one. */
function counterparts(
  read: readonly ItemRead[],
  carried: readonly (TargetDraft | OutcomeDraft)[],
): (number | null)[] {
  const free = new Set(carried.keys());
  const take = (found: number | undefined): number | null => {
    if (found === undefined) return null;
    free.delete(found);
    return found;
  };
  const byMark = read.map(({ id }) =>
    id === null ? null : take([...free].find((at) => carried[at]?.id === id)),
  );
  return byMark.map((place, at): number | null => {
    const parts = read[at]?.parts;
    if (place !== null || parts === undefined) return place;
    return take([...free].find((other) => changedParts(parts, carried[other] ?? noTarget).length === 0));
  });
}

function targetFrom({ id, parts }: ItemRead, base: TargetDraft): TargetDraft {
  return targetWith({ ...base, id: base.id ?? id }, parts);
}

function outcomeFrom({ id, parts }: ItemRead, base: OutcomeDraft): OutcomeDraft {
  return outcomeWith({ ...base, id: base.id ?? id }, parts);
}
