import { readWritten } from '../../figures/read-written.ts';
import { measureOf } from '../../figures/units.ts';
import { isQualified, quantitiesOf, type QuantityPiece } from '../../figures/written.ts';
import type { Initiative } from '../../report.ts';
import { rowTexts } from '../../report-texts.ts';
import { figuresIn } from '../../verdicts/figures-in-outcomes.ts';
import { formerRow } from '../context.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { placedPieces } from './placed-figures.ts';

interface Years {
  readonly said: string;
  readonly reported: string;
  readonly yearLabel: string;
  readonly [fact: string]: string;
}

const lastYear = /^(?:対?前年|昨年)/u;

/** 前年度 48件 in this year's report, 52件 in last year's own. */
export const differsFromLastYear = rule({
  id: 'differs-from-last-year',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ report: { initiatives, fiscalYear }, former, form }): Found<Years>[] => {
    // An own field of that name (前年度実績) says it of all that stands in it.
    const fields = new Set<string>(
      (form.own ?? []).filter(({ label }) => lastYear.test(label)).map(({ id }) => id),
    );
    const year = former.find(({ report }) => report.fiscalYear === fiscalYear - 1);
    if (year === undefined) return [];
    return initiatives.flatMap((row): Found<Years>[] => {
      const before = formerRow(row, year);
      if (before === null) return [];
      const reported = figuresOf(before, year.report.fiscalYear);
      return rowTexts(row).flatMap(({ place, text }) =>
        placedPieces(text).flatMap((piece): Found<Years>[] => {
          if (piece.kind !== 'quantity') return [];
          if (!isOfLastYear(piece) && !('field' in place && fields.has(place.field))) return [];
          const same = reported.filter(
            (quantity) => measureOf(quantity).dimension === measureOf(piece).dimension,
          );
          const [first] = same;
          if (first === undefined || same.some((quantity) => isSame(quantity, piece))) return [];
          return [
            {
              place,
              span: piece.span,
              facts: { said: piece.text, reported: first.text, yearLabel: year.report.yearLabel },
            },
          ];
        }),
      );
    });
  },
});

function isOfLastYear({ qualifiers }: QuantityPiece): boolean {
  return qualifiers.some(({ text, sense }) => sense === 'other' && lastYear.test(text));
}

function figuresOf({ outcomes, results }: Initiative, fiscalYear: number): QuantityPiece[] {
  return [
    ...figuresIn(outcomes, fiscalYear).map(({ quantity }) => quantity),
    ...results.flatMap((text) => quantitiesOf(readWritten(text))),
  ].filter((quantity) => !isQualified(quantity, 'other', 'versus'));
}

function isSame(one: QuantityPiece, other: QuantityPiece): boolean {
  const [first, second] = [one, other].map((quantity) => quantity.number * measureOf(quantity).factor);
  return Math.abs((first ?? 0) - (second ?? 0)) <= 1e-9 * Math.max(1, Math.abs(second ?? 0));
}
