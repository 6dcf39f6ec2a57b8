import type { LibraryFile } from '../../data/library-file.ts';
import type { SignedRevision } from '../../data/word/sign-off-store.ts';
import type { ComparingHost, Reference, WordFileFacts } from '../../foreign-files/jobs.ts';
import type { Reader } from '../../foreign-files/reader.ts';
import type { Verification } from '../../../shared/contract/sign-off-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { formNames, type Form } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { outline } from '../../../shared/model/outline.ts';
import type { Report } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import { failureSentences } from '../../../shared/words/failure-sentences.ts';
import { formOfExport } from './form-of-export.ts';
import { originOf, signedReport, type FileOrigin } from './exported-content.ts';

/** A text of the library that a file can be held against. */
interface Known extends Reference {
  readonly report: string;
  readonly revision: number;
  readonly signed: boolean;
}

export interface VerifiedFile {
  readonly facts: WordFileFacts;
  readonly verification: Verification;
}

/** Says whether a file is a signed text, the text as it is stored, or where it differs. */
export async function verifyFile(
  library: LibraryFile,
  reader: Reader,
  path: string,
): Promise<Result<VerifiedFile>> {
  const host = new ComparingLibrary(library);
  const compared = await reader.run('compare-word', { path }, host.answers);
  if (!compared.ok) return compared;
  const { facts, against, cells, comments, changes } = compared.value;
  const reference = host.textOf(against);
  const { fileName, sha256 } = facts;
  const verification = {
    why: null,
    report: reference?.report ?? null,
    revision: reference?.revision ?? null,
    signed: reference?.signed ?? false,
    fileName,
    sha256,
    own: (reference?.form.own ?? []).map(({ id, label }) => ({ id, label })),
    comments,
    changes,
  };
  if (host.isSigned) {
    return success({ facts, verification: { ...verification, status: 'signed', cells: [] } });
  }
  if (reference !== null) {
    const status = cells.length > 0 ? 'differs' : 'same-text';
    return success({ facts, verification: { ...verification, status, cells: [...cells] } });
  }
  const { happened } = failureSentences(
    host.stranger ?? { code: 'word-of-unknown-report', path: fileName },
  );
  return success({ facts, verification: { ...verification, status: 'unknown', why: happened, cells: [] } });
}

/** What a library answers while a file is compared with its texts. */
class ComparingLibrary {
  readonly #library: LibraryFile;
  /** The file is one that was signed, byte for byte. */
  isSigned = false;
  /** Why the file is none of the library's, where that is so. */
  stranger: Failure | null = null;
  #origin: FileOrigin | null = null;
  /** The signed texts that the file may say, and those of them that were asked for. */
  #signed: readonly SignedRevision[] = [];
  readonly #asked: (Known | null)[] = [];
  #fallback: Known | null = null;

  constructor(library: LibraryFile) {
    this.#library = library;
  }

  readonly answers: ComparingHost = {
    begin: (facts) => Promise.resolve(this.#begin(facts)),
    reference: (at) => {
      const revision = this.#signed[at];
      if (revision === undefined) return Promise.resolve(null);
      this.#asked[at] = knownOf(revision);
      return Promise.resolve(this.#asked[at] ?? 'unknown');
    },
    fallback: () => {
      if (this.#origin !== null) {
        const { revision } = this.#origin;
        const ofRevision = this.#asked.find((known) => known?.revision === revision);
        this.#fallback = ofRevision ?? storedReference(this.#library, this.#origin);
      }
      return Promise.resolve(this.#fallback);
    },
    original: () => {
      const counts = this.#fallback ?? this.#asked.at(-1) ?? null;
      const bytes =
        counts?.signed === true ? this.#library.signOffs.file(counts.report, counts.revision) : null;
      return Promise.resolve(bytes?.ok === true ? bytes.value : null);
    },
  };

  /** The text that the file was held against. */
  textOf(against: number | 'fallback' | null): Known | null {
    return typeof against === 'number' ? (this.#asked[against] ?? null) : this.#fallback;
  }

  #begin(facts: WordFileFacts): Result<'compare' | 'enough'> {
    const everySigned = this.#library.signOffs.signed(null);
    const same = everySigned.find(({ sha256 }) => sha256 === facts.sha256);
    if (same !== undefined) {
      this.isSigned = true;
      this.#fallback = knownOf(same);
      return success(this.#fallback === null ? 'enough' : 'compare');
    }
    const origin = originOf(facts, this.#library);
    if (origin.ok) {
      this.#origin = origin.value;
      this.#signed = everySigned.filter(({ report }) => report === origin.value.report);
      return success('compare');
    }
    const { code } = origin.failure;
    if (code !== 'word-not-ours' && code !== 'word-of-unknown-report') return origin;
    // Programs that clean files drop all marks; the text alone then says what it is.
    this.stranger = origin.failure;
    this.#signed = everySigned;
    return success('compare');
  }
}

function knownOf(signed: SignedRevision): Known | null {
  const report = signedReport(signed);
  const form = formNames.find((name) => name === signed.form);
  if (report === null || form === undefined) return null;
  return madeOf(report, signed.revision, true, formOfReport(report, form));
}

/** What the report says now, laid out as the file was. */
function storedReference(library: LibraryFile, origin: FileOrigin): Known | null {
  const stored = library.reports.read(origin.report);
  const revision = library.reports.summary(origin.report)?.revision;
  if (!stored.ok || revision === undefined) return null;
  const now = stored.value.report;
  return madeOf(now, revision, false, formOfExport(library, origin, now));
}

function madeOf(report: Report, revision: number, signed: boolean, form: Form): Known {
  return { report: report.id, revision, signed, form, expected: outline(report, form) };
}
