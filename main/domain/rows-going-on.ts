import { ownFieldsIn, withOwn, type OwnsFields } from '../../shared/model/fields/values.ts';
import { officeFormOf, type WrittenInForm } from '../../shared/model/forms/form-of-report.ts';
import { emptyInitiative, type Initiative, type Target } from '../../shared/model/report.ts';

/** What a new year's rows take over: names and sections, or what was planned and aimed at, too. */
export type CarriedParts = 'names' | 'plans';

/** A report whose rows are gone on from. */
export interface EarlierReport extends WrittenInForm {
  readonly initiatives: readonly Initiative[];
}

/**
 * The rows of a new report that goes on from an earlier one, in its order.
 *
 * What came of the earlier year (results, direction, outcomes, verdicts, and what the form's own fields say of it) stays
 * with it, and so does where its pages broke. Rows and targets get identifiers of their own.
 */
export function rowsGoingOn(
  earlier: EarlierReport,
  parts: CarriedParts,
  newIdentifier: () => string,
): Initiative[] {
  const declared = new Set<string>(
    officeFormOf(earlier).fields.flatMap(({ id, season }) => (season === 'declaration' ? [id] : [])),
  );
  const planned = <T extends OwnsFields>(holder: T): T =>
    ownFieldsIn(holder)
      .filter((field) => !declared.has(field))
      .reduce((left, field) => withOwn(left, field, []), holder);
  return earlier.initiatives.map(({ title, section, plan, targets, own }) => {
    const row = { ...emptyInitiative(newIdentifier()), title, section };
    if (parts === 'names') return row;
    return planned({
      ...row,
      plan,
      targets: targets.map((target): Target => planned({ ...target, id: newIdentifier(), verdict: null })),
      ...(own === undefined ? {} : { own }),
    });
  });
}
