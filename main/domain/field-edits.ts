import type { FieldEdit } from '../../shared/model/edits.ts';
import { isOwnField, type FieldOwner } from '../../shared/model/fields/field.ts';
import type { OwnsFields } from '../../shared/model/fields/values.ts';
import { sameValue } from '../../shared/model/same-value.ts';

/** Whose fields are set, as the edit says it. */
type Place = { readonly owner: FieldOwner } & {
  readonly [part in 'initiative' | 'target' | 'outcome']?: string;
};

/** The edits by which the fields of a holder come to say what they say in `after`. */
export function fieldEdits<Edit extends FieldEdit>(
  before: OwnsFields,
  after: OwnsFields,
  fields: readonly Edit['field'][],
  place: Place & { readonly owner: Edit['owner'] },
): Edit[] {
  return fields.flatMap((field): Edit[] => {
    const [was, is] = [valueOf(before, field), valueOf(after, field)];
    if (sameValue(was, is)) return [];
    // Both are of the one field, so that their values have the same type, which a union of edits can't say.
    return [{ kind: 'set-field', ...place, field, before: was, after: is } as unknown as Edit];
  });
}

/** An own field in which nothing stands holds an empty list. */
function valueOf(holder: OwnsFields, field: string): unknown {
  return isOwnField(field)
    ? (holder.own?.[field] ?? [])
    : (holder as Readonly<Record<string, unknown>>)[field];
}
