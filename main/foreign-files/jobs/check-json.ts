import { readReportJson } from '../../exchange/read-report-json.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { success, type Result } from '../../../shared/result.ts';

export async function checkJson({ path }: { readonly path: string }): Promise<Result<null>> {
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const read = readReportJson(bytes.value, path);
  return read.ok ? success(null) : read;
}
