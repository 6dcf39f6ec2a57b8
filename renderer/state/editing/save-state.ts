import type { Failure } from '../../../shared/failure.ts';

/** Whether what was typed is stored. `at`: when it last was, ISO 8601. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure };
