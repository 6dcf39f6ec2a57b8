import type { LibraryFile } from '../../data/library-file.ts';
import { readReportJson } from '../../exchange/read-report-json.ts';
import { identify } from '../../domain/identify.ts';
import type { WordFileFacts } from '../../foreign-files/jobs.ts';
import { builtInForm, formNames, type Form, type FormName } from '../../../shared/model/form.ts';
import type { Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { contentHash } from '../content-hash.ts';
import type { SignedRevision } from '../../data/word/sign-off-store.ts';

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
export function originOf({ marks, path }: WordFileFacts, library: LibraryFile): Result<FileOrigin> {
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
 * The report as it was when the file was exported, by the hash that the file bears. Null where it bears none:
 * the content is then the latest of {@link pastExports} that the file says word for word.
 */
export function contentOfFile(
  path: string,
  origin: FileOrigin,
  library: LibraryFile,
): Result<ExportedContent | null> {
  const stored = library.reports.read(origin.report);
  if (!stored.ok) return stored;
  const hash = origin.contentHash;
  if (hash === null) return success(null);
  const current = stored.value.report;
  const then = contentHash(current) === hash ? current : contentOfHash(library, origin.report, hash);
  return then === null
    ? failed({ code: 'word-content-unknown', path })
    : success({
        report: then,
        revision: revisionOf(origin, library),
        contentHash: hash,
        form: builtInForm(origin.form ?? 'report'),
      });
}

/** The contents of a report that were exported, latest first; null for one that can't be worked out any more. */
export function* pastExports(
  origin: FileOrigin,
  library: LibraryFile,
): Generator<ExportedContent | null, undefined> {
  const { past } = library;
  for (const { sequence, form: name } of past.exports(origin.report)) {
    const form = formNames.find((known) => known === name);
    const report = form === undefined ? null : past.at(origin.report, sequence);
    yield form === undefined || report === null
      ? null
      : {
          report,
          revision: revisionOf(origin, library),
          contentHash: contentHash(report),
          form: builtInForm(form),
        };
  }
}

function revisionOf(origin: FileOrigin, library: LibraryFile): number {
  return origin.revision ?? library.reports.summary(origin.report)?.revision ?? 1;
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
