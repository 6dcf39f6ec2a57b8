import type { LibraryFile } from '../../data/library-file.ts';
import type { SignedRevision } from '../../data/word/sign-off-store.ts';
import { readWordDocument } from '../../word/reading/read-word-document.ts';
import { printedDifferences } from '../../word/verifying/printed-differences.ts';
import { printedDocument } from '../../word/verifying/printed-document.ts';
import { marksIn } from '../../word/verifying/tracked-changes.ts';
import type { CellDifference, Verification } from '../../../shared/contract/sign-off-requests.ts';
import { builtInForm, formNames, type Form } from '../../../shared/model/form.ts';
import { outline, type Outline } from '../../../shared/model/outline.ts';
import type { Report } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import { failureSentences } from '../../../shared/words/failure-sentences.ts';
import { printedSigns } from '../../../shared/words/printed-signs.ts';
import { originOf, signedReport } from './exported-content.ts';
import type { WordFile } from './open-word-file.ts';

/** A text that a file can be held against. */
interface Reference {
  readonly report: string;
  readonly revision: number;
  readonly signed: boolean;
  readonly form: Form;
  readonly expected: Outline;
}

/** Says whether a file is a signed text, the text as it is stored, or where it differs. */
export async function verifyFile(library: LibraryFile, file: WordFile): Promise<Result<Verification>> {
  const { fileName, sha256, document } = file;
  const answer = (
    status: Verification['status'],
    reference: Reference | null,
    cells: CellDifference[] = [],
    why: string | null = null,
  ) =>
    success({
      status: status === 'same-text' && cells.length > 0 ? ('differs' as const) : status,
      why,
      report: reference?.report ?? null,
      revision: reference?.revision ?? null,
      signed: reference?.signed ?? false,
      fileName,
      sha256,
      cells,
      ...(reference === null
        ? { comments: [], changes: [] }
        : marksIn(document, reference.expected, reference.form)),
    });

  const everySigned = library.signOffs.signed(null);
  const exact = everySigned.find((revision) => revision.sha256 === sha256);
  if (exact !== undefined) return answer('signed', referenceOf(exact));

  const origin = originOf(file, library);
  if (!origin.ok) {
    const { code } = origin.failure;
    if (code !== 'word-not-ours' && code !== 'word-of-unknown-report') return origin;
    // Programs that clean files drop all marks; the text alone then says what it is.
    const same = everySigned.map(referenceOf).find((reference) => says(file, reference)) ?? null;
    return same === null
      ? answer('unknown', null, [], failureSentences(origin.failure).happened)
      : answer('same-text', same, await addedDrawings(library, file, same));
  }

  const { report, revision } = origin.value;
  const signed = everySigned.filter((candidate) => candidate.report === report).map(referenceOf);
  const same = signed.find((reference) => says(file, reference)) ?? null;
  if (same !== null) return answer('same-text', same, await addedDrawings(library, file, same));
  const ofRevision = signed.find((reference) => reference?.revision === revision);
  const reference = ofRevision ?? storedReference(library, report, origin.value.form ?? 'report');
  if (reference === null) {
    const { happened } = failureSentences({ code: 'word-of-unknown-report', path: fileName });
    return answer('unknown', null, [], happened);
  }
  const cells = [
    ...differencesFrom(reference.expected, file),
    ...(await addedDrawings(library, file, reference)),
  ];
  return answer('same-text', reference, cells);
}

/** Pictures and shapes can cover what is printed: there may be no more than in the signed file, which may bear a seal. */
async function addedDrawings(
  library: LibraryFile,
  { document }: WordFile,
  { report, revision, signed }: Reference,
): Promise<CellDifference[]> {
  const { drawings } = document.leftAside;
  if (drawings === 0) return [];
  const bytes = signed ? library.signOffs.file(report, revision) : null;
  const original = bytes?.ok === true ? await readWordDocument(bytes.value) : null;
  const known = original?.ok === true ? original.value.leftAside.drawings : 0;
  if (drawings <= known) return [];
  return [{ row: null, field: 'outside', before: '', after: printedSigns.drawings(drawings - known) }];
}

function says(file: WordFile, reference: Reference | null): boolean {
  return reference !== null && differencesFrom(reference.expected, file).length === 0;
}

/** Where a file prints something else than a table, with its tracked changes accepted. */
export function differencesFrom(expected: Outline, { document }: WordFile): CellDifference[] {
  return printedDifferences(expected, printedDocument(document, 'accepted'));
}

function referenceOf(signed: SignedRevision): Reference | null {
  const report = signedReport(signed);
  const form = formNames.find((name) => name === signed.form);
  if (report === null || form === undefined) return null;
  return madeOf(report, signed.revision, true, builtInForm(form));
}

function storedReference(library: LibraryFile, report: string, form: Form['name']): Reference | null {
  const stored = library.reports.read(report);
  const revision = library.reports.summary(report)?.revision;
  if (!stored.ok || revision === undefined) return null;
  const name = formNames.find((known) => known === form) ?? 'report';
  return madeOf(stored.value.report, revision, false, builtInForm(name));
}

function madeOf(report: Report, revision: number, signed: boolean, form: Form): Reference {
  return { report: report.id, revision, signed, form, expected: outline(report, form) };
}
