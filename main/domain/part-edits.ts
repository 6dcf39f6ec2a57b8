import type { FieldEdit, InitiativeEdit } from '../../shared/model/edits.ts';
import { ownFieldsIn } from '../../shared/model/fields/values.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { fieldEdits } from './field-edits.ts';

/** The edits inside one target; none for one that the row does not have. */
export function targetEdits(
  row: Initiative,
  after: Initiative['targets'][number],
  initiative: string,
): InitiativeEdit[] {
  const before = row.targets.find(({ id }) => id === after.id);
  if (before === undefined) return [];
  const fields = ['measure', 'note', 'value', 'verdict', ...ownFieldsIn(before, after)] as const;
  const place = { owner: 'target', initiative, target: after.id } as const;
  return fieldEdits<Extract<FieldEdit, { owner: 'target' }>>(before, after, fields, place);
}

/** The edits inside one outcome; none for one that the row does not have. */
export function outcomeEdits(
  row: Initiative,
  after: Initiative['outcomes'][number],
  initiative: string,
): InitiativeEdit[] {
  const before = row.outcomes.find(({ id }) => id === after.id);
  if (before === undefined) return [];
  const fields = ['statement', 'asOf', 'figures', 'targets', ...ownFieldsIn(before, after)] as const;
  const place = { owner: 'outcome', initiative, outcome: after.id } as const;
  return fieldEdits<Extract<FieldEdit, { owner: 'outcome' }>>(before, after, fields, place);
}
