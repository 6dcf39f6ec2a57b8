import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredBringBack } from '../../data/word/markup-store.ts';
import { formNames, type Form } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import type { Report } from '../../../shared/model/report.ts';
import { contentHash } from '../content-hash.ts';
import { contentOfHash } from './exported-content.ts';

/**
 * The form in which a file that came back was exported: the report's as it was then, so that a label which the form has
 * otherwise by now is no mark. Where nobody knows any more, it is that of `now`; a document by a name that this library
 * does not know is the report.
 */
export function formOfExport(
  library: LibraryFile,
  { report, contentHash: hash, form: wanted }: Pick<StoredBringBack, 'report' | 'contentHash' | 'form'>,
  now: Report,
): Form {
  const name = formNames.find((known) => known === wanted) ?? 'report';
  const exported = contentHash(now) === hash ? now : contentOfHash(library, report, hash);
  return formOfReport(exported ?? now, name);
}
