import {
  builtInField,
  builtInRowFields,
  isInitiativeField,
  type RowField,
} from './fields/built-in-fields.ts';
import type { FieldDefinition, OwnField } from './fields/field.ts';
import { isBuiltInPart, type ItemField, type ItemPart } from './fields/item-parts.ts';
import type { ReportHeading } from './report.ts';

/**
 * 様式: how a report is laid out as one document of its office's form (forms/office-form.ts).
 *
 * A form is data. What it says is used by the outline (outline.ts) and by everything that draws
 * the outline.
 */
export interface Form {
  readonly name: FormName;
  /** What a person calls it. */
  readonly label: string;
  /** The document's title line, with `{yearLabel}`, `{department}` and `{headPost}` filled in. */
  readonly title: string;
  readonly columns: readonly FormColumn[];
  /** How a row lies in the table; left out where it is one row of it, each column a cell. */
  readonly shape?: FormShape;
  /** The fields that it brings besides those that every report has (fields/built-in-fields.ts). */
  readonly own?: readonly FieldDefinition<OwnField>[];
  /** Printed above a field's content in every row, never typed. */
  readonly cellLabels: { readonly [field in RowField]?: string };
  /** What a row must say although no cell prints it. What is not asked for can be said all the same. */
  readonly asks: FormAsks;
  /**
   * Characters that a field should print at most (cell-characters.ts), so that three to four rows fit
   * on a page. A hint: never enforced.
   */
  readonly limits?: { readonly [field in RowField]?: number };
  /**
   * Word tracks what is changed in the exported file from the first keystroke on, so that what the head
   * changes comes back as suggestions.
   */
  readonly trackChanges: boolean;
  readonly page: FormPage;
  readonly type: FormType;
}

export interface FormAsks {
  /** How each target came out. */
  readonly verdicts: boolean;
  /** Which target each outcome speaks of. */
  readonly outcomeTargets: boolean;
}

export interface FormColumn {
  /** One or two stacked lines; in a sheet they stand left of the text. */
  readonly heading: readonly string[];
  /** What stands in the column's cells, top down. */
  readonly content: readonly ('number' | RowField)[];
  /** Millimetres; in a sheet of label and text together. */
  readonly width: number;
  /**
   * With a line for each target: of each target (content is `targets`) or of the outcomes that speak of it
   * (`outcomes`) these parts stand in the cell of its line.
   */
  readonly ofEach?: readonly ItemPart[];
  /** In a sheet: it stands right of the one before, on the same line. */
  readonly beside?: boolean;
  /** In a sheet: what stands at the left of all neighbouring lines with the same words, as 計画 (Plan). */
  readonly group?: string;
}

export type FormShape = LinePerTarget | SheetShape;

/**
 * A line for each target: what the row says by itself is one cell over all of them, and beside each other stand the
 * parts of the targets (`ofEach`).
 */
export interface LinePerTarget {
  readonly kind: 'line-per-target';
}

/** 個票: a sheet for each row, lines of labels with their texts. */
export interface SheetShape {
  readonly kind: 'sheet';
  /** What stands over each sheet, with `{number}` filled in. */
  readonly title: string;
  /** Millimetres of the labels, and of what groups lines at their left. */
  readonly labelWidth: number;
  readonly groupWidth?: number;
  /** Each begins a page. */
  readonly onePageEach: boolean;
}

/** Millimetres; `width` is the longer side of a landscape page. */
export interface FormPage {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

export interface FormType {
  /** East Asian and Latin face, by its name in Word. */
  readonly font: string;
  /** Points. */
  readonly bodySize: number;
  readonly bodyLine: number;
  readonly titleSize: number;
  readonly titleLine: number;
}

/** Documents that a form lays out. */
export const formNames = ['report', 'declaration'] as const;
export type FormName = (typeof formNames)[number];

/** All fields of a row that a form knows, printed or not: those that every report has, then its own. */
export function rowFieldsOf({ own = [] }: Form): readonly FieldDefinition<RowField>[] {
  return [...builtInRowFields, ...own.filter(({ owner }) => owner === 'row')];
}

/** The definition of a field of a row. */
export function fieldOfForm({ own = [] }: Pick<Form, 'own'>, id: RowField): FieldDefinition<RowField> {
  if (isInitiativeField(id)) return builtInField(id);
  return own.find((field) => field.id === id) ?? unknownField(id);
}

/** A field that the form in use does not know is shown as what it is stored as. */
function unknownField(id: OwnField): FieldDefinition<OwnField> {
  return { id, owner: 'row', kind: 'paragraphs', label: id, season: 'report', names: [], asked: false };
}

/** The fields of a row that a form prints, in the order of its cells. */
export function fieldsOf(form: Form): readonly FieldDefinition<RowField>[] {
  const printed = new Set(form.columns.flatMap(({ content }) => content));
  return [...printed].flatMap((id) => (id === 'number' ? [] : [fieldOfForm(form, id)]));
}

/** Whether a form prints a field. */
export function prints(form: Form, field: RowField): boolean {
  return form.columns.some(({ content }) => content.includes(field));
}

/** Whether a form prints a part of each target or outcome: by itself, or with all that every one has. */
export function printsPart(form: Form, field: ItemField, part: ItemPart): boolean {
  return form.columns.some(
    ({ content, ofEach }) =>
      content.includes(field) &&
      (ofEach === undefined ? isBuiltInPart(part) && part !== 'verdict' : ofEach.includes(part)),
  );
}

/** The document's title line: 平成28年度 市民生活部長の目標宣言 達成状況報告. */
export function titleOf(form: Form, heading: ReportHeading): string {
  return form.title
    .replaceAll('{yearLabel}', heading.yearLabel)
    .replaceAll('{department}', heading.department)
    .replaceAll('{headPost}', heading.headPost);
}
