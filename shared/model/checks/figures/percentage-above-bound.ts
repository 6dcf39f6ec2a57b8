import { readWritten } from '../../figures/read-written.ts';
import { measureOf } from '../../figures/units.ts';
import { isQualified, quantitiesOf } from '../../figures/written.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofFigure, ofTarget } from './places.ts';

interface Share {
  readonly name: string;
  readonly value: string;
  readonly [fact: string]: string;
}

/** Shares of a whole; a rate of achievement or growth may well be above 100. */
const share = /(?:率|割合|比率|シェア)$/u;
const mayExceed =
  /達成|前年|対比|増|伸|充足|執行|消化|進捗|倍率|利用率|稼働|成長|回転|収支|経常|弾力|負担比率/u;

export const percentageAboveBound = rule({
  id: 'percentage-above-bound',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ report: { initiatives } }): Found<Share>[] =>
    initiatives.flatMap((row) => [
      ...row.targets.flatMap((target) =>
        above(target.measure, target.value ?? '').map((facts) => ({
          place: ofTarget(row, target, 'value'),
          span: null,
          facts,
        })),
      ),
      ...row.outcomes.flatMap((outcome) =>
        outcome.figures.flatMap(({ label, value }, at) =>
          above(label ?? '', value).map((facts) => ({
            place: ofFigure(row, outcome, at),
            span: null,
            facts,
          })),
        ),
      ),
    ]),
});

function above(name: string, value: string): Share[] {
  if (!share.test(name.trim()) || mayExceed.test(name)) return [];
  return quantitiesOf(readWritten(value))
    .filter(
      (quantity) =>
        measureOf(quantity).dimension === '割合' && !isQualified(quantity, 'versus', 'rise', 'fall'),
    )
    .filter((quantity) => quantity.number * measureOf(quantity).factor > 1 + 1e-9)
    .map(({ text }) => ({ name, value: text }));
}
