/** A field that a person types a text into. */
export type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** Kinds of `input` that are buttons, marks and choosers, with nothing to type into. */
const textless: ReadonlySet<string> = new Set(
  'button checkbox color date datetime-local file hidden image month radio range reset submit time week'.split(
    ' ',
  ),
);

/** The text box that something happens in; null for anything else. */
export function textBoxOf(target: EventTarget | null): TextBox | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !textless.has(target.type) ? target : null;
}

/**
 * True for a field of the open report: what is typed there is a step of the report.
 *
 * Those stand within `data-report-fields`. A dialog over them belongs to no report.
 */
export function isInReport(element: Element): boolean {
  return element.closest('dialog, [data-report-fields]')?.matches('[data-report-fields]') === true;
}
