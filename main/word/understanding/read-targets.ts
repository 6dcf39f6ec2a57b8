import type { TargetDraft } from '../../domain/report-draft.ts';
import { bracketAtEnd } from '../../../shared/reading/brackets.ts';
import type { CellLine } from './cell-lines.ts';
import { itemsOf, type ItemOptions } from './items.ts';
import { endsSentence } from './sentences.ts';
import { splitTarget } from './split-target.ts';
import { hasDigit, opensWithFigure } from './values.ts';

/** A value on a line of its own is short. */
const longestValueLine = 40;

/** The targets of a cell, with notes and values that stand on lines of their own put to them. */
export function readTargets(lines: readonly CellLine[], options: Omit<ItemOptions, 'of'>): TargetDraft[] {
  const texts: string[] = [];
  for (const { text, bulleted } of itemsOf(lines, { ...options, of: 'phrases', apart: isValueLine })) {
    const last = texts.at(-1);
    if (last === undefined || bulleted || !belongsTo(last, text)) texts.push(text);
    else texts[texts.length - 1] = `${last} ${text}`;
  }
  return texts.map((text) => ({ id: null, ...splitTarget(text), verdict: null }));
}

/** A note in brackets, or a value for a target that has none yet. */
function belongsTo(target: string, line: string): boolean {
  const { note, value } = splitTarget(target);
  if (isNote(line)) return value !== null || note === null;
  return isValueLine(line) && value === null;
}

function isNote(line: string): boolean {
  return bracketAtEnd(line)?.before === '';
}

function isValueLine(line: string): boolean {
  if (line.length > longestValueLine || endsSentence(line)) return false;
  return isNote(line) || (hasDigit(line) && opensWithFigure(line));
}
