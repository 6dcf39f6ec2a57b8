import { fieldsOf, type Form } from '../../../shared/model/form.ts';
import { isItemField, isItemPart, type ItemField } from '../../../shared/model/fields/item-parts.ts';
import { emptyInitiative, type Initiative } from '../../../shared/model/report.ts';
import { initiativeWith } from './initiative-with.ts';
import { initiativeWithPlace } from './initiative-with-place.ts';
import { placeOf } from './marked-place.ts';

/** The row that a file added: `texts` by field, or by a part of the target or outcome on one of its lines (added-row.ts). */
export function rowFromTexts(
  id: string,
  texts: Readonly<Record<string, readonly string[]>>,
  form: Form,
  newIdentifier: () => string,
): Initiative {
  const whole = fieldsOf(form).reduce(
    (made, field) => initiativeWith(made, field, texts[field.id] ?? [], newIdentifier),
    emptyInitiative(id),
  );
  const items = new Map<string, string>();
  return Object.entries(texts).reduce((made, [key, paragraphs]) => {
    const [field = '', line, part = ''] = key.split('/');
    if (!isItemField(field) || line === undefined || !isItemPart(part)) return made;
    const known = items.get(`${field}/${line}`);
    const item = known ?? newIdentifier();
    items.set(`${field}/${line}`, item);
    const begun = known === undefined ? withItem(made, field, item, items.get(`targets/${line}`)) : made;
    const place = placeOf(id, { field, of: { item, part } }, form);
    return (place && initiativeWithPlace(begun, place, paragraphs, newIdentifier)) ?? begun;
  }, whole);
}

/** With one more target, or one more outcome, which speaks of the target on its line. */
function withItem(row: Initiative, field: ItemField, id: string, target: string | undefined): Initiative {
  if (field === 'targets') {
    return {
      ...row,
      targets: [...row.targets, { id, measure: '', note: null, value: null, verdict: null }],
    };
  }
  const targets = target === undefined ? [] : [target];
  return { ...row, outcomes: [...row.outcomes, { id, statement: '', asOf: null, figures: [], targets }] };
}
