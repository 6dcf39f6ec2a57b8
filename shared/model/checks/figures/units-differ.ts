import { measureOf } from '../../figures/units.ts';
import { outcomesFor } from '../../verdicts/outcomes-for-target.ts';
import { figuresIn } from '../../verdicts/figures-in-outcomes.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofFigure } from './places.ts';

interface Units {
  readonly target: string;
  readonly actual: string;
  readonly [fact: string]: string;
}

/** A target in 人 and a figure in 件: nobody can tell whether it was reached. */
export const unitsDiffer = rule({
  id: 'units-differ',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ assessed, report: { fiscalYear } }): Found<Units>[] =>
    assessed().flatMap(({ row, target, suggestion }): Found<Units>[] => {
      const { reason } = suggestion;
      const unlike = (reason.code === 'words' || reason.code === 'unclear') && reason.unlike;
      const [goal] = suggestion.target;
      if (!unlike || goal === undefined) return [];
      const dimension = measureOf(goal).dimension;
      const given = figuresIn(outcomesFor(target, row), fiscalYear).filter(({ isFigure }) => isFigure);
      // A total of all years in the right unit is another thing.
      if (given.some(({ quantity }) => measureOf(quantity).dimension === dimension)) return [];
      const [figure] = given;
      if (figure === undefined) return [];
      const at = figure.outcome.figures.findIndex(({ value }) => value.includes(figure.quantity.text));
      return [
        {
          place: ofFigure(row, figure.outcome, Math.max(0, at)),
          span: null,
          facts: { target: goal.text, actual: figure.quantity.text },
        },
      ];
    }),
});
