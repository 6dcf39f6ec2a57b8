import type { LibraryFile } from '../../data/library-file.ts';
import { formNames, type Form } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import type { Report } from '../../../shared/model/report.ts';
import { contentHash } from '../content-hash.ts';
import { contentOfHash } from './exported-content.ts';

/** What is known of a file that was exported. */
interface Exported {
  readonly report: string;
  readonly contentHash: string | null;
  readonly form: string | null;
}

/**
 * The form in which a file that came back was exported: the report's as it was then, so that a label which the form has
 * otherwise by now is no mark. Where nobody knows any more, it is that of `now`; a document by a name that this library
 * does not know is the report.
 */
export function formOfExport(
  library: LibraryFile,
  { report, contentHash: hash, form: wanted }: Exported,
  now: Report,
): Form {
  const name = formNames.find((known) => known === wanted) ?? 'report';
  const isNow = hash === null || contentHash(now) === hash;
  const exported = isNow ? now : contentOfHash(library, report, hash);
  return formOfReport(exported ?? now, name);
}
