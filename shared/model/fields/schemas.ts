import * as v from 'valibot';
import { isRowField, type RowField } from './built-in-fields.ts';
import { isOwnField, type OwnField } from './field.ts';
import { isItemPart, type ItemPart } from './item-parts.ts';

/** The identifier of a form's own field. */
export const ownFieldSchema = v.custom<OwnField>((id) => typeof id === 'string' && isOwnField(id));

/** The identifier of a field of a row: a built-in one or a form's own. */
export const rowFieldSchema = v.custom<RowField>((id) => typeof id === 'string' && isRowField(id));

/** The identifier of a part of a target or an outcome. */
export const itemPartSchema = v.custom<ItemPart>((id) => typeof id === 'string' && isItemPart(id));
