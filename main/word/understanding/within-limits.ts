import { ownFieldsIn, withOwn } from '../../../shared/model/fields/values.ts';
import { longestLine } from '../../../shared/model/report.ts';
import type { InitiativeDraft, OutcomeDraft, TargetDraft } from '../../domain/report-draft.ts';
import type { Unplaced } from './understood-report.ts';

/** As the schemas of shared/model/report.ts say. */
const mostParagraphs = 1_000;
const mostParts = 100;

/** A row with what no report can hold taken out of it, each such text told to `leave`. */
export function withinLimits(
  draft: InitiativeDraft,
  leave: (field: string, text: string, why: Extract<Unplaced['why'], 'too-long' | 'too-many'>) => void,
): InitiativeDraft {
  const line = (field: string, text: string): string => {
    if (text.length <= longestLine) return text;
    leave(field, text, 'too-long');
    return '';
  };
  const list = <T>(
    field: string,
    values: readonly T[],
    most: number,
    textOf: (value: T) => string,
  ): T[] => {
    for (const value of values.slice(most)) leave(field, textOf(value), 'too-many');
    return values
      .slice(0, most)
      .filter((value) => line(field, textOf(value)) !== '' || textOf(value) === '');
  };
  const paragraphs = (field: 'plan' | 'results' | 'direction'): string[] =>
    list(field, draft[field], mostParagraphs, (text) => text);
  const own = ownFieldsIn(draft).reduce<InitiativeDraft>((row, field) => {
    const value = row.own?.[field] ?? [];
    return withOwn(
      row,
      field,
      typeof value === 'string' ? line(field, value) : list(field, value, mostParagraphs, (text) => text),
    );
  }, draft);
  return {
    ...own,
    title: line('title', draft.title),
    section: line('section', draft.section),
    plan: paragraphs('plan'),
    results: paragraphs('results'),
    direction: paragraphs('direction'),
    targets: list('targets', draft.targets, mostParts, textOfTarget),
    outcomes: list(
      'outcomes',
      draft.outcomes.map((outcome) => ({
        ...outcome,
        figures: list(
          'outcomes',
          outcome.figures,
          mostParts,
          ({ label, value }) => `${label ?? ''}${value}`,
        ),
        targets: outcome.targets.filter((target) => target < mostParts),
      })),
      mostParts,
      textOfOutcome,
    ),
  };
}

function textOfTarget({ measure, note, value }: TargetDraft): string {
  return [measure, note, value].filter((part) => part !== null).join(' ');
}

function textOfOutcome({ statement, asOf }: OutcomeDraft): string {
  return [statement, asOf].filter((part) => part !== null).join(' ');
}
