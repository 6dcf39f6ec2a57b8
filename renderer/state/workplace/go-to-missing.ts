import type { MissingPart } from '../../../shared/model/completeness.ts';
import type { Initiative, InitiativeField } from '../../../shared/model/report.ts';
import type { SpotInField } from './focus-field.ts';
import { goToField } from './go-to-field.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** Shows a row and enters what it lacks. */
export function goToMissing(
  navigation: Navigation,
  editor: ReportEditor,
  initiative: Initiative,
  part: MissingPart,
): Promise<boolean> {
  const place = { row: initiative.id, field: fieldOf(part) };
  return goToField(navigation, editor, place, spotOf(part, initiative));
}

function fieldOf(part: MissingPart): InitiativeField {
  if ('field' in part) return part.field;
  if (part.code === 'row-unwritten') return 'title';
  return part.code === 'outcome-without-target' ? 'outcomes' : 'targets';
}

function spotOf(part: MissingPart, { targets, outcomes }: Initiative): SpotInField {
  if (part.code === 'field-empty' || part.code === 'row-unwritten') return {};
  const field = fieldOf(part);
  if (field === 'targets') {
    const written = part.code === 'target-without-verdict' ? 'verdict' : 'measure';
    return { element: `${targets[part.number - 1]?.id}-${written}` };
  }
  if (field === 'outcomes') return { element: `${outcomes[part.number - 1]?.id}-statement` };
  return { line: part.number };
}
