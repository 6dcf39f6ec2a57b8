import { fieldOfPlace, type TextPlace, rowTexts } from '../../../shared/model/report-texts.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { Mark } from '../../../shared/model/search-text.ts';
import { focusField, focusText } from './focus-field.ts';
import type { Workplace } from './workplace.svelte.ts';

/** Identifier of the control in which a text of the report is written. */
export function controlOf(place: TextPlace): string {
  switch (place.kind) {
    case 'heading':
      return `heading-${place.field}`;
    case 'line':
    case 'paragraph':
      return `${place.row}-${place.field}`;
    case 'target':
      return `${place.target}-${place.part}`;
    case 'outcome':
      return `${place.outcome}-${place.part === 'asOf' ? 'as-of' : place.part}`;
    case 'figure':
      return `${place.outcome}-figure-${place.part}-${place.figure}`;
  }
}

/** Shows a text of the report and selects a piece of it where it is written. */
export async function goToText(workplace: Workplace, place: TextPlace, [start, end]: Mark): Promise<void> {
  const element = controlOf(place);
  if (place.kind === 'heading') {
    workplace.show({ kind: 'heading' });
    await focusText(element, [start, end]);
    return;
  }
  workplace.show({ kind: 'row', row: place.row });
  const row = workplace.editor.content.row(place.row);
  const field = fieldOfPlace(place);
  if (row === undefined || field === null) return;
  await focusField(
    { row: place.row, field },
    { element, range: rangeIn(row.initiative, place, [start, end]) },
  );
}

/** Where a piece of a text stands in its control. */
export function rangeIn(row: Initiative, place: TextPlace, [start, end]: readonly [number, number]): Mark {
  const before = lengthBefore(row, place);
  return [before + start, before + end];
}

/** The paragraphs of a field stand in one text: how much of it stands before this one. */
function lengthBefore(initiative: Initiative, place: TextPlace): number {
  if (place.kind !== 'paragraph') return 0;
  const { field, at } = place;
  return rowTexts(initiative)
    .filter(({ place: each }) => each.kind === 'paragraph' && each.field === field && each.at < at)
    .reduce((sum, { text }) => sum + text.length + 1, 0);
}
