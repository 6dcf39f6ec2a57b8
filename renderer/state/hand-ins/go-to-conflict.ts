import { tick } from 'svelte';
import type { OpenConflict } from '../../../shared/contract/hand-in-requests.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { Form } from '../../../shared/model/form.ts';
import { fieldsOf } from '../../../shared/model/form.ts';
import { goToField } from '../workplace/go-to-field.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

type Place = Pick<OpenConflict, 'id' | 'initiative' | 'field'>;

/** Whether the report shows the field about which sides differ: its card stands there. */
export function hasField(
  editor: ReportEditor,
  { initiative, field }: Pick<OpenConflict, 'initiative' | 'field'>,
): boolean {
  return (
    initiative !== null &&
    editor.content.row(initiative) !== undefined &&
    isShown(editor.content.form, field)
  );
}

/** Goes to the field about which sides differ; where there is none, to the list, which holds the card. */
export async function goToConflict(
  navigation: Navigation,
  editor: ReportEditor,
  conflict: Place,
): Promise<void> {
  const { initiative, field } = conflict;
  if (initiative !== null && isRowField(field) && hasField(editor, conflict)) {
    await goToField(navigation, editor, { row: initiative, field });
    // The pane beside may just have opened, and the form be narrower and longer than when the field was gone to.
    await new Promise((next) => requestAnimationFrame(next));
    cardOf(conflict)?.scrollIntoView({ block: 'nearest' });
    return;
  }
  await tick();
  document.getElementById('side-tab-conflicts')?.focus();
}

function cardOf({ id }: Place): Element | null {
  return document.querySelector(`[data-row] [data-conflict="${id}"]`);
}

function isShown(form: Form, field: string): boolean {
  return fieldsOf(form).some(({ id }) => id === field);
}
