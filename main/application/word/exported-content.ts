import type { LibraryFile } from '../../data/library-file.ts';
import type { WordFileFacts } from '../../foreign-files/jobs.ts';
import { formNames, type Form, type FormName } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import type { Report } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { contentHash } from '../content-hash.ts';
import { unrecordedContent } from './unrecorded-content.ts';
import { reportOfJson } from './report-of-json.ts';
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

/** The content of a file, or contents of which the file may say one word for word, to be tried in turn. */
export type ContentOfFile =
  | { readonly kind: 'known'; readonly content: ExportedContent }
  | { readonly kind: 'search'; readonly contents: Iterator<ExportedContent | null> };

/**
 * The report as it was when the file was exported, by the hash that the file bears. Where it bears none, it is one of
 * {@link pastExports}; where the library knows of no such export, what the log or the file itself says.
 */
export async function contentOfFile(
  facts: WordFileFacts,
  origin: FileOrigin,
  library: LibraryFile,
  now: Date,
): Promise<Result<ContentOfFile>> {
  const hash = origin.contentHash;
  if (hash === null) return success({ kind: 'search', contents: pastExports(origin, library) });
  const contentOf = (report: Report): ExportedContent => ({
    report,
    revision: revisionOf(origin, library),
    contentHash: hash,
    form: formOfReport(report, origin.form ?? 'report'),
  });
  const then = contentOfHash(library, origin.report, hash);
  if (then !== null) return success({ kind: 'known', content: contentOf(then) });
  const unrecorded = await unrecordedContent(library, facts, origin, now);
  if (unrecorded === null) return failed({ code: 'word-content-unknown', path: facts.path });
  const content = contentOf(unrecorded.report);
  return success(
    unrecorded.isProven
      ? { kind: 'known', content }
      : { kind: 'search', contents: [content][Symbol.iterator]() },
  );
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
          form: formOfReport(report, form),
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
  return reportOfJson(content, 'signed')?.report ?? null;
}
