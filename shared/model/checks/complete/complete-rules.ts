import { fieldOfPart, type MissingPart } from '../../completeness.ts';
import type { Severity } from '../finding.ts';
import { rule, type Rule } from '../rule.ts';
import { asOfMissing } from './as-of-missing.ts';
import { figureWithoutLabel } from './figure-without-label.ts';
import { sharedOutcome } from './shared-outcome.ts';

type Code = MissingPart['code'];
type PartOf<Of extends Code> = Extract<MissingPart, { readonly code: Of }>;

/** What a row lacks is said in completeness.ts alone; each kind of it is a rule here. */
export const missingRules = [
  missing('row-unwritten', 'error'),
  missing('field-empty', 'error'),
  missing('paragraph-empty', 'error'),
  missing('part-empty', 'error'),
  missing('target-without-measure', 'error'),
  missing('target-without-outcome', 'error'),
  missing('target-without-verdict', 'warning'),
  missing('outcome-without-target', 'warning'),
] as const;

export const completeRules = [...missingRules, sharedOutcome, asOfMissing, figureWithoutLabel] as const;

function missing<const Of extends Code>(code: Of, severity: Severity): Rule<Of, PartOf<Of>> {
  return rule({
    id: code,
    family: 'complete',
    clause: null,
    severity,
    find: ({ missing }) =>
      missing.flatMap(({ row, part }) =>
        isOf(part, code)
          ? [
              {
                place: {
                  kind: 'field',
                  row: row.id,
                  field: fieldOfPart(part),
                  at: 'number' in part ? part.number - 1 : null,
                },
                span: null,
                facts: part,
              },
            ]
          : [],
      ),
  });
}

function isOf<Of extends Code>(part: MissingPart, code: Of): part is PartOf<Of> {
  return part.code === code;
}
