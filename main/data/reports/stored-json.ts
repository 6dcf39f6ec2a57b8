import { storedEditSchema, type Edit } from '../../../shared/model/edits.ts';
import type { OwnsFields } from '../../../shared/model/fields/values.ts';
import { officeFormSchema, type OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { ownValuesSchema, type Figure, type Report } from '../../../shared/model/report.ts';
import { stepCauseSchema, type StepCause } from '../../../shared/model/step-cause.ts';
import { DamagedContent } from '../sqlite-failure.ts';

/** Lists that stand in one column as JSON. What is read is checked: a flipped bit must not become a TypeError. */

export function textsOf(json: string): string[] {
  const list = listOf(json);
  for (const item of list) if (typeof item !== 'string') throw damaged('paragraphs', json);
  return list as string[];
}

export function figuresOf(json: string): Figure[] {
  const list = listOf(json);
  for (const item of list) if (!isFigure(item)) throw damaged('figures', json);
  return list as Figure[];
}

/** What own fields hold, to be spread into their holder: nothing for ''. */
export function ownOf(json: string): OwnsFields {
  if (json === '') return {};
  const checked = ownValuesSchema['~standard'].validate(parsed(json));
  if (checked instanceof Promise || checked.issues !== undefined) throw damaged('own fields', json);
  return { own: checked.value };
}

/** Forms that were read last, by their text: a report's is asked for at every step of it. */
const readForms = new Map<string, OfficeForm>();
const mostReadForms = 16;

/** The form that a report is written in, to be spread into it: nothing for ''. The same text gives the same object. */
export function formOf(json: string): Pick<Report, 'form'> {
  if (json === '') return {};
  const known = readForms.get(json);
  if (known !== undefined) return { form: known };
  const checked = officeFormSchema['~standard'].validate(parsed(json));
  if (checked instanceof Promise || checked.issues !== undefined) throw damaged('form', json);
  if (readForms.size >= mostReadForms) readForms.clear();
  readForms.set(json, checked.value);
  return { form: checked.value };
}

/** An edit of the log, checked in full because it is about to be carried out. */
export function editOf(json: string): Edit {
  const checked = storedEditSchema['~standard'].validate(parsed(json));
  if (checked instanceof Promise || checked.issues !== undefined) throw damaged('edit', json);
  return checked.value;
}

/** What brought a step about; null for '' and for a kind of cause that only a later program knows. */
export function causeOf(json: string): StepCause | null {
  if (json === '') return null;
  const checked = stepCauseSchema['~standard'].validate(parsed(json));
  return checked instanceof Promise || checked.issues !== undefined ? null : checked.value;
}

function isFigure(value: unknown): value is Figure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    (value.label === null || typeof value.label === 'string') &&
    'value' in value &&
    typeof value.value === 'string'
  );
}

function listOf(json: string): unknown[] {
  const value = parsed(json);
  if (!Array.isArray(value)) throw damaged('list', json);
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw damaged('JSON', json);
  }
}

function damaged(what: string, json: string): DamagedContent {
  return new DamagedContent(`stored ${what} unreadable: ${json.slice(0, 40)}`);
}
