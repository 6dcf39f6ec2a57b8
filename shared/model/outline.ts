import { fieldOfForm, titleOf, type Form } from './form.ts';
import { isBlank } from './plain-text.ts';
import { pageBreakKeys, type Initiative, type Report } from './report.ts';
import type { RowField } from './fields/built-in-fields.ts';
import { rulesOf } from './fields/kinds.ts';
import { valueOf, type RowValues } from './fields/values.ts';

/**
 * The table as plain cells and paragraphs: the one place that says what a cell prints.
 *
 * Word, preview, HTML, spreadsheet and comparison all draw this; none decides again.
 */
export interface Outline {
  readonly title: string;
  /** Post and name of the head, right-aligned under the title. */
  readonly headLine: string;
  readonly columns: readonly { readonly heading: readonly string[]; readonly width: number }[];
  readonly rows: readonly OutlineRow[];
}

export interface OutlineRow {
  /** The initiative's identifier. */
  readonly id: string;
  readonly number: number;
  readonly pageBreakBefore: boolean;
  /** One per column of the form. */
  readonly cells: readonly OutlineCell[];
}

export interface OutlineCell {
  /** Top down; a cell with two fields has two parts. */
  readonly parts: readonly OutlinePart[];
}

export interface OutlinePart {
  readonly field: 'number' | RowField;
  /** At least one; an empty field prints one empty paragraph, so that there is a place to write in. */
  readonly paragraphs: readonly OutlineParagraph[];
}

export interface OutlineParagraph {
  readonly kind: 'plain' | 'label' | 'bullet' | 'as-of' | 'figure';
  readonly text: string;
}

export function outline(report: Report, form: Form): Outline {
  return {
    title: titleOf(form, report),
    headLine: headLineOf(report),
    columns: form.columns.map(({ heading, width }) => ({ heading, width })),
    rows: report.initiatives.map((initiative, index) => outlineRow(initiative, index + 1, form)),
  };
}

/** 市民生活部長 竹内 克則 */
export function headLineOf(report: Pick<Report, 'headPost' | 'headName'>): string {
  return [report.headPost, report.headName].filter((part) => !isBlank(part)).join(' ');
}

export function outlineRow(initiative: Initiative, number: number, form: Form): OutlineRow {
  return {
    id: initiative.id,
    number,
    pageBreakBefore: initiative[pageBreakKeys[form.name]],
    cells: form.columns.map(({ content }) => ({
      parts: content.map((field) => ({ field, paragraphs: paragraphsOf(initiative, number, field, form) })),
    })),
  };
}

function paragraphsOf(
  initiative: Initiative,
  number: number,
  field: 'number' | RowField,
  form: Form,
): OutlineParagraph[] {
  if (field === 'number') return [{ kind: 'plain', text: String(number) }];
  const label = form.cellLabels[field];
  const paragraphs = [
    ...(label === undefined ? [] : [{ kind: 'label', text: label } as const]),
    ...outlineField(initiative, field, form),
  ];
  return paragraphs.length > 0 ? paragraphs : [{ kind: 'plain', text: '' }];
}

/** What a field prints without the form's label; nothing where it is empty. */
export function outlineField(row: RowValues, id: RowField, form: Form): OutlineParagraph[] {
  const field = fieldOfForm(form, id);
  return rulesOf(field).print(valueOf(row, field), field);
}
