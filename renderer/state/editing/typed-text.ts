import type { TypedText, UnsentText } from '../../../shared/model/draft.ts';
import type { Edit, FieldEdit, Step } from '../../../shared/model/edits.ts';
import { fieldsIn } from '../../../shared/model/fields/values.ts';
import { fieldLines } from '../../../shared/model/search-text.ts';
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

/** What was not sent, where its box is not at hand: for the person to copy. Named after the box. */
export function unsentAsTyped({ what, text, about }: UnsentText): TypedText {
  const { initiative = null, field = null } = about ?? {};
  return { id: what, initiative, field, text, edit: null };
}

function textOf(edit: Edit): Omit<TypedText, 'id' | 'edit'> | null {
  switch (edit.kind) {
    case 'set-field':
      return textOfField(edit);
    case 'add-initiative':
      return { initiative: edit.initiative.id, field: null, text: wholeText(edit.initiative) };
    case 'add-target':
      return { initiative: edit.initiative, field: 'targets', text: targetTexts(edit.target).join(' ') };
    case 'add-outcome':
      return {
        initiative: edit.initiative,
        field: 'outcomes',
        text: outcomeTexts(edit.outcome).join('\n'),
      };
    default:
      return null;
  }
}

function textOfField(edit: FieldEdit): Omit<TypedText, 'id' | 'edit'> | null {
  if (edit.owner === 'report')
    return { initiative: null, field: edit.field, text: textOfValue(edit.after) };
  const { initiative } = edit;
  switch (edit.owner) {
    case 'row':
      return { initiative, field: edit.field, text: textOfValue(edit.after) };
    case 'target':
      // A verdict is chosen, not typed.
      if (edit.field === 'verdict') return null;
      return { initiative, field: 'targets', text: textOfValue(edit.after) };
    case 'outcome':
      if (edit.field === 'targets') return null;
      return {
        initiative,
        field: 'outcomes',
        text: edit.field === 'figures' ? figureTexts(edit.after).join('\n') : textOfValue(edit.after),
      };
  }
}

function textOfValue(value: string | number | readonly string[] | null): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join('\n') : String(value);
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

function wholeText(row: Initiative): string {
  return fieldsIn(row)
    .flatMap((field) => {
      if (field === 'targets') return row.targets.flatMap(targetTexts);
      return field === 'outcomes' ? row.outcomes.flatMap(outcomeTexts) : fieldLines(row, field);
    })
    .filter((text) => text !== '')
    .join('\n');
}
