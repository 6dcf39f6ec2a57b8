import type { LibraryFile } from '../../data/library-file.ts';
import { writeReportJson } from '../../exchange/write-report-json.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import type { RequestArguments } from '../../../shared/contract/requests.ts';
import type { SignOff } from '../../../shared/contract/sign-off-requests.ts';
import { type Form } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { outline } from '../../../shared/model/outline.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { contentHash } from '../content-hash.ts';
import { actorOf, type Context } from '../context.ts';
import { originOf } from './exported-content.ts';
import { sha256Of } from '../../files/sha256.ts';

/** Differences that are told one by one. */
const listed = 20;

/**
 * Keeps a signed file's exact bytes, when it is this report's and says word for word what the report says
 * now. Tracked changes are refused: what was signed would be open to two readings.
 */
export async function recordSignOff(
  context: Context,
  library: LibraryFile,
  path: string,
  { report: id, signedBy, signedAt, note }: RequestArguments<'signOffs.record'>,
): Promise<Result<SignOff>> {
  const stored = library.reports.read(id);
  if (!stored.ok) return stored;
  const { report, sequence } = stored.value;
  let form: Form = formOfReport(report, 'report');
  const compared = await context.reader.run(
    'compare-word',
    { path },
    {
      begin: (facts) => {
        const origin = originOf(facts, library);
        if (!origin.ok) return Promise.resolve(origin);
        if (origin.value.report !== id) {
          return Promise.resolve(failed({ code: 'word-of-another-report', path }));
        }
        form = formOfReport(report, origin.value.form ?? 'report');
        return Promise.resolve(success('compare'));
      },
      reference: () => Promise.resolve(null),
      fallback: () => Promise.resolve({ form, expected: outline(report, form) }),
      // A seal may be drawn on what is signed.
      original: () => Promise.resolve('any'),
    },
  );
  if (!compared.ok) return compared;
  const { facts, changes, cells } = compared.value;
  if (changes.length > 0) return failed({ code: 'signed-has-changes', path, changes: changes.length });
  if (cells.length > 0) {
    return failed({
      code: 'signed-text-differs',
      path,
      cells: cells.slice(0, listed),
      more: Math.max(0, cells.length - listed),
    });
  }
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const sha256 = sha256Of(bytes.value);
  if (sha256 !== facts.sha256)
    return failed({ code: 'file-unreadable', path, cause: 'changed while reading' });
  // Refused with `stale-edit` where the report was written in meanwhile.
  return library.signOffs.record(
    {
      report: id,
      sequence,
      signedBy,
      signedAt,
      note,
      fileName: facts.fileName,
      sha256,
      file: bytes.value,
      content: writeReportJson(report),
      contentHash: contentHash(report),
      form: form.name,
    },
    actorOf(context),
  );
}
