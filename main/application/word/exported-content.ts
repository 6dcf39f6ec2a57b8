import type { LibraryFile } from '../../data/library-file.ts';
import { readReportJson } from '../../exchange/read-report-json.ts';
import { identify } from '../../domain/identify.ts';
import { fileMarks } from '../../word/marked/file-marks.ts';
import { printedDifferences } from '../../word/verifying/printed-differences.ts';
import { printedDocument } from '../../word/verifying/printed-document.ts';
import { builtInForm, formNames, type Form, type FormName } from '../../../shared/model/form.ts';
import { outline } from '../../../shared/model/outline.ts';
import type { Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { contentHash } from '../content-hash.ts';
import type { SignedRevision } from '../../data/word/sign-off-store.ts';
import type { WordFile } from './open-word-file.ts';

/** Which report and revision a Word file was exported from. */
export interface FileOrigin {
  readonly report: string;
  /** Null where the file has lost its properties. */
  readonly revision: number | null;
  readonly contentHash: string | null;
  readonly form: FormName | null;
}

/** Kind of marks that this program knows; see customPropertiesXml. */
const knownFormat = '1';

/**
 * Reads a file's marks: its properties, or, where a program on the way has dropped them, the bookmarks.
 * A file without any, or with marks that this program or library does not know, is refused by name.
 */
export function originOf({ document, path }: WordFile, library: LibraryFile): Result<FileOrigin> {
  const marks = fileMarks(document);
  if (marks.format !== null && marks.format !== knownFormat) {
    return failed({ code: 'word-from-the-future', path, format: marks.format });
  }
  const form = formNames.find((name) => name === marks.form) ?? null;
  if (marks.form !== null && form === null)
    return failed({ code: 'word-form-unknown', path, form: marks.form });
  const listed = library.reports.list();
  if (marks.report === null && marks.rows.length === 0) return failed({ code: 'word-not-ours', path });
  const found =
    marks.report === null
      ? listed.find(({ id }) => library.rows.headings(id).some((row) => marks.rows.includes(row.id)))
      : listed.find(({ id }) => id === marks.report);
  if (found === undefined) return failed({ code: 'word-of-unknown-report', path });
  if (marks.revision !== null && marks.revision > found.revision) {
    return failed({
      code: 'word-revision-unknown',
      path,
      revision: marks.revision,
      current: found.revision,
    });
  }
  return success({ report: found.id, revision: marks.revision, contentHash: marks.contentHash, form });
}

export interface ExportedContent {
  readonly report: Report;
  readonly revision: number;
  readonly contentHash: string;
  readonly form: Form;
}

/**
 * The report as it was when the file was exported, worked out from the log.
 *
 * Without a hash the content is the latest exported one that the file says word for word, its tracked
 * changes aside; there is no guess.
 */
export function exportedContent(
  file: WordFile,
  origin: FileOrigin,
  library: LibraryFile,
): Result<ExportedContent> {
  const { past } = library;
  const stored = library.reports.read(origin.report);
  if (!stored.ok) return stored;
  const current = stored.value.report;
  const revisionNow = library.reports.summary(origin.report)?.revision ?? 1;
  const answer = (report: Report, hash: string, form: FormName): Result<ExportedContent> =>
    success({
      report,
      revision: origin.revision ?? revisionNow,
      contentHash: hash,
      form: builtInForm(form),
    });

  if (origin.contentHash !== null) {
    const form = origin.form ?? 'report';
    if (contentHash(current) === origin.contentHash) return answer(current, origin.contentHash, form);
    const then = contentOfHash(library, origin.report, origin.contentHash);
    if (then !== null) return answer(then, origin.contentHash, form);
    return failed({ code: 'word-content-unknown', path: file.path });
  }
  const printed = printedDocument(file.document, 'original');
  for (const { sequence, form: name } of past.exports(origin.report)) {
    const form = formNames.find((known) => known === name);
    const then = past.at(origin.report, sequence);
    if (form === undefined || then === null) continue;
    if (printedDifferences(outline(then, builtInForm(form)), printed).length === 0) {
      return answer(then, contentHash(then), form);
    }
  }
  return failed({ code: 'word-content-unknown', path: file.path });
}

/** The report as it was when a content of this hash was exported or signed; null where it is not known any more. */
export function contentOfHash(library: LibraryFile, report: string, hash: string): Report | null {
  const { past, signOffs } = library;
  const sequence = past.exportedAt(report, hash);
  const then = sequence === null ? null : past.at(report, sequence);
  if (then !== null && contentHash(then) === hash) return then;
  const signed = signOffs.signed(report).find((revision) => revision.contentHash === hash);
  return signed === undefined ? null : signedReport(signed);
}

/** The report that was signed, as it was signed. */
export function signedReport({ content }: SignedRevision): Report | null {
  const read = readReportJson(new TextEncoder().encode(content), '');
  if (!read.ok) return null;
  let made = 0;
  return identify(read.value.draft, {
    existing: null,
    taken: new Set(),
    newIdentifier: () => `signed${(made += 1)}`,
  }).report;
}
