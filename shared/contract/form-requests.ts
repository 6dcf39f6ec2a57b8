import * as v from 'valibot';
import { officeFormSchema } from '../model/forms/office-form.ts';
import { request } from './request.ts';

/** 様式: the forms in which reports can be written. */
export const formRequests = {
  /**
   * The forms to choose from, the official one first: `brought` by the program, or `used` by a report of the library,
   * each once.
   */
  'forms.list': request(
    'works',
    v.object({}),
    v.array(v.object({ form: officeFormSchema, from: v.picklist(['brought', 'used']) })),
  ),
  /** Asks for a file of a form, and reads it. */
  'forms.read': request('works', v.object({}), v.object({ form: officeFormSchema })),
  /**
   * Asks for a Word file with a table that an office uses, and proposes a form after it. `unknown`: its headings that no
   * form knows, each a new field.
   */
  'forms.propose': request(
    'works',
    v.object({}),
    v.object({ form: officeFormSchema, unknown: v.array(v.string()) }),
  ),
  /** Asks where, and writes a form to a file. */
  'forms.write': request('works', v.object({ form: officeFormSchema }), v.object({ path: v.string() })),
} as const;
