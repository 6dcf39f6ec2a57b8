import {
  builtInField,
  builtInRowFields,
  isInitiativeField,
  type RowField,
} from './fields/built-in-fields.ts';
import type { FieldDefinition, OwnField } from './fields/field.ts';
import type { ReportHeading } from './report.ts';

/**
 * 様式: how a report is laid out as the official table.
 *
 * A form is data. What it says is used by the outline (outline.ts) and by everything that draws
 * the outline; a report knows nothing of forms.
 */
export interface Form {
  readonly name: FormName;
  /** What a person calls it. */
  readonly label: string;
  /** The document's title line, with `{yearLabel}`, `{department}` and `{headPost}` filled in. */
  readonly title: string;
  readonly columns: readonly FormColumn[];
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
  /** One or two stacked lines. */
  readonly heading: readonly string[];
  /** What stands in the column's cells, top down. */
  readonly content: readonly ('number' | RowField)[];
  /** Millimetres. */
  readonly width: number;
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

const page: FormPage = {
  width: 297,
  height: 210,
  margin: { top: 12, right: 12, bottom: 10, left: 12 },
};

const type: FormType = {
  font: 'ＭＳ 明朝',
  bodySize: 10,
  bodyLine: 13,
  titleSize: 14,
  titleLine: 20,
};

/** The official table shows neither verdicts nor which target an outcome speaks of. */
const printedAlone: FormAsks = { verdicts: false, outcomeTargets: false };

const number: FormColumn = { heading: ['NO.'], content: ['number'], width: 9.4 };
const title: FormColumn = { heading: ['取組名', '(担当課名)'], content: ['title', 'section'], width: 30.8 };

/** 達成状況報告: all six columns. */
export const reportForm: Form = {
  name: 'report',
  label: '達成状況報告',
  title: '{yearLabel} {headPost}の目標宣言 達成状況報告',
  columns: [
    number,
    title,
    { heading: ['取組内容'], content: ['plan'], width: 48.5 },
    { heading: ['達成目標'], content: ['targets'], width: 37.9 },
    { heading: ['取組結果', '今後の取組の方向性'], content: ['results', 'direction'], width: 97.9 },
    { heading: ['目標達成状況'], content: ['outcomes'], width: 48.5 },
  ],
  cellLabels: {
    targets: '[目標値]',
    direction: '[今後の取組の方向性]',
    outcomes: '[実績値]',
  },
  asks: printedAlone,
  // About twelve lines a cell, at 9 to 26 characters a line.
  limits: {
    title: 40,
    section: 20,
    plan: 130,
    targets: 100,
    results: 200,
    direction: 120,
    outcomes: 130,
  },
  trackChanges: true,
  page,
  type,
};

/** 目標宣言: columns 1–4, published in spring. */
export const declarationForm: Form = {
  name: 'declaration',
  label: '目標宣言',
  title: '{yearLabel} {headPost}の目標宣言',
  columns: [
    number,
    { ...title, width: 52 },
    { heading: ['取組内容'], content: ['plan'], width: 119 },
    { heading: ['達成目標'], content: ['targets'], width: 92.6 },
  ],
  cellLabels: { targets: '[目標値]' },
  asks: printedAlone,
  // About twelve lines a cell, at 13 to 32 characters a line.
  limits: { title: 60, section: 30, plan: 350, targets: 250 },
  trackChanges: true,
  page,
  type,
};

/** The forms that every copy of the program brings along. */
export const builtInForms = [reportForm, declarationForm] as const;

export const formNames = ['report', 'declaration'] as const;
export type FormName = (typeof formNames)[number];

export function builtInForm(name: FormName): Form {
  return name === 'report' ? reportForm : declarationForm;
}

/** All fields of a row that a form knows, printed or not: those that every report has, then its own. */
export function rowFieldsOf({ own = [] }: Form): readonly FieldDefinition<RowField>[] {
  return [...builtInRowFields, ...own.filter(({ owner }) => owner === 'row')];
}

/** The definition of a field of a row. */
export function fieldOfForm({ own = [] }: Form, id: RowField): FieldDefinition<RowField> {
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

/** The document's title line: 平成28年度 市民生活部長の目標宣言 達成状況報告. */
export function titleOf(form: Form, heading: ReportHeading): string {
  return form.title
    .replaceAll('{yearLabel}', heading.yearLabel)
    .replaceAll('{department}', heading.department)
    .replaceAll('{headPost}', heading.headPost);
}
