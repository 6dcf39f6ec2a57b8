import type { Finding } from '../../../shared/model/checks/finding.ts';
import { fieldOfPlace } from '../../../shared/model/report-texts.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import { focusText, type SpotInField } from './focus-field.ts';
import { goToField } from './go-to-field.ts';
import { controlOf, rangeIn } from './text-spot.ts';

/** Shows where a finding stands, with its words selected. */
export async function goToFinding(
  navigation: Navigation,
  editor: ReportEditor,
  { place, span }: Finding,
): Promise<void> {
  if (place.kind === 'report') return;
  if (place.kind === 'heading') {
    editor.leave();
    navigation.go({ name: 'report', report: editor.content.id, place: { kind: 'heading' } });
    await focusText(controlOf(place), span ?? [0, 0]);
    return;
  }
  const row = editor.content.row(place.row)?.initiative;
  if (row === undefined) return;
  if (place.kind === 'field') {
    const { field, at } = place;
    const outcome = field === 'outcomes' && at !== null ? row.outcomes[at] : undefined;
    const target = field === 'targets' && at !== null ? row.targets[at] : undefined;
    const element = outcome === undefined ? target && `${target.id}-measure` : `${outcome.id}-statement`;
    const spot: SpotInField = element === undefined ? { line: (at ?? 0) + 1 } : { element };
    await goToField(navigation, editor, { row: row.id, field }, spot);
    return;
  }
  const field = fieldOfPlace(place);
  if (field === null) return;
  const spot = {
    element: controlOf(place),
    ...(span === null ? {} : { range: rangeIn(row, place, span) }),
  };
  await goToField(navigation, editor, { row: row.id, field }, spot);
}
