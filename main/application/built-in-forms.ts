import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { readFormFile } from '../exchange/form-file.ts';
import { readTexts } from '../files/read-texts.ts';

/**
 * The forms that the program brings besides the official one, which is a part of its bundle: a file each, in the order of
 * the files' names.
 *
 * A file that is broken is left out and told, and so is a folder that can't be read: there is always the official form.
 */
export function builtInForms(
  folder: string,
  tell: (file: string, error: unknown) => void = () => undefined,
): OfficeForm[] {
  return formsIn(folder, tell).filter(({ id }) => id !== officialForm.id);
}

function formsIn(folder: string, tell: (file: string, error: unknown) => void): OfficeForm[] {
  try {
    return readTexts(folder, '.json').flatMap(({ name, text }) => {
      const read = readFormFile(new TextEncoder().encode(text), name);
      if (read.ok) return [read.value];
      tell(name, read.failure);
      return [];
    });
  } catch (error) {
    tell(folder, error);
    return [];
  }
}
