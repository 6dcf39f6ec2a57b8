import type { LibraryFile } from '../../data/library-file.ts';
import type { WordFileFacts } from '../../foreign-files/jobs.ts';
import type { Report } from '../../../shared/model/report.ts';
import { breath } from '../breath.ts';
import { contentHash } from '../content-hash.ts';
import type { FileOrigin } from './exported-content.ts';
import { reportOfJson } from './report-of-json.ts';

/** How long the log is read in one piece, in ms. */
const piece = 10;

export interface UnrecordedContent {
  readonly report: Report;
  /** It has the hash that the file bears. Any other has to be what the file says word for word. */
  readonly isProven: boolean;
}

/**
 * What a report said when a file went out of which the library knows nothing: it could not be recorded, or another
 * copy of the library wrote it. The log is read backwards for a content of the file's hash; where it has none, the
 * report that the file itself carries is it, which holds only what its form prints. Null where the file carries none.
 *
 * What is found in the log is recorded, so that it is found at once from then on.
 */
export async function unrecordedContent(
  library: LibraryFile,
  { carried }: WordFileFacts,
  { report, contentHash: hash, form }: FileOrigin,
  at: Date,
): Promise<UnrecordedContent | null> {
  if (hash === null) return null;
  let rested = performance.now();
  for (const { sequence, content } of library.past.backwards(report)) {
    if (contentHash(content) === hash) {
      // It is found again without it, only later.
      library.reports.recordExport({ report, contentHash: hash, form: form ?? 'report', at, sequence });
      return { report: content, isProven: true };
    }
    if (performance.now() - rested < piece) continue;
    await breath();
    rested = performance.now();
  }
  const own = carried === null ? null : reportCarried(carried, report);
  return own === null ? null : { report: own, isProven: contentHash(own) === hash };
}

/** The report in a file, with its own identifiers; null where it is another one, or can't be read. */
function reportCarried(json: string, id: string): Report | null {
  const read = reportOfJson(json, 'carried');
  return read?.id === id ? read.report : null;
}
