import type { OutlineParagraph } from '../outline.ts';
import type { Outcome, Target, Verdict } from '../report.ts';
import { isOwnField, type FieldDefinition, type OwnField, type OwnValue } from './field.ts';
import { figureText } from './items.ts';
import { rulesOf, type TextKind } from './kinds.ts';
import { ownValueOf } from './values.ts';

/**
 * What a target and an outcome hold, part by part: for forms that print each part in a column of its own
 * (`line-per-target`). A form brings further ones of its own, as it does for rows.
 */

/** Fields of a row that are lists of items, with what is called the owner of their parts. */
export const itemOwners = { targets: 'target', outcomes: 'outcome' } as const;
export type ItemField = keyof typeof itemOwners;

export const targetParts = ['measure', 'note', 'value', 'verdict'] as const;
export const outcomeParts = ['statement', 'asOf', 'figures'] as const;
type BuiltInPart = (typeof targetParts)[number] | (typeof outcomeParts)[number];

/** A part of a target or an outcome: a built-in one or one of a form's own. */
export type ItemPart = BuiltInPart | OwnField;
/** Parts hold texts: a line or a list of lines. */
export type PartDefinition = FieldDefinition<ItemPart> & { readonly kind: TextKind };

/** 判定: what is printed of each. */
export const verdictSigns: { readonly [verdict in Verdict]: string } = {
  achieved: '達成',
  'partly-achieved': '一部達成',
  'not-achieved': '未達成',
  'not-assessable': '評価不能',
};

const common = { names: [], asked: false } as const;

const builtIn: { readonly [part in BuiltInPart]: PartDefinition } = {
  measure: {
    id: 'measure',
    owner: 'target',
    kind: 'line',
    label: '目標の内容',
    season: 'declaration',
    ...common,
  },
  note: {
    id: 'note',
    owner: 'target',
    kind: 'line',
    label: '補足',
    season: 'declaration',
    around: ['(', ')'],
    ...common,
  },
  value: {
    id: 'value',
    owner: 'target',
    kind: 'quantity',
    label: '目標値',
    season: 'declaration',
    ...common,
  },
  verdict: {
    id: 'verdict',
    owner: 'target',
    kind: 'choice',
    label: '判定',
    season: 'report',
    choices: Object.values(verdictSigns).map((sign) => ({ sign })),
    ...common,
  },
  statement: {
    id: 'statement',
    owner: 'outcome',
    kind: 'line',
    label: '達成状況の説明',
    season: 'report',
    ...common,
  },
  asOf: {
    id: 'asOf',
    owner: 'outcome',
    kind: 'date',
    label: '時点',
    season: 'report',
    around: ['【', '】'],
    ...common,
  },
  figures: {
    id: 'figures',
    owner: 'outcome',
    kind: 'paragraphs',
    label: '実績値',
    season: 'report',
    ...common,
  },
};

export function isItemField(field: string): field is ItemField {
  return Object.hasOwn(itemOwners, field);
}

export function isBuiltInPart(part: string): part is BuiltInPart {
  return Object.hasOwn(builtIn, part);
}

export function isItemPart(part: string): part is ItemPart {
  return isBuiltInPart(part) || isOwnField(part);
}

/** The parts that every item of a field has. */
export function partsOf(field: ItemField): readonly BuiltInPart[] {
  return field === 'targets' ? targetParts : outcomeParts;
}

/** The definition of a part of a field's items; one that no form knows is shown as what it is stored as. */
export function partDefinition(
  field: ItemField,
  part: ItemPart,
  own: readonly FieldDefinition<OwnField>[] = [],
): PartDefinition {
  if (isBuiltInPart(part)) return builtIn[part];
  const owner = itemOwners[field];
  const known = own.find(({ id }) => id === part);
  // A form brings fields of texts alone.
  if (known !== undefined) return known as PartDefinition;
  return { id: part, owner, kind: 'paragraphs', label: part, season: 'report', ...common };
}

/** An item, whatever it is called and speaks of. */
export type ItemValues = Omit<Target, 'id'> | Omit<Outcome, 'id' | 'targets'>;

/** What a part of an item says; figures as a line each, a verdict as its sign. */
export function partValue(item: ItemValues, part: PartDefinition): OwnValue {
  const { id } = part;
  if (isOwnField(id)) return ownValueOf(item, part);
  if ('measure' in item) {
    if (id === 'measure' || id === 'note' || id === 'value') return item[id] ?? '';
    return id === 'verdict' && item.verdict !== null ? verdictSigns[item.verdict] : '';
  }
  if (id === 'statement' || id === 'asOf') return item[id] ?? '';
  return id === 'figures' ? item.figures.map(figureText) : '';
}

/** What a part of an item prints; nothing where it is empty. */
export function printPart(item: ItemValues, part: PartDefinition): OutlineParagraph[] {
  return rulesOf(part).print(partValue(item, part), part);
}

/** The verdict that a text names; null for none. */
export function verdictOfSign(text: string): Verdict | null {
  const found = Object.entries(verdictSigns).find(([, sign]) => sign === text.trim());
  return found === undefined ? null : (found[0] as Verdict);
}
