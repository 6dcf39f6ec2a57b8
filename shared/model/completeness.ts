import { builtInRowFields, type RowField } from './fields/built-in-fields.ts';
import type { FieldDefinition, OwnField } from './fields/field.ts';
import { isItemField, itemOwners, type ItemField } from './fields/item-parts.ts';
import { rulesOf } from './fields/kinds.ts';
import { ownFieldsIn, ownValueOf, valueOf, type OwnsFields } from './fields/values.ts';
import { fieldsOf, prints, printsPart, type Form } from './form.ts';
import { isBlank } from './plain-text.ts';
import type { Initiative, Outcome } from './report.ts';

/**
 * One thing that a row still lacks before it can be handed in, as facts. `number` counts from 1
 * within its field.
 */
export type MissingPart =
  /** Nothing at all is written in the row yet: that alone is said of it. */
  | { readonly code: 'row-unwritten' }
  | { readonly code: 'field-empty'; readonly field: RowField }
  /** A paragraph or outcome with no words, or a figure with no value; `number` is the paragraph's or outcome's. */
  | { readonly code: 'paragraph-empty'; readonly field: RowField; readonly number: number }
  | { readonly code: 'target-without-measure'; readonly number: number }
  /** What the form asks of each target or outcome besides what every one has; `number` is that one's. */
  | {
      readonly code: 'part-empty';
      readonly field: ItemField;
      readonly part: OwnField;
      readonly number: number;
    }
  /** Outcomes speak of other targets, and none of this one. */
  | { readonly code: 'target-without-outcome'; readonly number: number }
  | { readonly code: 'target-without-verdict'; readonly number: number }
  /** The outcome names no target. */
  | { readonly code: 'outcome-without-target'; readonly number: number };

/**
 * What a row lacks, in the order of its fields. Only what the form prints is asked for, and what it asks
 * besides (`asks`): nobody is reminded of a verdict that no print shows. Of a row that was just added one
 * thing is said, and not each of its fields.
 */
export function missingParts(initiative: Initiative, form: Form): readonly MissingPart[] {
  if (isUnwritten(initiative)) return [{ code: 'row-unwritten' }];
  return fieldsOf(form).flatMap((field): MissingPart[] => {
    const { id } = field;
    const value = valueOf(initiative, field);
    if (rulesOf(field).isEmpty(value)) return field.asked ? [{ code: 'field-empty', field: id }] : [];
    const wordless = rulesOf(field)
      .wordless(value)
      .map((number): MissingPart => ({ code: 'paragraph-empty', field: id, number }));
    return [...wordless, ...missingOfItems(initiative, field, form)];
  });
}

/** What targets and outcomes lack besides words: they speak of each other. */
function missingOfItems(initiative: Initiative, { id }: FieldDefinition, form: Form): MissingPart[] {
  if (!isItemField(id)) return [];
  const missing =
    id === 'targets' ? missingOfTargets(initiative, form) : missingOfOutcomes(initiative, form);
  return [...missing, ...missingOfParts(initiative, id, form)];
}

/** The field that a missing part stands in. */
export function fieldOfPart(part: MissingPart): RowField {
  if ('field' in part) return part.field;
  if (part.code === 'row-unwritten') return 'title';
  return part.code === 'outcome-without-target' ? 'outcomes' : 'targets';
}

/** True when a row lacks nothing that the form asks for. */
export function isComplete(initiative: Initiative, form: Form): boolean {
  return missingParts(initiative, form).length === 0;
}

/** True when no field of a row says anything. Targets and outcomes without a word say nothing either. */
export function isUnwritten(initiative: Initiative): boolean {
  return (
    builtInRowFields.every((field) => rulesOf(field).saysNothing(valueOf(initiative, field))) &&
    ownFieldsIn(initiative, ...initiative.targets, ...initiative.outcomes).length === 0
  );
}

/** Fields of the form's own that each target or outcome is asked for. */
function missingOfParts(initiative: Initiative, field: ItemField, form: Form): MissingPart[] {
  const { own = [] } = form;
  const asked = own.filter(
    ({ id, owner, asked: isAsked }) =>
      isAsked && owner === itemOwners[field] && printsPart(form, field, id),
  );
  const items: readonly OwnsFields[] = initiative[field];
  return items.flatMap((item, index) =>
    asked
      .filter((part) => rulesOf(part).saysNothing(ownValueOf(item, part)))
      .map(({ id }): MissingPart => ({ code: 'part-empty', field, part: id, number: index + 1 })),
  );
}

function missingOfTargets({ targets, outcomes }: Initiative, form: Form): MissingPart[] {
  const { asks } = form;
  const printsOutcomes = prints(form, 'outcomes');
  const named = new Set(outcomes.flatMap((outcome) => outcome.targets));
  // An outcome that names no target may speak of any: only where each says its own is it known that one
  // is left. When there is no outcome at all, that one thing is said and not repeated for each target.
  const allName = asks.outcomeTargets || outcomes.every((outcome) => outcome.targets.length > 0);
  const asksForNames = printsOutcomes && outcomes.length > 0 && allName;
  return targets.flatMap(({ id, measure, verdict }, index): MissingPart[] => {
    const number = index + 1;
    return [
      ...(isBlank(measure) ? [{ code: 'target-without-measure', number } as const] : []),
      ...(asksForNames && !named.has(id) ? [{ code: 'target-without-outcome', number } as const] : []),
      ...(printsOutcomes && asks.verdicts && verdict === null
        ? [{ code: 'target-without-verdict', number } as const]
        : []),
    ];
  });
}

function missingOfOutcomes({ targets, outcomes }: Initiative, { asks }: Form): MissingPart[] {
  const nameless = (outcome: Outcome): boolean =>
    asks.outcomeTargets && targets.length > 0 && outcome.targets.length === 0;
  return outcomes.flatMap((outcome, index): MissingPart[] =>
    nameless(outcome) ? [{ code: 'outcome-without-target', number: index + 1 }] : [],
  );
}
