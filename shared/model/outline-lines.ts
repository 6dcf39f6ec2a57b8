import type { FieldDefinition, OwnField } from './fields/field.ts';
import {
  isItemField,
  partDefinition,
  printPart,
  type ItemField,
  type ItemPart,
  type ItemValues,
} from './fields/item-parts.ts';
import type { Form, FormColumn } from './form.ts';
import { atLeastOne, outlinePart } from './outline-field.ts';
import type { OutlineCell, OutlinePart, OutlineRow } from './outline.ts';
import type { Initiative, Outcome, Target } from './report.ts';

/** Outcomes that stand in one cell, from one line on over as many as are theirs. */
export interface OutcomeBlock {
  readonly line: number;
  readonly lines: number;
  readonly outcomes: readonly Outcome[];
}

/** The lines of a row that has one for each target. */
export interface TargetLines {
  /** Line by line; null for a line without one. */
  readonly targets: readonly (Target | null)[];
  /** From top to bottom; no outcome stands in two of them. */
  readonly blocks: readonly OutcomeBlock[];
}

/**
 * A line for each target, one at least. An outcome stands at the first target that it speaks of, over those that follow
 * each other, as far as no other outcome begins there. One that speaks of none stands on a line of its own at the end;
 * where none speaks of any, all stand over all lines.
 */
export function targetLines({ targets, outcomes }: Pick<Initiative, 'targets' | 'outcomes'>): TargetLines {
  const places = new Map(targets.map(({ id }, line) => [id, line]));
  const starting = new Map<number, { end: number; outcomes: Outcome[] }>();
  const speechless: Outcome[] = [];
  for (const outcome of outcomes) {
    const spoken = new Set(outcome.targets.flatMap((id) => places.get(id) ?? []));
    if (spoken.size === 0) {
      speechless.push(outcome);
      continue;
    }
    const line = Math.min(...spoken);
    let end = line + 1;
    while (spoken.has(end)) end += 1;
    const block = starting.get(line);
    starting.set(line, {
      end: Math.max(end, block?.end ?? 0),
      outcomes: [...(block?.outcomes ?? []), outcome],
    });
  }
  const starts = [...starting.keys()].toSorted((one, other) => one - other);
  const blocks = starts.map((line, at): OutcomeBlock => {
    const { end, outcomes: own } = starting.get(line) ?? { end: line + 1, outcomes: [] };
    return { line, lines: Math.min(end, starts[at + 1] ?? end) - line, outcomes: own };
  });
  if (speechless.length === 0) return { targets: atLeastOneLine(targets), blocks };
  if (blocks.length === 0) {
    const lines = Math.max(1, targets.length);
    return { targets: atLeastOneLine(targets), blocks: [{ line: 0, lines, outcomes: speechless }] };
  }
  return {
    targets: [...targets, null],
    blocks: [...blocks, { line: targets.length, lines: 1, outcomes: speechless }],
  };
}

function atLeastOneLine(targets: readonly Target[]): readonly (Target | null)[] {
  return targets.length > 0 ? targets : [null];
}

/** A row with a line for each target. */
export function rowWithLines(
  initiative: Initiative,
  number: number,
  form: Form,
): Pick<OutlineRow, 'lines' | 'cells'> {
  const laid = targetLines(initiative);
  const lines = laid.targets.length;
  const cells = form.columns.flatMap((column, at): OutlineCell[] => {
    const place = { column: at, columns: 1 };
    const [field] = column.content;
    if (column.ofEach === undefined || field === undefined || !isItemField(field)) {
      const parts = column.content.map((each) => outlinePart(initiative, number, each, form));
      return [{ place: { ...place, line: 0, lines }, parts }];
    }
    const items = itemsOf(laid, field);
    return items.map(({ line, lines: over, items: own }) => ({
      place: { ...place, line, lines: over },
      parts: partsOfItems(own, field, column, form.own),
    }));
  });
  return { lines, cells };
}

interface ItemsAt {
  readonly line: number;
  readonly lines: number;
  readonly items: readonly (ItemValues & { readonly id: string })[];
}

/** Which items stand on which lines: on each line something, be it nothing. */
function itemsOf({ targets, blocks }: TargetLines, field: ItemField): ItemsAt[] {
  if (field === 'targets') {
    return targets.map((target, line) => ({ line, lines: 1, items: target === null ? [] : [target] }));
  }
  return targets.flatMap((_target, line): ItemsAt[] => {
    const block = blocks.find((each) => each.line === line);
    if (block !== undefined) return [{ line, lines: block.lines, items: block.outcomes }];
    const covered = blocks.some((each) => each.line < line && line < each.line + each.lines);
    return covered ? [] : [{ line, lines: 1, items: [] }];
  });
}

function partsOfItems(
  items: ItemsAt['items'],
  field: ItemField,
  { ofEach = [] }: FormColumn,
  own: readonly FieldDefinition<OwnField>[] | undefined,
): OutlinePart[] {
  const part = (id: ItemPart, item: ItemsAt['items'][number] | null): OutlinePart => ({
    field,
    of: { item: item?.id ?? null, part: id },
    paragraphs: atLeastOne(item === null ? [] : printPart(item, partDefinition(field, id, own))),
  });
  if (items.length === 0) return ofEach.map((id) => part(id, null));
  return items.flatMap((item) => ofEach.map((id) => part(id, item)));
}
