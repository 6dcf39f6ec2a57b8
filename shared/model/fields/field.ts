/**
 * 項目: what a report, a row, a target or an outcome holds, said by data.
 *
 * The built-in fields stand in built-in-fields.ts; a form (form.ts) brings further ones of its own. Nothing else
 * lists fields: whoever has to do with each of them goes over these and asks the field's kind (kinds.ts).
 */

/** Whose field it is: the heading of the report, a row (取組), one of its targets, or one of its outcomes. */
export const fieldOwners = ['report', 'row', 'target', 'outcome'] as const;
export type FieldOwner = (typeof fieldOwners)[number];

export const fieldKinds = [
  /** One line of text. */
  'line',
  /** Paragraphs, each an item. */
  'paragraphs',
  /** One of the field's choices. */
  'choice',
  /** Any of the field's choices. */
  'choices',
  /** A number with its unit, as written: 約5,400基. */
  'quantity',
  /** A day, a quarter or a year, as written: 令和8年3月31日時点. */
  'date',
  'targets',
  'outcomes',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The identifier of a form's own field, short enough for a Word bookmark beside a row's. */
export type OwnField = `x${string}`;

const ownField = /^x[a-z0-9]{1,9}$/;

export function isOwnField(id: string): id is OwnField {
  return ownField.test(id);
}

/**
 * What an own field holds: a line or a list of lines, as they are printed. What is empty is not stored.
 *
 * A choice is stored as its sign, a number as it was written: the author's text is the truth, and it can be read,
 * searched and merged by whoever does not know the form.
 */
export type OwnValue = string | readonly string[];
export type OwnValues = Readonly<Partial<Record<OwnField, OwnValue>>>;

/** One of the signs of a scale, or of the things to choose from. */
export interface Choice {
  /** What is printed and stored: ◎, A, 計画以上. */
  readonly sign: string;
  /** What the page says besides, where the sign does not say it all. */
  readonly meaning?: string;
}

export interface FieldDefinition<Id extends string = string> {
  readonly id: Id;
  readonly owner: FieldOwner;
  readonly kind: FieldKind;
  /** What a person calls it. */
  readonly label: string;
  /** The document in which it is first written: declared in spring, or reported when the year is over. */
  readonly season: 'declaration' | 'report';
  /** What offices write over or beside it in tables of their own (main/word/understanding). */
  readonly names: readonly string[];
  /** What stands around it in print and is never typed: the brackets of a section, of a time. */
  readonly around?: readonly [before: string, after: string];
  /** Its paragraphs open with ・. */
  readonly bulleted?: boolean;
  /** A row that leaves it empty is not complete, as soon as the form prints it. */
  readonly asked: boolean;
  /** Of a choice or choices. */
  readonly choices?: readonly Choice[];
  /** What belongs into it, for the person who writes. */
  readonly guidance?: string;
  readonly example?: string;
}
