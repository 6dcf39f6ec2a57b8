import type { InitiativeEdit } from '../../../shared/model/edits.ts';
import type {
  Figure,
  Initiative,
  Outcome,
  ParagraphField,
  Target,
  Verdict,
} from '../../../shared/model/report.ts';
import { newIdentifier } from './new-identifier.ts';
import { removeTargetEdits } from './remove-target-edits.ts';
import type { ReportEditor } from './report-editor.svelte.ts';
import type { Row } from './row.svelte.ts';

/** Turns what a person does in one row's form into edits. An emptied optional text becomes null. */
export class RowWriter {
  readonly #editor: ReportEditor;
  readonly #row: Row;

  constructor(editor: ReportEditor, row: Row) {
    this.#editor = editor;
    this.#row = row;
  }

  setText(field: 'title' | 'section', after: string): void {
    this.#editor.type({ kind: 'set-initiative-text', ...this.#at, field, before: this.#now[field], after });
  }

  setParagraphs(field: ParagraphField, after: readonly string[]): void {
    this.#editor.type({ kind: 'set-paragraphs', ...this.#at, field, before: this.#now[field], after });
  }

  setPageBreak(after: boolean): void {
    this.#editor.perform([
      { kind: 'set-page-break', ...this.#at, before: this.#now.pageBreakBefore, after },
    ]);
  }

  /** The new target's identifier. */
  addTarget(): string {
    const target: Target = { id: newIdentifier(), measure: '', note: null, value: null, verdict: null };
    this.#perform({ kind: 'add-target', ...this.#at, at: this.#now.targets.length, target });
    return target.id;
  }

  removeTarget(id: string): void {
    this.#editor.perform(removeTargetEdits(this.#now, id));
  }

  moveTarget(id: string, by: 1 | -1): void {
    const from = this.#now.targets.findIndex((target) => target.id === id);
    if (!isPlace(from + by, this.#now.targets)) return;
    this.#perform({ kind: 'move-target', ...this.#at, target: id, from, to: from + by });
  }

  setMeasure(target: string, after: string): void {
    const before = this.#target(target).measure;
    this.#editor.type({ kind: 'set-target-text', ...this.#at, target, field: 'measure', before, after });
  }

  setTargetText(target: string, field: 'note' | 'value', text: string): void {
    const before = this.#target(target)[field];
    const after = orNull(text);
    this.#editor.type({ kind: 'set-target-text', ...this.#at, target, field, before, after });
  }

  setVerdict(target: string, after: Verdict | null): void {
    const before = this.#target(target).verdict;
    if (after !== before) this.#perform({ kind: 'set-verdict', ...this.#at, target, before, after });
  }

  /** The new outcome's identifier. It speaks of the first target of which no outcome speaks yet. */
  addOutcome(): string {
    const { targets, outcomes } = this.#now;
    const spoken = new Set(outcomes.flatMap((outcome) => outcome.targets));
    const next =
      targets.find(({ id }) => !spoken.has(id)) ?? (targets.length === 1 ? targets[0] : undefined);
    const outcome: Outcome = {
      id: newIdentifier(),
      statement: '',
      asOf: null,
      figures: [],
      targets: next === undefined ? [] : [next.id],
    };
    this.#perform({ kind: 'add-outcome', ...this.#at, at: outcomes.length, outcome });
    return outcome.id;
  }

  removeOutcome(id: string): void {
    const outcome = this.#outcome(id);
    this.#perform({
      kind: 'remove-outcome',
      ...this.#at,
      at: this.#now.outcomes.indexOf(outcome),
      outcome,
    });
  }

  moveOutcome(id: string, by: 1 | -1): void {
    const from = this.#now.outcomes.findIndex((outcome) => outcome.id === id);
    if (!isPlace(from + by, this.#now.outcomes)) return;
    this.#perform({ kind: 'move-outcome', ...this.#at, outcome: id, from, to: from + by });
  }

  setStatement(outcome: string, after: string): void {
    const before = this.#outcome(outcome).statement;
    this.#editor.type({
      kind: 'set-outcome-text',
      ...this.#at,
      outcome,
      field: 'statement',
      before,
      after,
    });
  }

  setAsOf(outcome: string, text: string): void {
    const before = this.#outcome(outcome).asOf;
    const after = orNull(text);
    this.#editor.type({ kind: 'set-outcome-text', ...this.#at, outcome, field: 'asOf', before, after });
  }

  /** Figures have no identity of their own: they change as one list. */
  setFigures(outcome: string, after: readonly Figure[]): void {
    const before = this.#outcome(outcome).figures;
    this.#editor.type({ kind: 'set-figures', ...this.#at, outcome, before, after });
  }

  /** Says whether the outcome speaks of the target; references stand in the targets' order. */
  setOutcomeTarget(outcome: string, target: string, spoken: boolean): void {
    const before = this.#outcome(outcome).targets;
    const after = this.#now.targets
      .map(({ id }) => id)
      .filter((id) => (id === target ? spoken : before.includes(id)));
    this.#perform({ kind: 'set-outcome-targets', ...this.#at, outcome, before, after });
  }

  get #at(): { readonly initiative: string } {
    return { initiative: this.#row.id };
  }

  get #now(): Initiative {
    return this.#row.initiative;
  }

  #target(id: string): Target {
    return found(this.#now.targets, id);
  }

  #outcome(id: string): Outcome {
    return found(this.#now.outcomes, id);
  }

  #perform(edit: InitiativeEdit): void {
    this.#editor.perform([edit]);
  }
}

/** A text that may be absent, as typed. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function isPlace(place: number, list: readonly unknown[]): boolean {
  return place >= 0 && place < list.length;
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((each) => each.id === id);
  if (item === undefined) throw new Error(`the row on show has no ${id}`);
  return item;
}
