import { measureOf } from '../figures/units.ts';
import { isQualified, type QuantityPiece } from '../figures/written.ts';
import type { Better } from './better.ts';

/** A promised figure beside what came of it. */
export interface Comparison {
  readonly target: QuantityPiece;
  readonly actual: QuantityPiece;
  readonly better: Better;
  readonly isMet: boolean;
  /** 1: just as promised, 1.08: 8 % better; null where a zero or a change of sign leaves nothing to divide. */
  readonly rate: number | null;
}

/** Compares two figures of one dimension; null where they are of different ones. */
export function compared(target: QuantityPiece, actual: QuantityPiece, better: Better): Comparison | null {
  const [promised, reached] = [measureOf(target), measureOf(actual)];
  if (promised.dimension !== reached.dimension) return null;
  const [goal, result] = [target.number * promised.factor, signed(target, actual) * reached.factor];
  return {
    target,
    actual,
    better,
    isMet: isMet(target, goal, result, better, promised.factor),
    rate: rateOf(goal, result, better),
  };
}

/** Where a fall is promised, a rise is a fall below zero. */
function signed(target: QuantityPiece, actual: QuantityPiece): number {
  const opposed =
    (isQualified(target, 'fall') && isQualified(actual, 'rise')) ||
    (isQualified(target, 'rise') && isQualified(actual, 'fall'));
  return opposed ? -actual.number : actual.number;
}

function isMet(
  target: QuantityPiece,
  goal: number,
  result: number,
  better: Better,
  factor: number,
): boolean {
  // A fall of △3.2 is met by a larger one.
  const way = (better === 'higher') === goal >= 0 ? 1 : -1;
  const over = way * (result - goal) + allowance(target) * factor;
  // Binary fractions: 0.1 + 0.2 is a little more than 0.3.
  const nothing = 1e-9 * Math.max(1, Math.abs(goal));
  return isQualified(target, 'above', 'below') ? over > nothing : over >= -nothing;
}

/** 約5,400 is any number that is rounded to 5,400. */
function allowance(target: QuantityPiece): number {
  if (!isQualified(target, 'about') || target.number === 0) return 0;
  const size = Math.floor(Math.log10(Math.abs(target.number)));
  return 10 ** (size - target.significant + 1) / 2;
}

function rateOf(goal: number, result: number, better: Better): number | null {
  if (goal < 0) return result < 0 ? result / goal : null;
  if (result < 0) return null;
  const [part, whole] = better === 'higher' ? [result, goal] : [goal, result];
  return whole === 0 ? null : part / whole;
}
