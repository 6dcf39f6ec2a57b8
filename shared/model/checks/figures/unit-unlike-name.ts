import { readWritten } from '../../figures/read-written.ts';
import { knownUnitAt, measureOf, measuredBy } from '../../figures/units.ts';
import { quantitiesOf } from '../../figures/written.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofFigure, ofTarget } from './places.ts';

interface Named {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly [fact: string]: string;
}

/** 交付枚数 10,000件: what is called 枚数 is counted in 件. */
export const unitUnlikeName = rule({
  id: 'unit-unlike-name',
  family: 'figures',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives } }): Found<Named>[] =>
    initiatives.flatMap((row) => [
      ...row.targets.flatMap((target) =>
        unlike(target.measure, target.value).map((facts) => ({
          place: ofTarget(row, target, 'value'),
          span: null,
          facts,
        })),
      ),
      ...row.outcomes.flatMap((outcome) =>
        outcome.figures.flatMap(({ label, value }, at) =>
          unlike(label ?? '', value).map((facts) => ({
            place: ofFigure(row, outcome, at),
            span: null,
            facts,
          })),
        ),
      ),
    ]),
});

/** Units of one sign that make a name with 数. 数 of others (自治会数, 施設数) may be counted in か所 as well. */
const counters = new Set(['件', '枚', '回', '人', '台', '冊', '本', '基', '部', '通', '日', '戸', '校']);

function unlike(name: string, value: string | null): Named[] {
  const [, counter = ''] = /(.)数$/u.exec(name.trim()) ?? [];
  const [first] = quantitiesOf(readWritten(value ?? ''));
  if (
    !counters.has(counter) ||
    first === undefined ||
    first.unit === null ||
    knownUnitAt(first.unit, 0) === null
  )
    return [];
  return measureOf(first).dimension === measuredBy(counter).dimension
    ? []
    : [{ name, value: first.text, unit: counter }];
}
