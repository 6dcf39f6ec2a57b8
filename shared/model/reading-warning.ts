import type { RowField } from './fields/built-in-fields.ts';

/** What a person should know about a file that was taken in, as facts (worded in shared/words). */
export type ReadingWarning =
  | { readonly code: 'unknown-key'; readonly path: string }
  | { readonly code: 'repeated-key'; readonly key: string }
  | { readonly code: 'long-paragraph'; readonly path: string; readonly characters: number }
  | { readonly code: 'line-breaks-split'; readonly path: string; readonly lines: number }
  | { readonly code: 'breaks-made-spaces'; readonly path: string }
  | { readonly code: 'number-not-its-place'; readonly number: number; readonly place: number }
  | { readonly code: 'repeated-target'; readonly path: string }
  /** The file names no city; the one of the library's other reports was taken. */
  | { readonly code: 'municipality-assumed'; readonly municipality: string }
  /** Only the file's name says which year it is for. */
  | { readonly code: 'year-of-file-name'; readonly yearLabel: string }
  /** Empty in the file, filled in the report: what is there stays. `row` is its number. */
  | {
      readonly code: 'empty-kept';
      readonly places: readonly { readonly row: number; readonly field: RowField }[];
    }
  /** The report was written in another form; it is written in the file's now. */
  | { readonly code: 'form-taken'; readonly form: string }
  /** What the file brings in these fields, no table of the report's form shows. */
  | { readonly code: 'fields-unseen'; readonly fields: readonly string[]; readonly form: string }
  | { readonly code: 'identifier-replaced'; readonly identifier: string }
  | { readonly code: 'long-cell'; readonly row: number; readonly characters: number };
