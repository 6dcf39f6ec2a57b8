import { outcomesFor } from '../../verdicts/outcomes-for-target.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofOutcome } from '../figures/places.ts';

interface Activity {
  readonly words: string;
  readonly target: string;
  readonly [fact: string]: string;
}

const activity =
  /(?:開催|実施|配布|設置|周知|啓発|運営|支援)(?:し|を行い|いたし)ました|行いました|努めました|取り組みました|進めました/u;

/** The target counts people who come, the outcome says that something was held. */
export const activityAsOutcome = rule({
  id: 'activity-as-outcome',
  family: 'judgement',
  clause: null,
  severity: 'hint',
  find: ({ assessed }): Found<Activity>[] =>
    assessed().flatMap(({ row, target, suggestion }): Found<Activity>[] => {
      const { reason } = suggestion;
      const [goal] = suggestion.target;
      if (goal === undefined || suggestion.actual.length > 0 || !('unlike' in reason) || !reason.unlike)
        return [];
      return outcomesFor(target, row).flatMap((outcome): Found<Activity>[] => {
        const words = activity.exec(outcome.statement);
        return words === null
          ? []
          : [
              {
                place: ofOutcome(row, outcome, 'statement'),
                span: [words.index, words.index + words[0].length],
                facts: { words: words[0], target: goal.text },
              },
            ];
      });
    }),
});
