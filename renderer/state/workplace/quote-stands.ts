import { fieldOfPlace, rowTexts } from '../../../shared/model/report-texts.ts';
import type { Initiative, InitiativeField } from '../../../shared/model/report.ts';
import { fieldLines } from '../../../shared/model/search-text.ts';

/** Whether a piece of a field's text that somebody spoke of still stands there, word for word. */
export function quoteStands(initiative: Initiative, field: InitiativeField, quote: string): boolean {
  // As the parts are typed, and as they are printed together: a comment from Word quotes what is printed.
  const typed = rowTexts(initiative)
    .filter(({ place }) => fieldOfPlace(place) === field)
    .map(({ text }) => text);
  return [...typed, ...fieldLines(initiative, field)].some((text) => text.includes(quote));
}
