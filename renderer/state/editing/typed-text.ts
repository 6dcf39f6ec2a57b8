import * as v from 'valibot';
import { editSchema, type Edit, type Step } from '../../../shared/model/edits.ts';
import type { Figure, Initiative, Outcome, Target } from '../../../shared/model/report.ts';

/** A text that a person typed and that could not be stored where it was typed. */
export const typedTextSchema = v.object({
  id: v.string(),
  /** The row's identifier; null for the heading. */
  initiative: v.nullable(v.string()),
  /** A field's name, as in the glossary; null when the text belongs to several. */
  field: v.nullable(v.string()),
  text: v.string(),
  /** The change that could not be made; null in what an earlier version of the program wrote down. */
  edit: v.optional(v.nullable(editSchema), null),
});
export type TypedText = Readonly<v.InferOutput<typeof typedTextSchema>>;

/** The texts in a step that are worth keeping when the step itself can't be stored. */
export function typedTexts({ id, edits }: Step): TypedText[] {
  return edits.flatMap((edit, index) => {
    const found = textOf(edit);
    return found === null || found.text.trim() === '' ? [] : [{ id: `${id}-${index}`, ...found, edit }];
  });
}

function textOf(edit: Edit): Omit<TypedText, 'id' | 'edit'> | null {
  switch (edit.kind) {
    case 'set-report-field':
      return { initiative: null, field: edit.field, text: String(edit.after) };
    case 'add-initiative':
      return { initiative: edit.initiative.id, field: null, text: wholeText(edit.initiative) };
    case 'set-initiative-text':
      return { initiative: edit.initiative, field: edit.field, text: edit.after };
    case 'set-paragraphs':
      return { initiative: edit.initiative, field: edit.field, text: edit.after.join('\n') };
    case 'add-target':
      return { initiative: edit.initiative, field: 'targets', text: targetTexts(edit.target).join(' ') };
    case 'add-outcome':
      return {
        initiative: edit.initiative,
        field: 'outcomes',
        text: outcomeTexts(edit.outcome).join('\n'),
      };
    case 'set-target-text':
      return { initiative: edit.initiative, field: 'targets', text: edit.after ?? '' };
    case 'set-outcome-text':
      return { initiative: edit.initiative, field: 'outcomes', text: edit.after ?? '' };
    case 'set-figures':
      return {
        initiative: edit.initiative,
        field: 'outcomes',
        text: figureTexts(edit.after).join('\n'),
      };
    default:
      return null;
  }
}

function targetTexts({ measure, note, value }: Target): string[] {
  return [measure, note ?? '', value ?? ''].filter((text) => text !== '');
}

function outcomeTexts({ statement, asOf, figures }: Outcome): string[] {
  return [statement, asOf ?? '', ...figureTexts(figures)].filter((text) => text !== '');
}

function figureTexts(figures: readonly Figure[]): string[] {
  return figures.map(({ label, value }) => `${label ?? ''} ${value}`.trim());
}

function wholeText({ title, section, plan, targets, results, direction, outcomes }: Initiative): string {
  return [
    title,
    section,
    ...plan,
    ...targets.flatMap(targetTexts),
    ...results,
    ...direction,
    ...outcomes.flatMap(outcomeTexts),
  ]
    .filter((text) => text !== '')
    .join('\n');
}
