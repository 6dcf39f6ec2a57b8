import { basename } from 'node:path';
import { isLibrary } from '../../data/opening/is-library.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { readReportJson } from '../../exchange/read-report-json.ts';
import type { HandedFile } from '../../files/handed-files.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { readFileStart } from '../../files/read-file-start.ts';
import type { Examined } from '../../../shared/contract/drop-requests.ts';
import { success, type Result } from '../../../shared/result.ts';
import { looksLikeJson, looksLikeWord, tellingBytes } from '../importing/looks-like.ts';
import { openWordFile, type WordFile } from './open-word-file.ts';
import { verifyFile } from './verify-file.ts';

/** Says what a file is, by its content; a library is read no further than its header. */
export async function examineFile(
  library: LibraryFile | null,
  { path, isCopy }: HandedFile,
): Promise<Result<Examined>> {
  const fileName = basename(path);
  if (isLibrary(path)) return success({ kind: 'library', fileName, asksAgain: isCopy });
  const start = await readFileStart(path, tellingBytes);
  if (!start.ok) return start;
  if (looksLikeWord(start.value, fileName)) {
    const file = await openWordFile(path);
    return file.ok ? examineWordFile(library, file.value) : file;
  }
  if (!looksLikeJson(start.value, fileName)) return success({ kind: 'other', fileName });
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const read = readReportJson(bytes.value, path);
  return read.ok ? success({ kind: 'report-json', fileName }) : read;
}

async function examineWordFile(library: LibraryFile | null, file: WordFile): Promise<Result<Examined>> {
  const { fileName, document } = file;
  const word: Examined = {
    kind: 'word',
    fileName,
    hasTrackedChanges: document.hasTrackedChanges,
    comments: document.comments.length,
  };
  if (library === null) return success(word);
  const verified = await verifyFile(library, file);
  if (!verified.ok) return verified;
  const { status, report, revision, signed, cells, changes, comments } = verified.value;
  const summary = report === null ? undefined : library.reports.summary(report);
  if (status === 'unknown' || summary === undefined || revision === null) return success(word);
  return success({
    kind: 'exported',
    fileName,
    report: summary.id,
    reportName: `${summary.yearLabel} ${summary.department}`,
    revision,
    status: status !== 'same-text' ? status : signed ? 'signed-text' : 'stored-text',
    cells: cells.length,
    changes: changes.length,
    comments: comments.length,
  });
}
