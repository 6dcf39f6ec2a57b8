import type { BoardRow, BoardSection } from '../../../shared/model/states/board.ts';
import type { OwnNames } from '../../../shared/words/field-names.ts';
import { missingSummary } from '../../../shared/words/missing-words.ts';
import { stateWords as words } from '../../words/state-words.ts';

/** A text that asks a section for what is still to come, row by row, for a mail. */
export function reminderText(
  section: BoardSection,
  {
    report,
    deadline,
    form,
  }: { readonly report: string; readonly deadline: string; readonly form: OwnNames },
): string {
  const said = words.reminder;
  const open = section.rows.flatMap((row) => {
    const what = stillToDo(row, form);
    return what.length === 0 ? [] : [said.row(row.number, row.title, what.join('、'))];
  });
  return [
    said.head(words.section(section.name), report),
    ...(deadline === '' ? [] : [said.deadline(deadline)]),
    '',
    ...(open.length === 0 ? [said.none] : [...open, '', said.tail]),
  ].join('\n');
}

function stillToDo({ state, reason, missing, conflicts }: BoardRow, form: OwnNames): string[] {
  return [
    ...(state === 'draft' ? ['未提出'] : []),
    ...(state === 'returned' ? [`${words.rowStates.returned}（${reason ?? ''}）`] : []),
    ...(missing.length === 0 || state === 'confirmed' ? [] : [missingSummary(missing, form)]),
    ...(conflicts === 0 ? [] : [words.conflicts(conflicts)]),
  ];
}
