import type { TypedText } from '../../../shared/model/draft.ts';
import type { Edit, Step } from '../../../shared/model/edits.ts';
import type { Figure, Initiative, Outcome, Target } from '../../../shared/model/report.ts';

/** The texts in a step that are worth keeping when the step itself can't be stored. */
export function typedTexts({ id, edits }: Step): TypedText[] {
  return edits.flatMap((edit, index) => {
    const found = textOf(edit);
    return found === null || found.text.trim() === '' ? [] : [{ id: `${id}-${index}`, ...found, edit }];
  });
}

/** The texts in a step of which nothing is said by the edits that were stored under its name. */
export function textsBeyond(step: Step, stored: readonly Edit[]): TypedText[] {
  const said = typedTexts({ id: step.id, edits: stored });
  return typedTexts(step).filter(
    ({ initiative, field, text }) =>
      !said.some(
        (each) => each.initiative === initiative && each.field === field && each.text.includes(text),
      ),
  );
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
