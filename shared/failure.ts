import type { StateRefusal } from './model/states/refusal.ts';

/**
 * Everything that can be expected to go wrong, as facts without prose.
 *
 * The page and the command line each turn a failure into Japanese in one exhaustive function;
 * a new code does not compile until both have a sentence for it.
 */
export type Failure =
  | LibraryFailure
  | ReportFailure
  | SignOffFailure
  | ImportFailure
  | WordFileFailure
  | HandInFailure
  | RulesFailure
  | WriteFailure
  | RequestFailure;

/** The `.sengen` file can't be used; it is left as it was. */
export type LibraryFailure =
  | { readonly code: 'library-missing'; readonly path: string }
  /** While it was open, another program took its file away or wrote over it. */
  | {
      readonly code: 'library-lost';
      readonly path: string;
      readonly how: LibraryLoss;
      /** Where all that was held was written to; null while it is not. */
      readonly rescued: RescuedLibrary | null;
    }
  | { readonly code: 'library-exists'; readonly path: string }
  | { readonly code: 'library-is-a-folder'; readonly path: string }
  | { readonly code: 'library-not-a-database'; readonly path: string }
  | { readonly code: 'library-of-another-program'; readonly path: string; readonly applicationId: number }
  | {
      readonly code: 'library-from-the-future';
      readonly path: string;
      readonly version: number;
      readonly supported: number;
    }
  | { readonly code: 'library-damaged'; readonly path: string; readonly detail: string }
  /** Nothing in a file could be read as a report. */
  | { readonly code: 'nothing-to-rescue'; readonly path: string }
  /** Taking the content out of a damaged library was ended; `cause` for the log. */
  | { readonly code: 'rescue-failed'; readonly path: string; readonly cause: string }
  /** Somebody built something into its tables that this program did not make; it may swallow or change what is stored. */
  | {
      readonly code: 'library-altered';
      readonly path: string;
      readonly objects: readonly SchemaObject[];
      /** Objects found beyond those listed. */
      readonly more: number;
    }
  /** The disk, or the way to it, did not read or write, again and again. It says nothing of the file's content. */
  | { readonly code: 'disk-trouble'; readonly path: string; readonly cause: string }
  | { readonly code: 'memory-short'; readonly path: string }
  /** A backup of this name is no longer on the shelf. */
  | { readonly code: 'backup-missing'; readonly name: string }
  /** A backup does not hold what it did; it was set aside. `older`: the next older one that is whole, null for none. */
  | { readonly code: 'backup-damaged'; readonly stamp: string; readonly older: string | null }
  /** The second place for backups would be where the first is. */
  | { readonly code: 'second-place-is-first'; readonly path: string }
  /** The present state could not be backed up, so that nothing was restored over it. */
  | { readonly code: 'backup-failed'; readonly cause: string }
  | { readonly code: 'library-read-only'; readonly path: string }
  /** Beside it lay a journal that is not its own. It was renamed to `aside`, and the library is open as it stands. */
  | { readonly code: 'journal-set-aside'; readonly path: string; readonly aside: string }
  /** `holder`: who has it, where that is known. `id`: what a page calls it by that wants to look at it (`library.look`). */
  | {
      readonly code: 'library-in-use';
      readonly path: string;
      readonly holder?: LibraryHolder;
      readonly id?: string;
    }
  /** Another program stores in it without a break: no whole state of it could be read. */
  | { readonly code: 'library-busy'; readonly path: string }
  | { readonly code: 'library-not-open' }
  | { readonly code: 'library-unreadable'; readonly path: string; readonly cause: string }
  /** Also for reading: what a save that failed left in the file is taken back first, which takes room. */
  | DiskFull
  | PathTooLong;

/** What became of an open library's file. */
export type LibraryLoss = 'missing' | 'replaced' | 'overwritten';

/** New files that hold what a lost library held. */
export interface RescuedLibrary {
  /** The file to go on with. */
  readonly file: string;
  /** Null when the file holds everything; else it is the backup of that local time: `20260401-083000`. */
  readonly backup: string | null;
  /** Where the rest stands as it was held, for those who can take texts out of it; null when there is none. */
  readonly rest: string | null;
}

/** Who has a library open. */
export interface LibraryHolder {
  /** Name of the account; '' where there is none. */
  readonly user: string;
  /** Name of the PC. */
  readonly computer: string;
  /** Since when; ISO 8601, UTC. */
  readonly since: string;
}

/** A part of a database's schema. */
export interface SchemaObject {
  readonly kind: 'table' | 'index' | 'view' | 'trigger';
  readonly name: string;
  /** The program makes one of this name, too, in other words. */
  readonly isOurs: boolean;
}

/** A disk, or a share of it, has no room left. */
export interface DiskFull {
  readonly code: 'disk-full';
  readonly path: string;
}

/** No file can stand at a path, for its length. */
export interface PathTooLong {
  readonly code: 'path-too-long';
  readonly path: string;
  /** What is too long: the file's name, or the path as a whole. */
  readonly part: 'name' | 'path';
  /** Characters that have to go; null where the system does not say. */
  readonly over: number | null;
}

/** A change could not be made to a report. */
export type ReportFailure =
  | { readonly code: 'report-missing'; readonly report: string }
  | { readonly code: 'no-report-yet' }
  /** The earlier state to compare with is not in the library. */
  | { readonly code: 'nothing-to-compare'; readonly report: string }
  | {
      /** The stored value is no longer the one that the edit started from. */
      readonly code: 'stale-edit';
      readonly report: string;
      readonly initiative: string | null;
    }
  | LinkFailure
  /** The comment or thread is gone: another window removed it. */
  | { readonly code: 'comment-missing' }
  /** The revision was signed: it can't be changed until the next one is begun. */
  | { readonly code: 'revision-signed'; readonly report: string; readonly revision: number }
  /** Where the report or the row stands, or the part of whoever does it, does not allow it. `initiative`: the row; null for the report. */
  | {
      readonly code: 'state-refused';
      readonly report: string;
      readonly initiative: string | null;
      readonly refusal: StateRefusal;
    }
  /** The suggestion is gone, or belongs to another report. */
  | { readonly code: 'suggestion-missing' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' };

/** Two rows can't be linked: one of them is gone, or the earlier one is of no earlier year. */
export interface LinkFailure {
  readonly code: 'link-refused';
  /** The later row. */
  readonly initiative: string;
  readonly why: 'row-missing' | 'not-an-earlier-year';
}

/** A sign-off could not be recorded or found. */
export type SignOffFailure =
  /** The next revision is begun from a signed one only. */
  | { readonly code: 'report-not-signed'; readonly report: string }
  | { readonly code: 'sign-off-missing'; readonly report: string; readonly revision: number }
  | {
      /** The file does not say what the report says now. `row` is null outside the rows. */
      readonly code: 'signed-text-differs';
      readonly path: string;
      readonly cells: readonly {
        readonly row: number | null;
        readonly field: string;
        readonly before: string;
        readonly after: string;
      }[];
      /** Cells found beyond those listed. */
      readonly more: number;
    }
  /** The file holds tracked changes that nobody has accepted or rejected. */
  | { readonly code: 'signed-has-changes'; readonly path: string; readonly changes: number };

/** What keeps a part (`.sengen-part`) from being taken in, or begun with. */
export type PartRefusal =
  | 'not-part'
  | 'broken'
  | 'tampered'
  | 'too-large'
  | 'future'
  | 'not-handed-in'
  | 'not-given-out'
  | 'begun-before'
  | 'other-report'
  | 'other-form'
  | 'other-section'
  | 'unknown-base'
  /** A Word file of a report that was exported, and not given out to a section. */
  | 'exported';

/** A section's rows could not go out or come back; nothing was stored. */
export type HandInFailure =
  | {
      readonly code: 'part-refused';
      readonly path: string;
      readonly why: PartRefusal;
      readonly detail: string;
    }
  /** The report has no rows of this section; `sections` it has. */
  | {
      readonly code: 'section-unknown';
      readonly report: string;
      readonly section: string;
      readonly sections: readonly string[];
    }
  /** Rows of a Word file lost their marks and were found by their titles: they are looked at before they are taken in. */
  | { readonly code: 'rows-by-title'; readonly path: string; readonly rows: number }
  /** A Word file that was given out is a hand-in, and no marked-up report. */
  | { readonly code: 'word-given-out'; readonly path: string }
  /** Nothing of this section is taken in of which a receipt could be given. */
  | { readonly code: 'nothing-handed-in'; readonly report: string; readonly section: string }
  /** What sides differed about is settled, or gone with the hand-in that brought it. */
  | { readonly code: 'conflict-settled' }
  /** Sides differ about so many places. */
  | { readonly code: 'conflicts-open'; readonly report: string; readonly conflicts: number };

/** What keeps a file from being read as Word's. */
export type WordRefusal =
  'empty' | 'not-word' | 'old-format' | 'encrypted' | 'macros' | 'too-large' | 'broken' | 'tampered';

/** A Word file that should be one of ours could not be used; nothing was stored. */
export type WordFileFailure =
  | {
      readonly code: 'word-refused';
      readonly path: string;
      readonly why: WordRefusal;
      /** For the log: which part, which limit. */
      readonly detail: string;
    }
  /** It bears none of the marks that an exported file has. */
  | { readonly code: 'word-not-ours'; readonly path: string }
  /** A newer program exported it. */
  | { readonly code: 'word-from-the-future'; readonly path: string; readonly format: string }
  | { readonly code: 'word-form-unknown'; readonly path: string; readonly form: string }
  /** Its report is not in this library. */
  | { readonly code: 'word-of-unknown-report'; readonly path: string }
  /** Another report of this library was asked for. */
  | { readonly code: 'word-of-another-report'; readonly path: string }
  /** Its revision is one that this library has not reached. */
  | {
      readonly code: 'word-revision-unknown';
      readonly path: string;
      readonly revision: number;
      readonly current: number;
    }
  /** What the report said when it was exported is not in this library's log. */
  | { readonly code: 'word-content-unknown'; readonly path: string };

/** One place in a file that does not fit the format; `path` as in `initiatives[2].targets[0].measure`. */
export interface ContentIssue {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** A JSON file that is none of the kind that was asked for. */
interface OtherFormat {
  readonly path: string;
  /** What the file says of itself. */
  readonly format: string;
  readonly wanted: 'sengen-report/1' | 'sengen-form/1' | 'sengen-rules/1' | 'sengen-part/1';
}

/** A file from outside could not be taken in; nothing was stored. */
export type ImportFailure =
  | { readonly code: 'too-many-files'; readonly files: number; readonly limit: number }
  /** Another of the files to be stored is of the same year and department. */
  | { readonly code: 'report-chosen-twice'; readonly fileName: string; readonly other: string }
  | { readonly code: 'file-missing'; readonly path: string }
  | PathTooLong
  /** The program was started again since the file was dropped on its page. */
  | { readonly code: 'dropped-file-forgotten' }
  /** What was dropped is on no disk: part of a mail, or a file inside an archive. */
  | { readonly code: 'dropped-file-without-place'; readonly name: string }
  /** No table of the Word file has the headings of a report; `tables` it has. */
  | {
      readonly code: 'report-table-missing';
      readonly path: string;
      readonly tables: number;
      /** What stands where headings would, of the first tables or lines. */
      readonly seen: readonly string[];
    }
  /** No table of the Word file is headed as one that a form could lay out; `tables` it has. */
  | { readonly code: 'form-table-missing'; readonly path: string; readonly tables: number }
  /** Nothing in the Word file says which fiscal year it is for. */
  | { readonly code: 'report-year-missing'; readonly path: string }
  /** The file names no city, or no department. */
  | {
      readonly code: 'report-names-missing';
      readonly path: string;
      readonly parts: readonly ('municipality' | 'department')[];
    }
  /** Less than half of it was understood, and the report that it would update is filled. */
  | {
      readonly code: 'import-too-little';
      readonly path: string;
      readonly placed: number;
      readonly paragraphs: number;
    }
  /** The report was changed since: the import is no longer the last step. */
  | { readonly code: 'import-overtaken' }
  /** What was read has been stored already, or another file was read since. */
  | { readonly code: 'reading-missing' }
  | { readonly code: 'file-is-a-folder'; readonly path: string }
  /** A dropped file could not be laid down for reading; `folder` is where. */
  | { readonly code: 'dropped-folder-unusable'; readonly path: string; readonly folder: string }
  /** A pipe, a socket or a device: it has no content to be read to its end. */
  | { readonly code: 'file-is-a-device'; readonly path: string }
  /** Reading it was ended: it took more time or memory than an honest file, or the program that read it died of it. */
  | { readonly code: 'reading-ended'; readonly path: string; readonly why: 'time' | 'memory' | 'died' }
  | { readonly code: 'file-unreadable'; readonly path: string; readonly cause: string }
  | {
      readonly code: 'file-too-large';
      readonly path: string;
      readonly bytes: number;
      readonly limit: number;
    }
  | { readonly code: 'file-kind-unknown'; readonly path: string; readonly accepted: readonly string[] }
  | { readonly code: 'file-not-utf8'; readonly path: string }
  | {
      readonly code: 'json-broken';
      readonly path: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly code: 'json-too-deep'; readonly path: string; readonly limit: number }
  /** More values than any report has. */
  | { readonly code: 'json-too-many'; readonly path: string; readonly limit: number }
  | ({ readonly code: 'format-unknown' } & OtherFormat)
  | ({ readonly code: 'format-from-the-future' } & OtherFormat)
  | {
      readonly code: 'content-invalid';
      readonly path: string;
      readonly issues: readonly ContentIssue[];
      /** Issues found beyond those listed. */
      readonly more: number;
    }
  | {
      readonly code: 'control-characters';
      readonly path: string;
      /** Where each stands, and which: `{ path: 'initiatives[0].title', character: 'U+0007' }`. */
      readonly places: readonly { readonly path: string; readonly character: string }[];
      readonly more: number;
    };

/** An office's rules could not be changed; they are as they were. */
export type RulesFailure =
  /** One of their lists would hold more than it may. */
  | { readonly code: 'rules-full' }
  /** A file has no list of words that one could take. */
  | { readonly code: 'word-list-missing'; readonly path: string };

/** A file could not be written; what stood there before still stands. */
export type WriteFailure =
  | { readonly code: 'target-folder-missing'; readonly path: string }
  | { readonly code: 'target-is-a-folder'; readonly path: string }
  /** A pipe, a socket or a device: writing there would put a file in its place. */
  | { readonly code: 'target-is-a-device'; readonly path: string }
  | { readonly code: 'target-in-use'; readonly path: string }
  | { readonly code: 'target-read-only'; readonly path: string }
  | DiskFull
  | { readonly code: 'write-failed'; readonly path: string; readonly cause: string }
  | PathTooLong;

/** The request itself was at fault, or a bug was caught at the gate. */
export type RequestFailure =
  | { readonly code: 'request-unknown'; readonly request: string }
  | { readonly code: 'request-invalid'; readonly request: string; readonly issues: readonly string[] }
  | { readonly code: 'cancelled' }
  /** Another window opened another library; what this page shows belongs to the one before. */
  | { readonly code: 'library-changed' }
  /** The page lost its main process; what was typed is still in the page. */
  | { readonly code: 'unreachable' }
  /** The program runs, and has not let this browser in, or does not know it any more. */
  | { readonly code: 'browser-unknown' }
  /** More than one request may carry. Both in bytes. */
  | { readonly code: 'request-too-large'; readonly bytes: number; readonly limit: number }
  /** Something answered that is not this program, or in a way that this page does not know. */
  | { readonly code: 'answer-unreadable'; readonly answer: string }
  | { readonly code: 'unexpected'; readonly reference: string };

export type FailureCode = Failure['code'];

/** A version that no program will ever have: the number itself is damaged. */
const impossibleVersion = 10_000;

/** Why a file was refused that may hold reports which can be read. */
type RescuableFailure = Extract<
  Failure,
  {
    readonly code:
      | 'library-damaged'
      | 'library-altered'
      | 'library-not-a-database'
      | 'library-of-another-program'
      | 'library-from-the-future';
  }
>;

/** Whether a file that was refused may hold reports that can be read. */
export function canBeRescued(failure: Failure): failure is RescuableFailure {
  switch (failure.code) {
    case 'library-damaged':
    case 'library-altered':
    case 'library-not-a-database':
    case 'library-of-another-program':
      return true;
    case 'library-from-the-future':
      return failure.version > impossibleVersion || failure.version < 0;
    default:
      return false;
  }
}
