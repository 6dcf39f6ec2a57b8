import { fieldsIn } from '../../../shared/model/fields/values.ts';
import type { InitiativeDraft } from '../../domain/report-draft.ts';
import type { ColumnField } from './field-names.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import type { KnownForm } from './known-form.ts';
import { printedFields } from './printed-field.ts';
import type { UnderstoodRow } from './understand-row.ts';
import type { UnderstoodCell } from './understood-report.ts';

/** What the file says of a row beside what was understood, field by field; `row` counts from 1. */
export function understoodCells(
  { file, says }: UnderstoodRow,
  draft: InitiativeDraft,
  row: number,
  form: KnownForm,
): UnderstoodCell[] {
  const printed = printedFields(draft, form);
  const cell = (field: ColumnField, understood: readonly string[]): UnderstoodCell[] => {
    const label = file.fields.get(field)?.label;
    const lines = [...(label && hasText(label) ? [label] : []), ...says(field)];
    if (lines.length === 0 && understood.length === 0) return [];
    return [{ row, field, says: lines.map(textOf), understood }];
  };
  return [
    ...cell('number', [String(row)]),
    ...fieldsIn(draft).flatMap((field) => cell(field, printed.get(field) ?? [])),
  ];
}

function textOf({ text }: CellLine): string {
  return text;
}
