import type { DocumentForm, OfficeForm } from '../office-form.ts';
import { officialForm } from '../official-form.ts';
import { numberWidth, roomOf, tenth } from './column-widths.ts';

/** A form with the number and the name of each row and nothing else, on the official form's paper. */
export function blankForm(id: string, label: string): OfficeForm {
  const { declaration, report } = officialForm;
  return {
    format: officialForm.format,
    id,
    label,
    fields: [],
    declaration: blankDocument(declaration),
    report: blankDocument(report),
  };
}

function blankDocument({ label, title, page, type, trackChanges }: DocumentForm): DocumentForm {
  return {
    label,
    title,
    columns: [
      { heading: ['NO.'], content: ['number'], width: numberWidth },
      { heading: ['取組名'], content: ['title'], width: tenth(roomOf({ page }) - numberWidth) },
    ],
    cellLabels: {},
    asks: { verdicts: false, outcomeTargets: false },
    trackChanges,
    page,
    type,
  };
}

/** The same form as one of its own. */
export function copiedForm(
  { purpose: _purpose, ...form }: OfficeForm,
  id: string,
  label: string,
): OfficeForm {
  return { ...form, id, label };
}
