import { fieldOfForm, rowFieldsOf, type Form } from '../../../shared/model/form.ts';
import type { ColumnContent } from '../../../shared/model/forms/design/design-columns.ts';
import { designerWords as words } from '../../words/designer-words.ts';

/** All that can stand in a form's columns: the number, the fields of every report, its own. */
export function contentsOf(form: Form): ColumnContent[] {
  return ['number', ...rowFieldsOf(form).map(({ id }) => id)];
}

export function contentLabel(form: Form, content: ColumnContent): string {
  return content === 'number' ? words.number : fieldOfForm(form, content).label;
}
