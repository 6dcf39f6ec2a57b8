import * as v from 'valibot';
import { formFieldSchema } from '../../../shared/model/forms/office-form.ts';
import { itemPartSchema, rowFieldSchema } from '../../../shared/model/fields/schemas.ts';
import { identifierSchema } from '../../../shared/model/report.ts';
import type { MarkupStore } from '../../data/word/markup-store.ts';
import type { MarkedField } from '../../word/marked/marked-field.ts';

const unit = v.pipe(v.number(), v.integer(), v.minValue(0));

/** MarkedField as JSON. */
const markedFieldSchema = v.object({
  initiative: v.string(),
  field: rowFieldSchema,
  of: v.exactOptional(v.object({ item: identifierSchema, part: itemPartSchema })),
  label: v.string(),
  definition: v.exactOptional(formFieldSchema),
  base: v.array(v.string()),
  atoms: v.array(
    v.object({
      kind: v.picklist(['text', 'end']),
      text: v.string(),
      inserted: v.nullable(unit),
      deleted: v.nullable(unit),
    }),
  ),
  units: v.array(
    v.object({
      how: v.picklist(['tracked', 'direct']),
      kind: v.picklist(['edit', 'insertion', 'deletion']),
      author: v.nullable(v.string()),
      date: v.nullable(v.string()),
      move: v.exactOptional(v.string()),
    }),
  ),
});

/** A field of a returned file as it was stored when the file came back. Throws `LibraryDamaged`. */
export function storedMarkedField(markups: MarkupStore, id: string): MarkedField {
  return markups.field(id, markedFieldSchema);
}
