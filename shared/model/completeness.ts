import { fieldsOf, type Form } from './form.ts';
import { isBlank } from './plain-text.ts';
import { paragraphFields, type Initiative, type InitiativeField, type Outcome } from './report.ts';

/**
 * One thing that a row still lacks before it can be handed in, as facts. `number` counts from 1
 * within its field.
 */
export type MissingPart =
  /** Nothing at all is written in the row yet: that alone is said of it. */
  | { readonly code: 'row-unwritten' }
  | { readonly code: 'field-empty'; readonly field: InitiativeField }
  /** A paragraph or outcome with no words, or a figure with no value; `number` is the paragraph's or outcome's. */
  | { readonly code: 'paragraph-empty'; readonly field: InitiativeField; readonly number: number }
  | { readonly code: 'target-without-measure'; readonly number: number }
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
  const fields = fieldsOf(form);
  const printsOutcomes = fields.includes('outcomes');
  return fields.flatMap((field): MissingPart[] => {
    if (isEmpty(initiative, field)) return [{ code: 'field-empty', field }];
    switch (field) {
      case 'title':
      case 'section':
        return [];
      case 'plan':
      case 'results':
      case 'direction':
        return numbersOf(initiative[field], isBlank).map((number) => ({
          code: 'paragraph-empty',
          field,
          number,
        }));
      case 'targets':
        return missingOfTargets(initiative, printsOutcomes, form);
      case 'outcomes':
        return missingOfOutcomes(initiative, form);
    }
  });
}

/** True when a row lacks nothing that the form asks for. */
export function isComplete(initiative: Initiative, form: Form): boolean {
  return missingParts(initiative, form).length === 0;
}

/** True when no field of a row says anything. Targets and outcomes without a word say nothing either. */
export function isUnwritten(initiative: Initiative): boolean {
  const { title, section, targets, outcomes } = initiative;
  const texts = [title, section, ...paragraphFields.flatMap((field) => initiative[field])];
  return (
    texts.every(isBlank) &&
    targets.every(
      ({ measure, note, value, verdict }) => [measure, note, value].every(isBlank) && verdict === null,
    ) &&
    outcomes.every(
      ({ statement, asOf, figures }) =>
        isBlank(statement) &&
        isBlank(asOf) &&
        figures.every(({ label, value }) => isBlank(label) && isBlank(value)),
    )
  );
}

function isEmpty(initiative: Initiative, field: InitiativeField): boolean {
  return field === 'title' || field === 'section'
    ? isBlank(initiative[field])
    : initiative[field].length === 0;
}

function missingOfTargets(
  { targets, outcomes }: Initiative,
  printsOutcomes: boolean,
  { asks }: Form,
): MissingPart[] {
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
  const wordless = ({ statement, figures }: Outcome): boolean =>
    isBlank(statement) || figures.some(({ value }) => isBlank(value));
  const nameless = (outcome: Outcome): boolean =>
    asks.outcomeTargets && targets.length > 0 && outcome.targets.length === 0;
  return [
    ...numbersOf(outcomes, wordless).map(
      (number) => ({ code: 'paragraph-empty', field: 'outcomes', number }) as const,
    ),
    ...numbersOf(outcomes, nameless).map((number) => ({ code: 'outcome-without-target', number }) as const),
  ];
}

/** The numbers, from 1, of the items that a question is true of. */
function numbersOf<T>(items: readonly T[], question: (item: T) => boolean): number[] {
  return items.flatMap((item, index) => (question(item) ? [index + 1] : []));
}
