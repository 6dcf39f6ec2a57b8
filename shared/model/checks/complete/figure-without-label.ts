import { ofFigure } from '../figures/places.ts';
import { isBlank } from '../../plain-text.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';

/** A figure that is not said to be of anything, in a report whose figures mostly are. */
export const figureWithoutLabel = rule({
  id: 'figure-without-label',
  family: 'complete',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives } }): Found[] => {
    const all = initiatives.flatMap((row) =>
      row.outcomes.flatMap((outcome) =>
        outcome.figures.map((figure, at) => ({ row, outcome, figure, at })),
      ),
    );
    const bare = all.filter(({ figure }) => isBlank(figure.label) && !isBlank(figure.value));
    if (bare.length * 2 >= all.length) return [];
    return bare.map(({ row, outcome, at }) => ({
      place: ofFigure(row, outcome, at),
      span: null,
      facts: {},
    }));
  },
});
