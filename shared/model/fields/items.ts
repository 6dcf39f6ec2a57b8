import type { OutlineParagraph } from '../outline.ts';
import { isBlank } from '../plain-text.ts';
import type { Figure, Outcome, Target } from '../report.ts';

/** How the items of 達成目標 and 目標達成状況 are spelled. */

/** `{measure}({note}) {value}` without the bullet. Brackets stand around words, never around spaces alone. */
export function targetText({ measure, note, value }: Pick<Target, 'measure' | 'note' | 'value'>): string {
  return measure + (isBlank(note) ? '' : `(${note})`) + (isBlank(value) ? '' : ` ${value}`);
}

/** `{label} {value}`. */
export function figureText({ label, value }: Figure): string {
  return isBlank(label) ? value : `${label} ${value}`;
}

/** What an outcome says, whatever it is called and speaks of. */
export type OutcomeTexts = Pick<Outcome, 'statement' | 'asOf' | 'figures'>;

/** `・{statement}`, `【{asOf}】`, and each figure on a line of its own. */
export function outcomeParagraphs({ statement, asOf, figures }: OutcomeTexts): OutlineParagraph[] {
  return [
    { kind: 'bullet', text: `・${statement}` },
    ...(isBlank(asOf) ? [] : [{ kind: 'as-of', text: `【${asOf}】` } as const]),
    ...figures.map((figure) => ({ kind: 'figure', text: figureText(figure) }) as const),
  ];
}

/** The same lines as the author wrote them. */
export function outcomeLines({ statement, asOf, figures }: OutcomeTexts): string[] {
  return [statement, ...(asOf === null ? [] : [asOf]), ...figures.map(figureText)];
}
