import type { DamagedPlace } from '../../../shared/contract/mending-requests.ts';
import type { LibraryFile } from '../../data/library-file.ts';

/** Where a record stands, in the words of the contract. `column` null: the whole record. */
export function damagedPlace(
  care: LibraryFile['care'],
  kind: string,
  key: string,
  column: string | null,
): DamagedPlace {
  return { part: parts[kind] ?? 'other', ...care.placeOf(kind, key), field: fieldOf(kind, column) };
}

const parts: Readonly<Record<string, DamagedPlace['part']>> = {
  reports: 'heading',
  row_order: 'row',
  initiatives: 'row',
  targets: 'row',
  outcomes: 'row',
  outcome_targets: 'row',
  steps: 'history',
  edits: 'history',
  exports: 'history',
  comment_threads: 'comment',
  comments: 'comment',
  phrases: 'phrase',
  initiative_links: 'link',
  bring_backs: 'markup',
  marked_fields: 'markup',
  suggestions: 'markup',
  signed_revisions: 'signed',
  started_revisions: 'signed',
};

/** As shared/words/field-names.ts calls it. */
function fieldOf(kind: string, column: string | null): string | null {
  if (kind === 'targets') return 'targets';
  if (kind === 'outcomes' || kind === 'outcome_targets') return 'outcomes';
  if (column === 'position') return null;
  if (column === null || (kind !== 'initiatives' && kind !== 'reports')) return null;
  return column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
