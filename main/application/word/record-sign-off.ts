import type { LibraryFile } from '../../data/library-file.ts';
import { writeReportJson } from '../../exchange/write-report-json.ts';
import { marksIn } from '../../word/verifying/tracked-changes.ts';
import type { RequestArguments } from '../../../shared/contract/requests.ts';
import type { SignOff } from '../../../shared/contract/sign-off-requests.ts';
import { builtInForm } from '../../../shared/model/form.ts';
import { outline } from '../../../shared/model/outline.ts';
import { failed, type Result } from '../../../shared/result.ts';
import { contentHash } from '../content-hash.ts';
import { actorOf, type Context } from '../context.ts';
import { originOf } from './exported-content.ts';
import type { WordFile } from './open-word-file.ts';
import { differencesFrom } from './verify-file.ts';

/** Differences that are told one by one. */
const listed = 20;

/**
 * Keeps a signed file's exact bytes, when it is this report's and says word for word what the report says
 * now. Tracked changes are refused: what was signed would be open to two readings.
 */
export function recordSignOff(
  context: Context,
  library: LibraryFile,
  file: WordFile,
  { report: id, signedBy, signedAt, note }: RequestArguments<'signOffs.record'>,
): Result<SignOff> {
  const { path, document } = file;
  const origin = originOf(file, library);
  if (!origin.ok) return origin;
  if (origin.value.report !== id) return failed({ code: 'word-of-another-report', path });
  const stored = library.reports.read(id);
  if (!stored.ok) return stored;
  const { report, sequence } = stored.value;
  const form = builtInForm(origin.value.form ?? 'report');
  const expected = outline(report, form);
  const { changes } = marksIn(document, expected, form);
  if (changes.length > 0) return failed({ code: 'signed-has-changes', path, changes: changes.length });
  const cells = differencesFrom(expected, file);
  if (cells.length > 0) {
    return failed({
      code: 'signed-text-differs',
      path,
      cells: cells.slice(0, listed),
      more: Math.max(0, cells.length - listed),
    });
  }
  return library.signOffs.record(
    {
      report: id,
      sequence,
      signedBy,
      signedAt,
      note,
      fileName: file.fileName,
      sha256: file.sha256,
      file: file.bytes,
      content: writeReportJson(report),
      contentHash: contentHash(report),
      form: form.name,
    },
    actorOf(context),
  );
}
