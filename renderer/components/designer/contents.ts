import type { ItemField, ItemPart } from '../../../shared/model/fields/item-parts.ts';
import { isItemField, itemOwners, partDefinition } from '../../../shared/model/fields/item-parts.ts';
import { fieldOfForm, rowFieldsOf, type Form } from '../../../shared/model/form.ts';
import type { ColumnContent } from '../../../shared/model/forms/design/design-columns.ts';
import { partsToPlace } from '../../../shared/model/forms/design/design-shape.ts';
import { designerWords as words } from '../../words/designer-words.ts';

/** A part of each target or outcome, in a document with a line for each target. */
export type PartContent = `${ItemField}/${ItemPart}`;

/**
 * All that can stand in a form's columns: the number, the fields of every report, its own. With a line for each target its
 * parts stand in columns (partContentsOf).
 */
export function contentsOf(form: Form): ColumnContent[] {
  const ids = rowFieldsOf(form).map(({ id }) => id);
  const inLines = form.shape?.kind === 'line-per-target';
  return ['number', ...ids.filter((id) => !inLines || !isItemField(id))];
}

export function contentLabel(form: Form, content: ColumnContent): string {
  return content === 'number' ? words.number : fieldOfForm(form, content).label;
}

/** The parts of targets and outcomes that can stand in columns; none without a line for each target. */
export function partContentsOf(form: Form): { readonly field: ItemField; readonly part: ItemPart }[] {
  if (form.shape?.kind !== 'line-per-target') return [];
  return (Object.keys(itemOwners) as ItemField[]).flatMap((field) =>
    partsToPlace(form, field).map((part) => ({ field, part })),
  );
}

export function partLabel(form: Form, field: ItemField, part: ItemPart): string {
  return words.ofItem(fieldOfForm(form, field).label, partDefinition(field, part, form.own).label);
}
