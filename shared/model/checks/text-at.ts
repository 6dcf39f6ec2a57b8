import { valueOf } from '../fields/values.ts';
import { rulesOf } from '../fields/kinds.ts';
import { fieldOfForm, type Form } from '../form.ts';
import { sameValue } from '../same-value.ts';
import type { Report } from '../report.ts';
import { headingTexts, rowTexts } from '../report-texts.ts';
import type { Finding } from './finding.ts';

/** The words at which a finding stands: its span, or all of its text, or the line of its item; '' where none are. */
export function excerptOf({ place, span }: Finding, report: Report, form: Pick<Form, 'own'>): string {
  if (place.kind === 'report') return '';
  if (place.kind === 'heading') {
    return cut(headingTexts(report).find((each) => sameValue(each.place, place))?.text ?? '', span);
  }
  const row = report.initiatives.find(({ id }) => id === place.row);
  if (row === undefined) return '';
  if (place.kind !== 'field')
    return cut(rowTexts(row).find((each) => sameValue(each.place, place))?.text ?? '', span);
  if (place.field === 'outcomes') return row.outcomes[place.at ?? 0]?.statement ?? '';
  const field = fieldOfForm(form, place.field);
  return rulesOf(field).lines(valueOf(row, field))[place.at ?? 0] ?? '';
}

function cut(text: string, span: Finding['span']): string {
  return span === null ? text : text.slice(...span);
}
