import type { MarkupStore } from '../../data/word/markup-store.ts';
import type { MarkedField } from '../../word/marked/marked-field.ts';

/** A field of a returned file as it was stored when the file came back. */
export function storedMarkedField(markups: MarkupStore, id: string): MarkedField {
  return JSON.parse(markups.field(id)) as MarkedField;
}
