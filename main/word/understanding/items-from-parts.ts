import {
  printPart,
  verdictOfSign,
  type ItemValues,
  type PartDefinition,
} from '../../../shared/model/fields/item-parts.ts';
import { isOwnField } from '../../../shared/model/fields/field.ts';
import { figureText } from '../../../shared/model/fields/items.ts';
import { parsed } from '../../../shared/model/fields/kinds.ts';
import { withOwn } from '../../../shared/model/fields/values.ts';
import type { Figure, Outcome, Target } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { splitFigure } from './split-figure.ts';

/** What a file prints of a target or an outcome, part by part. */
export type SaidParts = ReadonlyMap<PartDefinition, readonly string[]>;

/** A target as it is printed; what is not, or is as before, is as in `base`. */
export function targetWith<Item extends Omit<Target, 'id'>>(base: Item, parts: SaidParts): Item {
  let target = base;
  for (const [part, texts] of changedParts(parts, base)) {
    const value = parsed(part, texts);
    const text = typeof value === 'string' ? value : value.join(' ');
    if (isOwnField(part.id)) target = withOwn(target, part.id, value);
    else if (part.id === 'measure') target = { ...target, measure: text };
    else if (part.id === 'note' || part.id === 'value')
      target = { ...target, [part.id]: text === '' ? null : text };
    else if (part.id === 'verdict') target = { ...target, verdict: verdictOfSign(text) };
  }
  return target;
}

/** An outcome as it is printed; what is not, or is as before, is as in `base`. */
export function outcomeWith<Item extends Omit<Outcome, 'id' | 'targets'>>(
  base: Item,
  parts: SaidParts,
): Item {
  let outcome = base;
  for (const [part, texts] of changedParts(parts, base)) {
    const value = parsed(part, texts);
    const text = typeof value === 'string' ? value : value.join(' ');
    if (isOwnField(part.id)) outcome = withOwn(outcome, part.id, value);
    else if (part.id === 'statement') outcome = { ...outcome, statement: text };
    else if (part.id === 'asOf') outcome = { ...outcome, asOf: text === '' ? null : text };
    else if (part.id === 'figures') {
      outcome = {
        ...outcome,
        figures: texts.filter((line) => line !== '').map((line) => figureOf(line, base)),
      };
    }
  }
  return outcome;
}

/** The parts that are printed otherwise than an item prints them. */
export function changedParts(
  parts: SaidParts,
  base: ItemValues,
): (readonly [PartDefinition, readonly string[]])[] {
  return [...parts].filter(([part, texts]) => {
    const printed = printPart(base, part).map(({ text }) => text);
    const said = texts.length === 1 && texts[0] === '' ? [] : texts;
    const before = printed.length === 1 && printed[0] === '' ? [] : printed;
    return !sameValue(said, before);
  });
}

function figureOf(line: string, { figures }: Pick<Outcome, 'figures'>): Figure {
  const same = figures.find((figure) => figureText(figure) === line);
  if (same !== undefined) return same;
  const split = splitFigure(line);
  return split !== null && figureText(split) === line ? split : { label: null, value: line };
}
