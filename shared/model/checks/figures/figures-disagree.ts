import { measureOf } from '../../figures/units.ts';
import { isQualified, type QuantityPiece } from '../../figures/written.ts';
import type { Initiative, Outcome } from '../../report.ts';
import { figuresIn, type GivenFigure } from '../../verdicts/figures-in-outcomes.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofOutcome } from './places.ts';

interface Both {
  readonly said: string;
  readonly figure: string;
  readonly [fact: string]: string;
}

/** The sentence of an outcome says 594件 and the figure under it 549件. */
export const figuresDisagree = rule({
  id: 'figures-disagree',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ report: { initiatives, fiscalYear } }): Found<Both>[] =>
    initiatives.flatMap((row) => row.outcomes.flatMap((outcome) => foundIn(row, outcome, fiscalYear))),
});

function foundIn(row: Initiative, outcome: Outcome, fiscalYear: number): Found<Both>[] {
  const given = figuresIn([outcome], fiscalYear).filter(({ quantity }) => isOfTheYear(quantity));
  const [figures, said] = [
    given.filter(({ isFigure }) => isFigure),
    given.filter(({ isFigure }) => !isFigure),
  ];
  return said.flatMap((mention) => {
    const same = figures.filter((figure) => isLike(mention, figure));
    const [only] = same;
    const others = said.filter((other) => other !== mention && isLike(mention, other));
    // Where one sentence or the figures name several of a kind, which is which is not known.
    if (
      only === undefined ||
      same.length > 1 ||
      others.length > 0 ||
      agree(mention.quantity, only.quantity)
    )
      return [];
    const at = outcome.statement.indexOf(mention.quantity.text);
    return [
      {
        place: ofOutcome(row, outcome, 'statement'),
        span: at < 0 ? null : ([at, at + mention.quantity.text.length] as const),
        facts: { said: mention.quantity.text, figure: only.quantity.text },
      },
    ];
  });
}

function isOfTheYear(quantity: QuantityPiece): boolean {
  return !isQualified(
    quantity,
    'other',
    'part',
    'versus',
    'rise',
    'fall',
    'each',
    'mean',
    'extreme',
    'new',
  );
}

function isLike(one: GivenFigure, other: GivenFigure): boolean {
  const alike = measureOf(one.quantity).dimension === measureOf(other.quantity).dimension;
  return alike && isQualified(one.quantity, 'total', 'all') === isQualified(other.quantity, 'total', 'all');
}

function agree(one: QuantityPiece, other: QuantityPiece): boolean {
  const [first, second] = [one, other].map((quantity) => quantity.number * measureOf(quantity).factor);
  const difference = Math.abs((first ?? 0) - (second ?? 0));
  const isRough = [one, other].some((quantity) =>
    isQualified(quantity, 'about', 'at-least', 'at-most', 'above', 'below'),
  );
  return difference <= (isRough ? 0.1 : 1e-9) * Math.max(1, Math.abs(second ?? 0));
}
