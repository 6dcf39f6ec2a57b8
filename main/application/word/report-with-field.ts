import * as v from 'valibot';
import { initiativeSchema, type Initiative, type Report } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { FieldDefinition } from '../../../shared/model/fields/field.ts';
import { initiativeWith } from '../../word/marked/initiative-with.ts';
import { newIdentifier } from '../new-identifier.ts';

/** The report with other paragraphs in one field of a row; null where the row is gone, or could not be stored so. */
export function reportWithField(
  report: Report,
  row: string,
  field: FieldDefinition<RowField>,
  paragraphs: readonly string[],
): Report | null {
  const before = report.initiatives.find(({ id }) => id === row);
  const after = before && storable(initiativeWith(before, field, paragraphs, newIdentifier));
  if (!after) return null;
  return { ...report, initiatives: report.initiatives.map((each) => (each === before ? after : each)) };
}

/** Null for a row that can't be stored: a line too long, too many targets. */
export function storable(row: Initiative): Initiative | null {
  return v.is(initiativeSchema, row) ? row : null;
}
