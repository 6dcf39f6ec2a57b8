import * as v from 'valibot';
import { storedEditSchema, type Edit } from '../../../shared/model/edits.ts';
import type { OwnsFields } from '../../../shared/model/fields/values.ts';
import { officeFormSchema, type OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { ownValuesSchema, type Figure, type Report } from '../../../shared/model/report.ts';
import {
  reportStandingSchema,
  rowStandingSchema,
  type ReportStanding,
  type RowStanding,
} from '../../../shared/model/states/standing.ts';
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

/** What stands in a column as JSON of this shape; `what` names it where it does not. */
export function checkedJson<T>(json: string, schema: v.GenericSchema<unknown, T>, what: string): T {
  const checked = v.safeParse(schema, parsed(json));
  if (!checked.success) throw damaged(what, json);
  return checked.output;
}

/** What own fields hold, to be spread into their holder: nothing for ''. */
export function ownOf(json: string): OwnsFields {
  return json === '' ? {} : { own: checkedJson(json, ownValuesSchema, 'own fields') };
}

/** Forms that were read last, by their text: a report's is asked for at every step of it. */
const readForms = new Map<string, OfficeForm>();
const mostReadForms = 16;

/** The form that a report is written in, to be spread into it: nothing for ''. The same text gives the same object. */
export function formOf(json: string): Pick<Report, 'form'> {
  if (json === '') return {};
  const known = readForms.get(json);
  if (known !== undefined) return { form: known };
  const form = checkedJson(json, officeFormSchema, 'form');
  if (readForms.size >= mostReadForms) readForms.clear();
  readForms.set(json, form);
  return { form };
}

/** Where a row stands, to be spread into it: nothing for ''. */
export function rowStandingOf(json: string): { readonly standing?: RowStanding } {
  return json === '' ? {} : { standing: checkedJson(json, rowStandingSchema, 'standing') };
}

export function reportStandingOf(json: string): { readonly standing?: ReportStanding } {
  return json === '' ? {} : { standing: checkedJson(json, reportStandingSchema, 'standing') };
}

/** A standing as it is stored: '' for none. */
export function standingText(standing: RowStanding | ReportStanding | undefined): string {
  return standing === undefined ? '' : JSON.stringify(standing);
}

/** An edit of the log, checked in full because it is about to be carried out. */
export function editOf(json: string): Edit {
  return checkedJson(json, storedEditSchema, 'edit');
}

/** What brought a step about; null for '' and for a kind of cause that only a later program knows. */
export function causeOf(json: string): StepCause | null {
  if (json === '') return null;
  const checked = v.safeParse(stepCauseSchema, parsed(json));
  return checked.success ? checked.output : null;
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
