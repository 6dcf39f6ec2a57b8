import { lineFields, paragraphFields } from './built-in-fields.ts';

/**
 * Edits as they were called before every field was set by one kind of edit. The log keeps them as they were written;
 * whoever reads it hears them by their names of today, for ever.
 */

/** Edits that were of one kind each: whose field they set, and which one where they did not say it. */
const before = {
  'set-report-field': { owner: 'report' },
  'set-initiative-text': { owner: 'row' },
  'set-paragraphs': { owner: 'row' },
  'set-target-text': { owner: 'target' },
  'set-verdict': { owner: 'target', field: 'verdict' },
  'set-outcome-text': { owner: 'outcome' },
  'set-figures': { owner: 'outcome', field: 'figures' },
  'set-outcome-targets': { owner: 'outcome', field: 'targets' },
} as const;

type KindBefore = keyof typeof before;

/** The kinds of edit that were once logged for the fields of an owner. */
export function kindsBefore(owner: (typeof before)[KindBefore]['owner']): string[] {
  return Object.entries(before).flatMap(([kind, named]) => (named.owner === owner ? [kind] : []));
}

/** What was read from the log (any value), with an edit of a former name called as it is now. */
export function editCalledNow(read: unknown): unknown {
  if (typeof read !== 'object' || read === null || !('kind' in read)) return read;
  return isKindBefore(read.kind) ? { ...read, kind: 'set-field', ...before[read.kind] } : read;
}

/** What an edit of today would have been called before every field was set by one kind of edit. */
export function kindBefore(edit: Named): string {
  if (edit.kind !== 'set-field') return edit.kind;
  const named = Object.entries(before).filter(([, { owner }]) => owner === edit.owner);
  const exact = named.find(([, former]) => 'field' in former && former.field === edit.field);
  const [kind = edit.kind] = exact ?? named.find(([kind]) => isFormer(kind, edit.field)) ?? [];
  return kind;
}

/** Texts of a row were of one kind, its lists of paragraphs of another. */
function isFormer(kind: string, field = ''): boolean {
  if (kind === 'set-initiative-text') return lineFields.some((line) => line === field);
  if (kind === 'set-paragraphs') return paragraphFields.some((paragraphs) => paragraphs === field);
  return true;
}

interface Named {
  readonly kind: string;
  readonly owner?: string;
  readonly field?: string;
}

function isKindBefore(kind: unknown): kind is KindBefore {
  return typeof kind === 'string' && Object.hasOwn(before, kind);
}

/** What an edit did, in one word: its kind, and of a field whose field and which. */
export function deedOf(edit: Named): string {
  return edit.owner === undefined ? edit.kind : `${edit.kind}:${edit.owner}.${edit.field ?? ''}`;
}

/** A deed as it was stored, called as it is now; of a former kind that named no field, without one. */
export function deedCalledNow(stored: string): string {
  return isKindBefore(stored) ? deedOf({ kind: 'set-field', ...before[stored] }) : stored;
}
