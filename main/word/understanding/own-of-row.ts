import { isOwnField } from '../../../shared/model/fields/field.ts';
import { isTextField, parsed } from '../../../shared/model/fields/kinds.ts';
import { withOwn, type OwnsFields } from '../../../shared/model/fields/values.ts';
import { hasText } from './cell-lines.ts';
import type { FieldsOfRow } from './fields-of-row.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import { itemsOf } from './items.ts';
import type { KnownForm } from './known-form.ts';

/** What a row says in fields of the form's own, each read by its kind. */
export function ownOfRow({ carriedOn }: InitiativeRow, file: FieldsOfRow, form: KnownForm): OwnsFields {
  let holder: OwnsFields = {};
  for (const [id, { lines }] of file.fields) {
    const field = isOwnField(id) ? form.definition(id) : undefined;
    if (!isOwnField(id) || field === undefined || !isTextField(field)) continue;
    // By hand an item may go on in further lines; the program prints each on one of its own.
    const byHand = lines.every(({ bookmarks }) => bookmarks.length === 0);
    const texts =
      byHand && field.bulleted === true
        ? itemsOf(lines, { of: 'sentences', carriedOn, apart: () => false }).map(({ text }) => `・${text}`)
        : lines.filter(hasText).map(({ text }) => (byHand ? text.trim() : text));
    holder = withOwn(holder, id, parsed(field, texts));
  }
  return holder;
}
