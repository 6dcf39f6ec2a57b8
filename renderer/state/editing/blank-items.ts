import type { Figure, Outcome, Target } from '../../../shared/model/report.ts';
import { newIdentifier } from './new-identifier.ts';

/** A target in which nothing is written yet. */
export function newTarget(): Target {
  return { id: newIdentifier(), measure: '', note: null, value: null, verdict: null };
}

/** An outcome in which nothing is written yet. */
export function newOutcome(): Outcome {
  return { id: newIdentifier(), statement: '', asOf: null, figures: [], targets: [] };
}

export function isBlankTarget({ measure, note, value, verdict }: Target): boolean {
  return measure === '' && note === null && value === null && verdict === null;
}

/** What it speaks of says nothing by itself. */
export function isBlankOutcome({ statement, asOf, figures }: Outcome): boolean {
  return statement === '' && asOf === null && figures.length === 0;
}

export function isBlankFigure({ label, value }: Figure): boolean {
  return label === null && value === '';
}
