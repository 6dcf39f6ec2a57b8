import { isOwnFieldEdit, type Edit, type FieldEdit } from '../../../shared/model/edits.ts';
import { withOwn, type OwnsFields } from '../../../shared/model/fields/values.ts';
import { sameValue } from '../../../shared/model/same-value.ts';

/**
 * What typing makes of two edits that follow each other: a burst of keys in one field is one edit, and a
 * target or outcome that came with its first character is added with all that is typed in it.
 */

/**
 * Names what an edit types into, for the next one to be compared with: a field's content, an item that is
 * added. Null for edits that nothing joins.
 */
export function typedInto(edit: Edit): string | null {
  if (edit.kind === 'add-target') return edit.target.id;
  if (edit.kind === 'add-outcome') return edit.outcome.id;
  if (!('before' in edit)) return null;
  const { before: _before, after: _after, ...place } = edit;
  return JSON.stringify(place);
}

/**
 * Both edits as one; null when together they change nothing, undefined where the second begins a step of its
 * own. `typing` is what the first types into.
 */
export function asOneEdit(first: Edit, typing: string, next: Edit): Edit | null | undefined {
  if (first.kind === 'add-target') {
    if (next.kind === 'remove-target' && next.target.id === first.target.id) return null;
    if (next.kind !== 'set-field' || next.owner !== 'target' || next.target !== first.target.id)
      return undefined;
    if (next.field === 'verdict') return undefined;
    return { ...first, target: withSet(first.target, next) };
  }
  if (first.kind === 'add-outcome') {
    if (next.kind === 'remove-outcome' && next.outcome.id === first.outcome.id) return null;
    if (next.kind !== 'set-field' || next.owner !== 'outcome' || next.outcome !== first.outcome.id)
      return undefined;
    // What it speaks of is chosen, not typed.
    return next.field === 'targets' ? undefined : { ...first, outcome: withSet(first.outcome, next) };
  }
  if (!('before' in first) || !('after' in next) || typedInto(next) !== typing) return undefined;
  if (sameValue(first.before, next.after)) return null;
  // Both are about the same field, so that their values have the same type, which a union can't say.
  return { ...next, before: first.before } as Edit;
}

function withSet<T extends OwnsFields>(item: T, edit: FieldEdit): T {
  return isOwnFieldEdit(edit)
    ? withOwn(item, edit.field, edit.after)
    : { ...item, [edit.field]: edit.after };
}
