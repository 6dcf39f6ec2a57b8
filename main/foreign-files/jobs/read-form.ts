import { readFormFile } from '../../exchange/form-file.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { Result } from '../../../shared/result.ts';

export async function readForm({ path }: { readonly path: string }): Promise<Result<OfficeForm>> {
  const bytes = await readBoundedFile(path);
  return bytes.ok ? readFormFile(bytes.value, path) : bytes;
}
