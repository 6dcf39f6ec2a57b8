import type { Failure } from '../../shared/failure.ts';
import { importFailureSentence } from './import-failure-sentence.ts';
import { libraryFailureSentence } from './library-failure-sentence.ts';
import { reportFailureSentence } from './report-failure-sentence.ts';
import { writeFailureSentence } from './write-failure-sentence.ts';

/** A failure in a person's words: what happened, what is safe, what to do now. */
export interface FailureSentence {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

/** The sentences for a failure. A code without sentences does not compile. */
export function failureSentence(failure: Failure): FailureSentence {
  switch (failure.code) {
    case 'library-missing':
    case 'library-exists':
    case 'library-is-a-folder':
    case 'library-not-a-database':
    case 'library-of-another-program':
    case 'library-from-the-future':
    case 'library-damaged':
    case 'library-read-only':
    case 'library-in-use':
    case 'library-not-open':
    case 'library-unreadable':
      return libraryFailureSentence(failure);
    case 'file-missing':
    case 'file-is-a-folder':
    case 'file-unreadable':
    case 'file-too-large':
    case 'file-kind-unknown':
    case 'file-not-utf8':
    case 'json-broken':
    case 'json-too-deep':
    case 'format-unknown':
    case 'format-from-the-future':
    case 'content-invalid':
    case 'control-characters':
      return importFailureSentence(failure);
    case 'target-folder-missing':
    case 'target-is-a-folder':
    case 'target-in-use':
    case 'target-read-only':
    case 'disk-full':
    case 'write-failed':
      return writeFailureSentence(failure);
    case 'report-missing':
    case 'no-report-yet':
    case 'stale-edit':
    case 'nothing-to-undo':
    case 'nothing-to-redo':
    case 'request-unknown':
    case 'request-invalid':
    case 'cancelled':
    case 'unreachable':
    case 'unexpected':
      return reportFailureSentence(failure);
  }
}
