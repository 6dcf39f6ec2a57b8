import { basename } from 'node:path';
import { countParagraphs } from '../../domain/report-draft.ts';
import { readReportJson } from '../../exchange/read-report-json.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { readFileStart } from '../../files/read-file-start.ts';
import type { ChangesAs } from '../../word/reading/changes-as.ts';
import { fieldsIn } from '../../../shared/model/fields/values.ts';
import { fieldLines } from '../../../shared/model/search-text.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { FileReading } from '../file-reading.ts';
import { looksLikeJson, looksLikeWord, tellingBytes } from '../looks-like.ts';
import { readWordReport } from './read-word-report.ts';

/** Reads a report off a file, whatever its content shows it to be. Stores nothing. */
export async function readReport({
  path,
  changes,
  forms,
}: {
  readonly path: string;
  readonly changes: ChangesAs;
  readonly forms: readonly OfficeForm[];
}): Promise<Result<FileReading>> {
  const fileName = basename(path);
  const start = await readFileStart(path, tellingBytes);
  if (!start.ok) return start;
  if (looksLikeWord(start.value, fileName)) return readWordReport(path, changes, forms);
  if (looksLikeJson(start.value, fileName)) return readJsonReport(path);
  return failed({ code: 'file-kind-unknown', path, accepted: ['docx', 'json'] });
}

async function readJsonReport(path: string): Promise<Result<FileReading>> {
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const read = readReportJson(bytes.value, path);
  if (!read.ok) return read;
  const { draft, mentions, unsaid, warnings } = read.value;
  const paragraphs = countParagraphs(draft);
  return success({
    kind: 'json',
    path,
    fileName: basename(path),
    draft,
    mentions,
    missing: unsaid,
    paragraphs,
    placed: paragraphs,
    cells: draft.initiatives.flatMap((row, at) =>
      fieldsIn(row).flatMap((field) => {
        const lines = [...fieldLines(row, field)];
        if (lines.every((line) => line === '')) return [];
        return [{ row: at + 1, field, says: lines, understood: lines }];
      }),
    ),
    unplaced: [],
    hasTrackedChanges: false,
    warnings,
  });
}
