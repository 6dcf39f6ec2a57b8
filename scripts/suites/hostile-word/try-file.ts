import { readWordDocument } from '../../../main/word/reading/read-word-document.ts';
import { understandReport } from '../../../main/word/understanding/understand-report.ts';

/** What became of a file: `understood`, or the code of the refusal. Throws when the reader does. */
export async function tryFile(bytes: Uint8Array, changes: 'accepted' | 'original'): Promise<string> {
  const document = await readWordDocument(bytes);
  if (!document.ok) return document.failure.code;
  const understood = understandReport(document.value, { changes });
  return understood.ok ? 'understood' : understood.failure.code;
}
