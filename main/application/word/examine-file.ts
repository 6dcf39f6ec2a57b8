import { basename } from 'node:path';
import { isLibrary } from '../../data/opening/is-library.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import {
  looksLikeJson,
  looksLikePart,
  looksLikeWord,
  tellingBytes,
} from '../../foreign-files/looks-like.ts';
import { noHost, type ComparingHost } from '../../foreign-files/jobs.ts';
import type { Reader } from '../../foreign-files/reader.ts';
import type { HandedFile } from '../../files/handed-files.ts';
import { readFileStart } from '../../files/read-file-start.ts';
import type { Examined } from '../../../shared/contract/drop-requests.ts';
import { success, type Result } from '../../../shared/result.ts';
import { verifyFile, type VerifiedFile } from './verify-file.ts';

/** Says what a file is, by its content; a library is read no further than its header. */
export async function examineFile(
  library: LibraryFile | null,
  reader: Reader,
  { path, isCopy }: HandedFile,
): Promise<Result<Examined>> {
  const fileName = basename(path);
  const start = await readFileStart(path, tellingBytes);
  if (!start.ok) return start;
  if (isLibrary(path)) return success({ kind: 'library', fileName, asksAgain: isCopy });
  if (looksLikePart(start.value, fileName)) return success({ kind: 'part', fileName });
  if (looksLikeWord(start.value, fileName)) return examineWordFile(library, reader, path);
  if (!looksLikeJson(start.value, fileName)) return success({ kind: 'other', fileName });
  const checked = await reader.run('check-json', { path }, noHost);
  return checked.ok ? success({ kind: 'report-json', fileName }) : checked;
}

async function examineWordFile(
  library: LibraryFile | null,
  reader: Reader,
  path: string,
): Promise<Result<Examined>> {
  if (library === null) {
    const read = await reader.run('compare-word', { path }, comparesNothing);
    return read.ok ? success(wordFile(read.value)) : read;
  }
  const verified = await verifyFile(library, reader, path);
  if (!verified.ok) return verified;
  const { status, report, revision, signed, cells, changes, comments } = verified.value.verification;
  const summary = report === null ? undefined : library.reports.summary(report);
  if (status === 'unknown' || summary === undefined || revision === null) {
    return success(wordFile(verified.value));
  }
  return success({
    kind: 'exported',
    fileName: basename(path),
    report: summary.id,
    reportName: `${summary.yearLabel} ${summary.department}`,
    revision,
    status: status !== 'same-text' ? status : signed ? 'signed-text' : 'stored-text',
    cells: cells.length,
    changes: changes.length,
    comments: comments.length,
  });
}

function wordFile({ facts }: Pick<VerifiedFile, 'facts'>): Examined {
  const { fileName, hasTrackedChanges, comments } = facts;
  return { kind: 'word', fileName, hasTrackedChanges, comments };
}

/** Without a library a file is only what it says of itself. */
const comparesNothing: ComparingHost = {
  begin: () => Promise.resolve(success('enough')),
  reference: () => Promise.resolve(null),
  fallback: () => Promise.resolve(null),
  original: () => Promise.resolve(null),
};
