import { fieldOfPart, type MissingPart } from '../../../shared/model/completeness.ts';
import type { Initiative, Outcome } from '../../../shared/model/report.ts';
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
  const place = { row: initiative.id, field: fieldOfPart(part) };
  return goToField(navigation, editor, place, spotOf(part, initiative));
}

/** Where in its field a missing part is to be written. */
export function spotOf(part: MissingPart, { targets, outcomes }: Initiative): SpotInField {
  if (part.code === 'field-empty' || part.code === 'row-unwritten') return {};
  const field = fieldOfPart(part);
  if (part.code === 'part-empty') {
    const items: readonly { readonly id: string }[] = part.field === 'targets' ? targets : outcomes;
    return { element: `${items[part.number - 1]?.id}-${part.part}` };
  }
  if (field === 'targets') {
    const written = part.code === 'target-without-verdict' ? 'verdict' : 'measure';
    return { element: `${targets[part.number - 1]?.id}-${written}` };
  }
  const outcome = field === 'outcomes' ? outcomes[part.number - 1] : undefined;
  if (outcome !== undefined) return { element: `${outcome.id}-${partOf(part, outcome)}` };
  return { line: part.number };
}

/** The part of an outcome that is to be written: what it speaks of, its text, or a figure without a value. */
function partOf(part: MissingPart, { statement, figures }: Outcome): string {
  if (part.code === 'outcome-without-target') return 'target-0';
  const at = figures.findIndex(({ value }) => value.trim() === '');
  return statement.trim() !== '' && at >= 0 ? `figure-value-${at}` : 'statement';
}
