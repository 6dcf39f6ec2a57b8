import type { Figure, Initiative, Outcome, Target } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { FieldDefinition } from '../../../shared/model/fields/field.ts';
import { isTextField, parsed } from '../../../shared/model/fields/kinds.ts';
import { withoutPrintedBullet } from '../../../shared/model/fields/printed-signs.ts';
import { withValue } from '../../../shared/model/fields/values.ts';
import { figureText, targetText } from '../../../shared/model/fields/items.ts';
import { isBlank, toPlainLine } from '../../../shared/model/plain-text.ts';
import { itemCounterparts } from './item-counterparts.ts';
import { splitFigure } from '../understanding/split-figure.ts';
import { splitTarget } from '../understanding/split-target.ts';

/**
 * A row in which one field prints `paragraphs` (without the form's label).
 *
 * Nothing of the text is dropped or rewritten: what fits no finer part stays in the coarser one. Targets
 * and outcomes keep identifier, verdict and references where their text goes on.
 */
export function initiativeWith(
  initiative: Initiative,
  field: FieldDefinition<RowField>,
  paragraphs: readonly string[],
  newIdentifier: () => string,
): Initiative {
  if (isTextField(field)) return withValue(initiative, field.id, parsed(field, paragraphs));
  const lines = paragraphs.map(toPlainLine).filter((line) => line !== '');
  if (field.kind === 'outcomes')
    return { ...initiative, outcomes: outcomesOf(lines, initiative.outcomes, newIdentifier) };
  const targets = targetsOf(lines.map(withoutPrintedBullet), initiative.targets, newIdentifier);
  const kept = new Set(targets.map(({ id }) => id));
  return {
    ...initiative,
    targets,
    outcomes: initiative.outcomes.map((outcome) =>
      outcome.targets.every((id) => kept.has(id))
        ? outcome
        : { ...outcome, targets: outcome.targets.filter((id) => kept.has(id)) },
    ),
  };
}

function targetsOf(
  texts: readonly string[],
  before: readonly Target[],
  newIdentifier: () => string,
): Target[] {
  const counterparts = itemCounterparts(before.map(targetText), texts);
  return texts.map((text, index): Target => {
    const at = counterparts[index];
    const old = at === undefined || at === null ? undefined : before[at];
    if (old === undefined) return { id: newIdentifier(), ...partsOf(text, null), verdict: null };
    return targetText(old) === text ? old : { ...old, ...partsOf(text, old) };
  });
}

type TargetParts = Pick<Target, 'measure' | 'note' | 'value'>;

/** The first way to take a target's line apart that prints the same line again. */
function partsOf(text: string, old: Target | null): TargetParts {
  const whole: TargetParts = { measure: text, note: null, value: null };
  const ways = old === null ? [splitTarget(text)] : [...waysLike(text, old), splitTarget(text)];
  return ways.find((parts) => targetText(parts) === text) ?? whole;
}

/** Ways that keep as many of the old parts as possible. */
function waysLike(text: string, { measure, note, value }: Target): TargetParts[] {
  const ways: TargetParts[] = [];
  const add = (head: string, kept: string | null): void => {
    if (note !== null && head.endsWith(`(${note})`)) {
      ways.push({ measure: head.slice(0, -note.length - 2), note, value: kept });
    }
    const bracket = /^(.*?)\(([^()]+)\)$/.exec(head);
    if (note !== null && bracket !== null) {
      ways.push({ measure: bracket[1] ?? '', note: bracket[2] ?? null, value: kept });
    }
    if (isBlank(note)) ways.push({ measure: head, note: null, value: kept });
  };
  if (value !== null && text.endsWith(` ${value}`)) add(text.slice(0, -value.length - 1), value);
  const head = targetText({ measure, note, value: null });
  if (text.startsWith(`${head} `)) ways.push({ measure, note, value: text.slice(head.length + 1) || null });
  if (value === null || isBlank(value)) add(text, null);
  else {
    const space = text.lastIndexOf(' ');
    if (space > 0 && space < text.length - 1) add(text.slice(0, space), text.slice(space + 1));
  }
  return ways;
}

interface OutcomeLines {
  readonly statement: string;
  readonly rest: string[];
}

function outcomesOf(
  lines: readonly string[],
  before: readonly Outcome[],
  newIdentifier: () => string,
): Outcome[] {
  const groups: OutcomeLines[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || line.startsWith('・'))
      groups.push({ statement: withoutPrintedBullet(line), rest: [] });
    else last.rest.push(line);
  }
  const spelled = (outcome: Outcome): string => [outcome.statement, ...restOf(outcome)].join('\n');
  const counterparts = itemCounterparts(
    before.map(spelled),
    groups.map(({ statement, rest }) => [statement, ...rest].join('\n')),
  );
  return groups.map(({ statement, rest }, index): Outcome => {
    const at = counterparts[index];
    const old = at === undefined || at === null ? undefined : before[at];
    const time = /^【(.+)】$/.exec(rest[0] ?? '')?.[1] ?? null;
    const figures = time === null ? rest : rest.slice(1);
    return {
      id: old?.id ?? newIdentifier(),
      statement,
      asOf: time,
      figures: figures.map((line) => figureOf(line, old?.figures ?? [])),
      targets: old?.targets ?? [],
    };
  });
}

function restOf({ asOf, figures }: Outcome): string[] {
  return [...(isBlank(asOf) ? [] : [`【${asOf}】`]), ...figures.map(figureText)].filter(
    (line) => line !== '',
  );
}

function figureOf(line: string, before: readonly Figure[]): Figure {
  const same = before.find((figure) => figureText(figure) === line);
  if (same !== undefined) return same;
  const labelled = before.find(({ label }) => !isBlank(label) && line.startsWith(`${label} `));
  if (labelled !== undefined && labelled.label !== null)
    return { label: labelled.label, value: line.slice(labelled.label.length + 1) };
  const split = splitFigure(line);
  return split !== null && figureText(split) === line ? split : { label: null, value: line };
}
