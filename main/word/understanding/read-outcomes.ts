import type { Figure } from '../../../shared/model/report.ts';
import type { OutcomeDraft } from '../../domain/report-draft.ts';
import { asOfLine } from './as-of.ts';
import type { CellLine } from './cell-lines.ts';
import { itemsOf, type Item, type ItemOptions } from './items.ts';
import { endsSentence } from './sentences.ts';
import { splitFigure } from './split-figure.ts';
import { opensWithFigure } from './values.ts';

/**
 * The outcomes of a cell: statements, each with the day and the figures that stand under it.
 *
 * Figures stand without a bullet, or with one under a day. What is neither day nor figure is a statement.
 */
export function readOutcomes(lines: readonly CellLine[], options: Omit<ItemOptions, 'of'>): OutcomeDraft[] {
  const outcomes: OpenOutcome[] = [];
  const items = itemsOf(lines, { ...options, of: 'sentences', apart: standsApart });
  const anyBullet = items.some(({ bulleted }) => bulleted);
  for (const item of items) {
    const time = asOfLine(item.text);
    const last = outcomes.at(-1);
    if (time !== null) addTime(outcomes, time.asOf, time.rest, item.text);
    else if (last !== undefined && isFigure(item, last, anyBullet)) {
      last.figures.push(splitFigure(item.text) ?? { label: null, value: item.text });
    } else outcomes.push({ statement: item.text, asOf: null, figures: [] });
  }
  return outcomes.map((outcome) => ({ id: null, ...outcome, targets: [] }));
}

interface OpenOutcome {
  readonly statement: string;
  asOf: string | null;
  readonly figures: Figure[];
}

function standsApart(text: string): boolean {
  if (asOfLine(text) !== null) return true;
  const figure = splitFigure(text);
  return figure !== null && opensWithFigure(figure.value) && !/[、。を]/.test(text);
}

/** A day above figures. A second day under one statement is kept as a line among its figures. */
function addTime(outcomes: OpenOutcome[], asOf: string, rest: string, whole: string): void {
  const figures = rest === '' ? [] : [splitFigure(rest) ?? { label: null, value: rest }];
  const last = outcomes.at(-1);
  if (last === undefined) outcomes.push({ statement: '', asOf, figures });
  else if (last.asOf === null && last.figures.length === 0) {
    last.asOf = asOf;
    last.figures.push(...figures);
  } else last.figures.push({ label: null, value: whole });
}

function isFigure({ text, bulleted }: Item, last: OpenOutcome, anyBullet: boolean): boolean {
  if (endsSentence(text)) return false;
  if (bulleted) return last.asOf !== null && splitFigure(text) !== null;
  // In a cell with bullets a line without one belongs to the statement above it, whatever it says.
  return splitFigure(text) !== null || (anyBullet && text.length <= 40);
}
