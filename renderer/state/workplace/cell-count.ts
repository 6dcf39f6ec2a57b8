import { cellCharacters } from '../../../shared/model/cell-characters.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** Characters that a field prints, held against what the form has room for. */
export interface CellCount {
  readonly characters: number;
  readonly limit: number;
  readonly state: 'fits' | 'near' | 'over';
}

/** Share of the limit from which the count is worth showing. */
const near = 0.9;

/** Null where the form gives the field no limit. */
export function cellCount(initiative: Initiative, field: RowField, form: Form): CellCount | null {
  const limit = form.limits?.[field];
  if (limit === undefined) return null;
  const characters = cellCharacters(initiative, field, form);
  const state = characters > limit ? 'over' : characters >= limit * near ? 'near' : 'fits';
  return { characters, limit, state };
}
