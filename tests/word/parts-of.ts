import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { must } from '../support/must.ts';

/** The parts of a Word file as text, by their names. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = must(await readPackageParts(bytes));
  return new Map([...parts].map(([name, content]) => [name, new TextDecoder().decode(content)]));
}
