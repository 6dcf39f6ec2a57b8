import { outlineRow } from '../../../shared/model/outline.ts';
import { reportForm, type Form } from '../../../shared/model/form.ts';
import { initiativeFields, type InitiativeField } from '../../../shared/model/report.ts';
import type { InitiativeDraft } from '../../domain/report-draft.ts';

/** Every field in a column of its own, without labels. */
const everyField: Form = {
  ...reportForm,
  columns: initiativeFields.map((field) => ({ heading: [], content: [field], width: 10 })),
  cellLabels: {},
};

/** The paragraphs that each field of a row prints, labels aside; an empty field prints none. */
export function printedFields(draft: InitiativeDraft): ReadonlyMap<InitiativeField, readonly string[]> {
  const row = outlineRow(
    {
      ...draft,
      id: '',
      // Where pages break is no text.
      pageBreakBefore: false,
      declarationPageBreakBefore: false,
      targets: draft.targets.map((target) => ({ ...target, id: '' })),
      outcomes: draft.outcomes.map((outcome) => ({ ...outcome, id: '', targets: [] })),
    },
    0,
    everyField,
  );
  const printed = new Map<InitiativeField, readonly string[]>();
  for (const { parts } of row.cells) {
    for (const { field, paragraphs } of parts) {
      if (field === 'number') continue;
      const texts = paragraphs.map(({ text }) => text);
      printed.set(field, texts.length === 1 && texts[0] === '' ? [] : texts);
    }
  }
  return printed;
}
