import * as v from 'valibot';
import { initiativeSchema, type Initiative, type Report } from '../../../shared/model/report.ts';
import type { MarkedPlace } from '../../word/marked/marked-place.ts';
import { initiativeWithPlace } from '../../word/marked/initiative-with-place.ts';
import { newIdentifier } from '../new-identifier.ts';

/**
 * The report with other paragraphs in one place of a row; null where the row, or its target or outcome, is gone, or could
 * not be stored so.
 */
export function reportWithField(
  report: Report,
  place: MarkedPlace,
  paragraphs: readonly string[],
): Report | null {
  const before = report.initiatives.find(({ id }) => id === place.initiative);
  const said = before && initiativeWithPlace(before, place, paragraphs, newIdentifier);
  const after = said && storable(said);
  if (!before || !after) return null;
  return { ...report, initiatives: report.initiatives.map((each) => (each === before ? after : each)) };
}

/** Null for a row that can't be stored: a line too long, too many targets. */
export function storable(row: Initiative): Initiative | null {
  return v.is(initiativeSchema, row) ? row : null;
}
