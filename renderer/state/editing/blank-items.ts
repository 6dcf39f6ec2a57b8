import type { Figure, Outcome, Target } from '../../../shared/model/report.ts';
import { ownFieldsIn } from '../../../shared/model/fields/values.ts';
import { newIdentifier } from './new-identifier.ts';

/** A target in which nothing is written yet. */
export function newTarget(): Target {
  return { id: newIdentifier(), measure: '', note: null, value: null, verdict: null };
}

/** An outcome in which nothing is written yet. */
export function newOutcome(): Outcome {
  return { id: newIdentifier(), statement: '', asOf: null, figures: [], targets: [] };
}

export function isBlankTarget(target: Target): boolean {
  const { measure, note, value, verdict } = target;
  const says = measure !== '' || note !== null || value !== null || verdict !== null;
  return !says && ownFieldsIn(target).length === 0;
}

/** What it speaks of says nothing by itself. */
export function isBlankOutcome(outcome: Outcome): boolean {
  const { statement, asOf, figures } = outcome;
  const says = statement !== '' || asOf !== null || figures.length > 0;
  return !says && ownFieldsIn(outcome).length === 0;
}

export function isBlankFigure({ label, value }: Figure): boolean {
  return label === null && value === '';
}
