import * as v from 'valibot';
import {
  officeFormFormat,
  officeFormSchema,
  type OfficeForm,
} from '../../shared/model/forms/office-form.ts';
import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { contentFailure, readJson } from './read-json.ts';

/** Reads a form from the bytes of a `sengen-form/1` file. `path` only names the file in failures. */
export function readFormFile(bytes: Uint8Array, path: string): Result<OfficeForm, ImportFailure> {
  const read = readJson(bytes, path, officeFormFormat);
  if (!read.ok) return read;
  const checked = v.safeParse(officeFormSchema, read.value.value);
  return checked.success ? success(checked.output) : failed(contentFailure(checked.issues, path));
}

/** A form as the text of a file: UTF-8 without BOM, one line break at the end. */
export function writeFormFile(form: OfficeForm): string {
  return `${JSON.stringify(form, null, 2)}\n`;
}
