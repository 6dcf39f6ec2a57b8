import { failed, success, type Result } from '../../../shared/result.ts';
import { markedChanges } from '../../word/marked/marked-changes.ts';
import type { WordDocument } from '../../word/reading/word-document.ts';
import { printedDifferences } from '../../word/verifying/printed-differences.ts';
import { printedDocument } from '../../word/verifying/printed-document.ts';
import type { MarkedFile, MarkingHost, Reference } from '../jobs.ts';
import { openWordFile } from '../open-word-file.ts';
import { wordFileFacts } from '../word-file-facts.ts';

/** Says what a returned Word file says otherwise than it was exported. */
export async function markedWord(
  { path }: { readonly path: string },
  host: MarkingHost,
): Promise<Result<MarkedFile>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { document } = file.value;
  const facts = wordFileFacts(file.value);
  const base = await host.begin(facts);
  if (!base.ok) return base;
  if (base.value === 'known') return success({ facts, found: null });
  const found =
    base.value === 'search' ? await searchExport(document, host) : { export: null, reference: base.value };
  if (found === null) return failed({ code: 'word-content-unknown', path });
  const { expected, form } = found.reference;
  return success({
    facts,
    found: { export: found.export, changes: markedChanges(document, expected, form) },
  });
}

/** The latest export that the file says word for word, its tracked changes aside; there is no guess. */
async function searchExport(
  document: WordDocument,
  host: MarkingHost,
): Promise<{ export: number; reference: Reference } | null> {
  const printed = printedDocument(document, 'original');
  for (let at = 0; ; at += 1) {
    const reference = await host.exported(at);
    if (reference === null) return null;
    if (reference === 'unknown') continue;
    if (printedDifferences(reference.expected, printed).length === 0) return { export: at, reference };
  }
}
