import { measureOf } from '../figures/units.ts';
import { readWritten } from '../figures/read-written.ts';
import { isQualified, quantitiesOf, type QuantityPiece } from '../figures/written.ts';
import { isOwnField } from '../fields/field.ts';
import type { Form } from '../form.ts';
import type { Initiative, Outcome, Target, Verdict } from '../report.ts';
import { betterFor, type Better } from './better.ts';
import { compared, type Comparison } from './compare.ts';
import { figuresIn, figuresOfTarget, type GivenFigure } from './figures-in-outcomes.ts';
import { gradeOf, verdictScale } from './grade-scale.ts';
import { likeness, outcomesFor } from './outcomes-for-target.ts';
import { senseOf, type StatementSense } from './statement-sense.ts';
import { wasLate, type Lateness } from './was-late.ts';

/** Why a verdict is suggested, as facts (shared/words/verdict-sentences.ts). */
export type Reason =
  | {
      readonly code: 'figures';
      readonly comparisons: readonly Comparison[];
      readonly uncompared: readonly QuantityPiece[];
    }
  /** `unlike`: the target has figures, and no outcome gives one in their units. */
  | {
      readonly code: 'words';
      readonly sense: StatementSense;
      readonly statement: string;
      readonly unlike: boolean;
    }
  | ({ readonly code: 'late' } & Lateness)
  | { readonly code: 'no-outcome' }
  | { readonly code: 'unclear'; readonly unlike: boolean };

/** What can be read off a target and its outcomes. The author decides. */
export interface Suggestion {
  readonly suggested: Verdict;
  /** Of the first figure that could be compared; 1: just as promised. */
  readonly rate: number | null;
  readonly target: readonly QuantityPiece[];
  readonly actual: readonly QuantityPiece[];
  readonly reason: Reason;
}

export interface AssessedIn {
  readonly fiscalYear: number;
  /** Fields of the report's form, some of which hold what a change is measured from (基準値, 前年度実績). */
  readonly own?: Form['own'];
}

export function suggestVerdict(target: Target, row: Initiative, year: AssessedIn): Suggestion {
  const promised = figuresOfTarget(target);
  const outcomes = outcomesFor(target, row).filter(saysSomething);
  const given = figuresIn(outcomes, year.fiscalYear);
  const figures = { target: promised, actual: given.map(({ quantity }) => quantity) };
  if (outcomes.length === 0) {
    return { ...figures, suggested: 'not-assessable', rate: null, reason: { code: 'no-outcome' } };
  }
  const goals = promised.filter(isGoal);
  const better = betterOf(target, goals);
  const { comparisons, uncompared } = compareAll(goals, given, target, baselinesOf(row, promised, year));
  const sense = joinedSense(outcomes.map(({ statement }) => senseOf(statement, target.measure, better)));
  if (comparisons.length > 0) {
    const missing = uncompared.length > 0 && sense !== 'done';
    return {
      ...figures,
      suggested: verdictOf(comparisons, missing),
      rate: comparisons[0]?.rate ?? null,
      reason: { code: 'figures', comparisons, uncompared },
    };
  }
  return { ...figures, rate: null, ...byWords(target, outcomes, sense, goals.length > 0, year.fiscalYear) };
}

/** 一部達成 as soon as one of several figures was reached; otherwise by how near it came. */
function verdictOf(comparisons: readonly Comparison[], missing: boolean): Verdict {
  if (comparisons.every(({ isMet }) => isMet)) return missing ? 'partly-achieved' : 'achieved';
  if (comparisons.some(({ isMet }) => isMet)) return 'partly-achieved';
  const worst = Math.min(...comparisons.map(({ rate }) => rate ?? 0));
  return gradeOf(verdictScale, worst) === 'not-achieved' ? 'not-achieved' : 'partly-achieved';
}

function byWords(
  target: Target,
  outcomes: readonly Outcome[],
  sense: StatementSense | null,
  unlike: boolean,
  fiscalYear: number,
): Pick<Suggestion, 'suggested' | 'reason'> {
  if (sense === null) return { suggested: 'not-assessable', reason: { code: 'unclear', unlike } };
  const late = sense === 'done' ? wasLate(target, outcomes, fiscalYear) : null;
  if (late !== null) return { suggested: 'partly-achieved', reason: { code: 'late', ...late } };
  const statement =
    outcomes.find((outcome) => senseOf(outcome.statement, target.measure) === sense) ?? outcomes[0];
  return {
    suggested: verdictsBySense[sense],
    reason: { code: 'words', sense, statement: statement?.statement ?? '', unlike },
  };
}

const verdictsBySense: Readonly<Record<StatementSense, Verdict>> = {
  done: 'achieved',
  partly: 'partly-achieved',
  begun: 'partly-achieved',
  'not-done': 'not-achieved',
};

function joinedSense(senses: readonly (StatementSense | null)[]): StatementSense | null {
  const said = senses.filter((sense) => sense !== null);
  const [first] = said;
  if (first === undefined || said.every((sense) => sense === first)) return first ?? null;
  return said.includes('not-done') || said.includes('partly') ? 'partly' : 'done';
}

/** A figure that is promised, and not one that it is measured from or a part of. */
function isGoal(quantity: QuantityPiece): boolean {
  return !isQualified(quantity, 'other', 'part') && measureOf(quantity).dimension !== '歳';
}

function betterOf({ measure }: Target, [first]: readonly QuantityPiece[]): Better {
  return first === undefined ? 'higher' : betterFor(measure, first);
}

function compareAll(
  goals: readonly QuantityPiece[],
  given: readonly GivenFigure[],
  target: Target,
  baselines: readonly QuantityPiece[],
): { readonly comparisons: readonly Comparison[]; readonly uncompared: readonly QuantityPiece[] } {
  const comparisons: Comparison[] = [];
  const uncompared: QuantityPiece[] = [];
  for (const goal of goals) {
    const actual = counterpart(goal, given, target) ?? changeFrom(baselines, goal, given, target);
    const comparison = actual === null ? null : compared(goal, actual, betterFor(target.measure, goal));
    if (comparison === null) uncompared.push(goal);
    else comparisons.push(comparison);
  }
  return { comparisons, uncompared };
}

/** The figure that answers a promised one: of the same unit and kind, and about the same thing. */
function counterpart(
  goal: QuantityPiece,
  given: readonly GivenFigure[],
  { measure }: Target,
): QuantityPiece | null {
  const fitting = given
    .filter(({ quantity }) => answers(goal, quantity))
    .map((figure) => ({ figure, worth: worthOf(goal, figure, measure) }));
  const best = Math.max(...fitting.map(({ worth }) => worth));
  return fitting.find(({ worth }) => worth === best)?.figure.quantity ?? null;
}

function answers(goal: QuantityPiece, quantity: QuantityPiece): boolean {
  const same = (...senses: Parameters<typeof isQualified>[1][]): boolean =>
    isQualified(goal, ...senses) === isQualified(quantity, ...senses);
  return (
    measureOf(goal).dimension === measureOf(quantity).dimension &&
    same('total') &&
    same('rise', 'fall') &&
    !isQualified(quantity, 'other', 'part')
  );
}

function worthOf(goal: QuantityPiece, { quantity, about, isFigure }: GivenFigure, measure: string): number {
  const alike = (sense: 'each' | 'mean' | 'span' | 'all'): number =>
    isQualified(goal, sense) === isQualified(quantity, sense) ? 1 : 0;
  return (isFigure ? 4 : 0) + 2 * alike('each') + alike('mean') + likeness(measure, about);
}

/** A change in percent is promised and a level is reported: worked out from the level before. */
function changeFrom(
  baselines: readonly QuantityPiece[],
  goal: QuantityPiece,
  given: readonly GivenFigure[],
  target: Target,
): QuantityPiece | null {
  if (!isQualified(goal, 'rise', 'fall') || measureOf(goal).dimension !== '割合') return null;
  for (const baseline of baselines) {
    const level = counterpart({ ...baseline, qualifiers: [] }, given, target);
    if (level === null || baseline.number === 0) continue;
    const [before, after] = [baseline, level].map(
      (quantity) => quantity.number * measureOf(quantity).factor,
    );
    const change = ((after ?? 0) - (before ?? 0)) / Math.abs(before ?? 1);
    const falls = isQualified(goal, 'fall');
    return {
      kind: 'quantity',
      text: level.text,
      number: ((falls ? -1 : 1) * change) / measureOf(goal).factor,
      unit: goal.unit,
      isShare: false,
      qualifiers: [falls ? { text: '減', sense: 'fall' } : { text: '増', sense: 'rise' }],
      significant: 3,
    };
  }
  return null;
}

/** What changes are measured from: figures that the target calls so, and own fields that are. */
function baselinesOf(
  row: Initiative,
  promised: readonly QuantityPiece[],
  { own = [] }: AssessedIn,
): readonly QuantityPiece[] {
  const fields = own.filter(({ label, kind }) => kind === 'quantity' && /基準|前年|現状/u.test(label));
  const stored = fields.flatMap(({ id }) => (isOwnField(id) ? [row.own?.[id] ?? ''].flat() : []));
  return [
    ...promised.filter(
      (quantity) => isQualified(quantity, 'other') && !isQualified(quantity, 'rise', 'fall'),
    ),
    ...stored.flatMap((text) => quantitiesOf(readWritten(text))),
  ];
}

function saysSomething({ statement, figures }: Outcome): boolean {
  return statement.trim() !== '' || figures.some(({ value }) => value.trim() !== '');
}

/** The verdict on a row: of all its targets together. */
export function joinedVerdict(verdicts: readonly Verdict[]): Verdict {
  const known = verdicts.filter((verdict) => verdict !== 'not-assessable');
  const [first] = known;
  if (first === undefined) return 'not-assessable';
  return known.every((verdict) => verdict === first) ? first : 'partly-achieved';
}
