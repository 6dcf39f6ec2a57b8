import { focusField, type SpotInField } from './focus-field.ts';
import type { FieldPlace } from './field-focus.svelte.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** Shows a row of the open report and enters one of its fields. */
export async function goToField(
  navigation: Navigation,
  editor: ReportEditor,
  place: FieldPlace,
  spot: SpotInField = {},
): Promise<boolean> {
  editor.leave();
  navigation.go({
    name: 'report',
    report: editor.content.id,
    place: { kind: 'row', row: place.row },
  });
  return focusField(place, spot);
}
