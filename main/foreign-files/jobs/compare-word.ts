import type { CellDifference } from '../../../shared/contract/sign-off-requests.ts';
import { success, type Result } from '../../../shared/result.ts';
import { printedSigns } from '../../../shared/words/printed-signs.ts';
import { readWordDocument } from '../../word/reading/read-word-document.ts';
import type { WordDocument } from '../../word/reading/word-document.ts';
import { printedDifferences } from '../../word/verifying/printed-differences.ts';
import { printedDocument } from '../../word/verifying/printed-document.ts';
import { marksIn } from '../../word/verifying/tracked-changes.ts';
import type { ComparedFile, ComparingHost, Reference } from '../jobs.ts';
import { openWordFile } from '../open-word-file.ts';
import { wordFileFacts } from '../word-file-facts.ts';

/** Says which text of the library a Word file says, with its tracked changes accepted, or where it differs. */
export async function compareWord(
  { path }: { readonly path: string },
  host: ComparingHost,
): Promise<Result<ComparedFile>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { document } = file.value;
  const facts = wordFileFacts(file.value);
  const wanted = await host.begin(facts);
  if (!wanted.ok) return wanted;
  const alone: ComparedFile = { facts, against: null, cells: [], comments: [], changes: [] };
  if (wanted.value === 'enough') return success(alone);

  const printed = printedDocument(document, 'accepted');
  const differences = ({ expected }: Reference): CellDifference[] => printedDifferences(expected, printed);
  const answer = async (
    against: number | 'fallback',
    reference: Reference,
    cells: readonly CellDifference[],
  ): Promise<Result<ComparedFile>> =>
    success({
      facts,
      against,
      cells: [...cells, ...(await addedDrawings(document, host))],
      ...marksIn(document, reference.expected, reference.form),
    });
  for (let at = 0; ; at += 1) {
    const reference = await host.reference(at);
    if (reference === null) break;
    if (reference === 'unknown') continue;
    if (differences(reference).length === 0) return answer(at, reference, []);
  }
  const fallback = await host.fallback();
  return fallback === null ? success(alone) : answer('fallback', fallback, differences(fallback));
}

/** Pictures and shapes can cover what is printed: there may be no more than in the signed file, which may bear a seal. */
async function addedDrawings(document: WordDocument, host: ComparingHost): Promise<CellDifference[]> {
  const { drawings } = document.leftAside;
  if (drawings === 0) return [];
  const bytes = await host.original();
  if (bytes === 'any') return [];
  const original = bytes === null ? null : await readWordDocument(bytes);
  const known = original?.ok === true ? original.value.leftAside.drawings : 0;
  if (drawings <= known) return [];
  return [{ row: null, field: 'outside', before: '', after: printedSigns.drawings(drawings - known) }];
}
