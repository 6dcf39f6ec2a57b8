import type { ImportFailure } from '../../shared/failure.ts';
import type { Form } from '../../shared/model/form.ts';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import type { Outline } from '../../shared/model/outline.ts';
import type { Result } from '../../shared/result.ts';
import type { CellDifference, Verification } from '../../shared/contract/sign-off-requests.ts';
import type { Part } from '../exchange/part/part-content.ts';
import type { Report } from '../../shared/model/report.ts';
import type { FileMarks } from '../word/marked/file-marks.ts';
import type { HandedInTable } from '../word/marked/handed-in-rows.ts';
import type { ProposedForm } from '../word/understanding/proposing/propose-form.ts';
import type { MarkedChanges } from '../word/marked/marked-changes.ts';
import type { ChangesAs } from '../word/reading/changes-as.ts';
import type { ReadRules } from '../../shared/contract/rules-requests.ts';
import type { FileReading } from './file-reading.ts';

/**
 * What can be asked about a file that others made: a path in, a plain value out.
 *
 * A job that must know what the library holds asks its host, who alone touches it. Everything that crosses
 * is a plain value, since job and host stand in two processes.
 */
export interface Jobs {
  /** Reads a report off a Word file or a JSON file; `forms`: by whose names columns are found, the first before others. */
  'read-report': {
    input: { path: string; changes: ChangesAs; forms: readonly OfficeForm[] };
    host: NoHost;
    output: FileReading;
  };
  /** Whether a JSON file is a report that could be taken in. */
  'check-json': { input: { path: string }; host: NoHost; output: null };
  /** Reads a form off a file of it. */
  'read-form': { input: { path: string }; host: NoHost; output: OfficeForm };
  /** Proposes a form after a table of a Word file; `id` is the new form's, `forms` as for a report. */
  'form-of-word': {
    input: { path: string; id: string; forms: readonly OfficeForm[] };
    host: NoHost;
    output: ProposedForm;
  };
  /** Reads an office's rules, or a list of words, off a file. */
  'read-rules': { input: { path: string }; host: NoHost; output: ReadRules };
  /** Reads what was given out to a section, or handed in by one. */
  'read-part': { input: { path: string }; host: NoHost; output: Part };
  /** Holds a Word file against texts of the library. */
  'compare-word': { input: { path: string }; host: ComparingHost; output: ComparedFile };
  /** What a returned Word file says otherwise than it was exported. */
  'marked-word': { input: { path: string }; host: MarkingHost; output: MarkedFile };
  /** Reads off a Word file what a section hands in. */
  'word-hand-in': { input: { path: string }; host: GivingHost; output: WordHandIn };
}

export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Jobs[N]['input'];
export type JobOutput<N extends JobName> = Jobs[N]['output'];
export type JobHost<N extends JobName> = Jobs[N]['host'];

/** Nothing of the library is needed. */
export type NoHost = Readonly<Record<never, never>>;
export const noHost: NoHost = Object.freeze({});

/** What a Word file says of itself. */
export interface WordFileFacts {
  readonly path: string;
  readonly fileName: string;
  /** Of its bytes: 64 hexadecimal digits. */
  readonly sha256: string;
  readonly marks: FileMarks;
  readonly hasTrackedChanges: boolean;
  readonly comments: number;
  /** The report that the program itself put into the file: `sengen-report/1`; null where there is none. */
  readonly carried: string | null;
}

/** A table that a file can be held against. */
export interface Reference {
  readonly form: Form;
  readonly expected: Outline;
}

/** What the library knows that a comparison needs; each is asked when it is needed. */
export interface ComparingHost {
  /** `enough`: the facts say all; a failure is the answer of the job. */
  begin(facts: WordFileFacts): Promise<Result<'compare' | 'enough'>>;
  /** Texts that the file may say word for word, from 0; `unknown` for one that can't be read, null behind the last. */
  reference(at: number): Promise<Reference | 'unknown' | null>;
  /** The text against which it is held when it says none of those; null for none. */
  fallback(): Promise<Reference | null>;
  /** The file that was signed with the text that counts, whose drawings may stand; null for none, `any` for all. */
  original(): Promise<Uint8Array | 'any' | null>;
}

export interface ComparedFile {
  readonly facts: WordFileFacts;
  /** The reference that the file says word for word, `fallback`, or null where it was held against nothing. */
  readonly against: number | 'fallback' | null;
  readonly cells: readonly CellDifference[];
  readonly comments: Verification['comments'];
  readonly changes: Verification['changes'];
}

/** What the library knows of the file that comes home. */
export interface MarkingHost {
  /** `known`: the same file was taken before. `search`: the file does not say which export it is. */
  begin(facts: WordFileFacts): Promise<Result<'known' | 'search' | Reference>>;
  /** The exports of the report, latest first, from 0; `unknown` for one that can't be worked out, null behind the last. */
  exported(at: number): Promise<Reference | 'unknown' | null>;
}

export interface MarkedFile {
  readonly facts: WordFileFacts;
  /** Null for a file that is known. */
  readonly found: {
    /** Which of the exports it is; null where the file said it. */
    readonly export: number | null;
    readonly changes: MarkedChanges;
  } | null;
}

/** What a section was given, against which its Word file is held. */
export interface GivenOut {
  readonly form: Form;
  /** The section's rows alone. */
  readonly expected: Outline;
  readonly report: Report;
  /** Lines of the cover. */
  readonly cover: readonly string[];
}

/** What the library knows of what was given out. */
export interface GivingHost {
  /** `search`: the file does not say what it was given out with. */
  begin(facts: WordFileFacts): Promise<Result<'search' | GivenOut>>;
  /** What was given out as Word files, latest first, from 0; `unknown` for one that can't be worked out, null behind the last. */
  given(at: number): Promise<GivenOut | 'unknown' | null>;
}

export interface WordHandIn {
  readonly facts: WordFileFacts;
  /** Who saved it last, and when, as the file says; '' where it does not. */
  readonly by: string;
  readonly modified: string;
  /** Which of those that were given out it is; null where the file said it. */
  readonly given: number | null;
  readonly handedIn: HandedInTable;
}

/** Why a reading was ended before its answer. */
export type ReadingEnded = Extract<ImportFailure, { code: 'reading-ended' }>;
