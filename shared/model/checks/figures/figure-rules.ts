import { asOfOutsideYear } from './as-of-outside-year.ts';
import { differsFromLastYear } from './differs-from-last-year.ts';
import { figuresDisagree } from './figures-disagree.ts';
import { orderOfMagnitude } from './order-of-magnitude.ts';
import { percentageAboveBound } from './percentage-above-bound.ts';
import { totalNotGrowth } from './total-not-growth.ts';
import { totalNotSum } from './total-not-sum.ts';
import { unitUnlikeName } from './unit-unlike-name.ts';
import { unitsDiffer } from './units-differ.ts';
import { verdictAgainstFigures } from './verdict-against-figures.ts';
import { wordsAgainstFigures } from './words-against-figures.ts';

/** Whether figures agree: with the words, with each other, with their year and with last year's report. */
export const figureRules = [
  wordsAgainstFigures,
  verdictAgainstFigures,
  figuresDisagree,
  totalNotSum,
  totalNotGrowth,
  unitsDiffer,
  unitUnlikeName,
  percentageAboveBound,
  orderOfMagnitude,
  asOfOutsideYear,
  differsFromLastYear,
] as const;
