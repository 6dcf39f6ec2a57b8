import type { InitiativeEdit } from '../../../shared/model/edits.ts';
import {
  pageBreakKeys,
  type Figure,
  type Initiative,
  type Outcome,
  type Target,
  type Verdict,
} from '../../../shared/model/report.ts';
import type { OwnField, OwnValue } from '../../../shared/model/fields/field.ts';
import type { ItemField } from '../../../shared/model/fields/item-parts.ts';
import { withOwn, type OwnsFields } from '../../../shared/model/fields/values.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { yearEndWords } from '../../words/year-end-words.ts';
import { isBlankFigure, isBlankOutcome, isBlankTarget, newOutcome, newTarget } from './blank-items.ts';
import { setTextEdit, textsOf, type TextField } from '../../../shared/model/fields/set-text-edit.ts';
import { removeTargetEdits } from './remove-target-edits.ts';
import type { ReportEditor } from './report-editor.svelte.ts';
import type { Row } from './row.svelte.ts';
import { WaitingItem } from './waiting-item.svelte.ts';

/**
 * Turns what a person does in one row's form into edits. An emptied optional text becomes null.
 *
 * What stands ready on the form (waiting-item.svelte.ts) comes into the report with the first thing that is
 * written in it, so that its fields stay where they are; emptied again, it goes.
 */
export class RowWriter {
  readonly #editor: ReportEditor;
  readonly #row: Row;
  readonly #nextTarget = new WaitingItem(newTarget, () => this.#now.targets);
  /** Outcomes made on this form whose 時点 nobody has touched: it comes with their first figure. */
  readonly #undated = new Set<string>();
  readonly #nextOutcome = new WaitingItem(
    () => {
      const outcome = newOutcome();
      this.#undated.add(outcome.id);
      return outcome;
    },
    () => this.#now.outcomes,
  );
  /** What a person said that the outcome speaks of before it was written in. */
  #spoken: { readonly of: string; readonly targets: readonly string[] } | null = $state.raw(null);

  constructor(editor: ReportEditor, row: Row) {
    this.#editor = editor;
    this.#row = row;
  }

  /** A line, or a list of lines. */
  write(field: TextField, after: OwnValue): void {
    this.#editor.type(setTextEdit(this.#now, field, after));
  }

  /** Chosen, not typed: a step of its own. */
  choose(field: TextField, after: OwnValue): void {
    const edit = setTextEdit(this.#now, field, after);
    if (!sameValue(after, textsOf(this.#now, field))) this.#editor.perform([edit]);
  }

  /** Of the document that is being written. */
  setPageBreak(after: boolean): void {
    const { stage: document } = this.#editor.content;
    this.#editor.perform([
      { kind: 'set-page-break', ...this.#at, document, before: this.#now[pageBreakKeys[document]], after },
    ]);
  }

  /** Stands ready on the form; null where none does. */
  get waitingTarget(): Target | null {
    return this.#nextTarget.shown;
  }

  /** As with targets; it speaks of the first target of which no outcome speaks yet, or as a person says. */
  get waitingOutcome(): Outcome | null {
    const outcome = this.#nextOutcome.shown;
    if (outcome === null) return null;
    const said = this.#spoken?.of === outcome.id ? this.#spoken.targets : null;
    return { ...outcome, targets: said ?? this.#targetsOfNext() };
  }

  /** The 時点 that is proposed: the last day of the report's year, written as the year is. */
  get yearEnd(): string {
    const { fiscalYear, yearLabel } = this.#editor.content.heading;
    return yearEndWords(fiscalYear, yearLabel);
  }

  /** Another target stands ready to be written in; its identifier. */
  openTarget(): string {
    return this.#nextTarget.open();
  }

  removeTarget(id: string): void {
    const waits = this.#nextTarget.isShown(id);
    if (id === this.#nextTarget.id) this.#nextTarget.renew();
    if (!waits) this.#editor.perform(removeTargetEdits(this.#now, id));
  }

  moveTarget(id: string, by: 1 | -1): void {
    const from = this.#now.targets.findIndex((target) => target.id === id);
    if (from < 0 || !isPlace(from + by, this.#now.targets)) return;
    this.#perform({ kind: 'move-target', ...this.#at, target: id, from, to: from + by });
  }

  setMeasure(target: string, after: string): void {
    if (this.#typeInBlankTarget({ ...this.#targets(target), measure: after })) return;
    const before = this.#target(target).measure;
    this.#editor.type({
      kind: 'set-field',
      owner: 'target',
      ...this.#at,
      target,
      field: 'measure',
      before,
      after,
    });
  }

  setTargetText(target: string, field: 'note' | 'value', text: string): void {
    const after = orNull(text);
    if (this.#typeInBlankTarget({ ...this.#targets(target), [field]: after })) return;
    const before = this.#target(target)[field];
    this.#editor.type({ kind: 'set-field', owner: 'target', ...this.#at, target, field, before, after });
  }

  setVerdict(target: string, after: Verdict | null): void {
    const waiting = this.waitingTarget;
    if (waiting?.id === target) {
      if (after !== null) this.#editor.perform(this.#additionOf({ ...waiting, verdict: after }));
      return;
    }
    const before = this.#target(target).verdict;
    if (after !== before)
      this.#perform({
        kind: 'set-field',
        owner: 'target',
        field: 'verdict',
        ...this.#at,
        target,
        before,
        after,
      });
  }

  /** Another outcome stands ready to be written in; its identifier. */
  openOutcome(): string {
    return this.#nextOutcome.open();
  }

  removeOutcome(id: string): void {
    const waits = this.#nextOutcome.isShown(id);
    if (id === this.#nextOutcome.id) this.#nextOutcome.renew();
    if (waits) return;
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
    if (from < 0 || !isPlace(from + by, this.#now.outcomes)) return;
    this.#perform({ kind: 'move-outcome', ...this.#at, outcome: id, from, to: from + by });
  }

  setStatement(outcome: string, after: string): void {
    if (this.#typeInBlankOutcome({ ...this.#outcomes(outcome), statement: after })) return;
    const before = this.#outcome(outcome).statement;
    this.#editor.type({
      kind: 'set-field',
      owner: 'outcome',
      ...this.#at,
      outcome,
      field: 'statement',
      before,
      after,
    });
  }

  setAsOf(outcome: string, text: string): void {
    const after = orNull(text);
    const before = this.#outcomes(outcome).asOf;
    if (after !== before) this.#dateTouched(outcome);
    if (this.#typeInBlankOutcome({ ...this.#outcomes(outcome), asOf: after })) return;
    this.#editor.type({
      kind: 'set-field',
      owner: 'outcome',
      ...this.#at,
      outcome,
      field: 'asOf',
      before,
      after,
    });
  }

  /**
   * Figures have no identity of their own: they change as one list. One that is empty again is none.
   *
   * The first figure of a new outcome brings the proposed 時点 along, unless somebody has written one.
   */
  setFigures(outcome: string, figures: readonly Figure[]): void {
    const after = figures.length === 1 && figures.every(isBlankFigure) ? [] : figures;
    const dated = this.#undated.has(outcome) && after.some(({ value }) => value !== '');
    const asOf = dated ? this.yearEnd : null;
    if (dated) this.#dateTouched(outcome);
    const written = { ...this.#outcomes(outcome), figures: after, ...(dated ? { asOf } : {}) };
    if (this.#typeInBlankOutcome(written)) return;
    const before = this.#outcome(outcome);
    const brought: InitiativeEdit = {
      kind: 'set-field',
      owner: 'outcome',
      ...this.#at,
      outcome,
      field: 'asOf',
      before: before.asOf,
      after: asOf,
    };
    this.#editor.type(
      {
        kind: 'set-field',
        owner: 'outcome',
        field: 'figures',
        ...this.#at,
        outcome,
        before: before.figures,
        after,
      },
      dated && before.asOf === null ? [brought] : [],
    );
  }

  /** Says whether the outcome speaks of the target; references stand in the targets' order. */
  setOutcomeTarget(outcome: string, target: string, spoken: boolean): void {
    const before = this.#outcomes(outcome).targets;
    const after = this.#now.targets
      .map(({ id }) => id)
      .filter((id) => (id === target ? spoken : before.includes(id)));
    // What it speaks of says nothing by itself: it comes along with what is written.
    if (this.#nextOutcome.isShown(outcome)) {
      this.#spoken = { of: outcome, targets: after };
      return;
    }
    this.#perform({
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      ...this.#at,
      outcome,
      before,
      after,
    });
  }

  /** A form's own field of a target or an outcome; `chosen`, not typed: a step of its own. */
  setOwnPart(of: ItemField, item: string, field: OwnField, after: OwnValue, chosen: boolean): void {
    const came =
      of === 'targets'
        ? this.#typeInBlankTarget(withOwn(this.#targets(item), field, after))
        : this.#typeInBlankOutcome(withOwn(this.#outcomes(item), field, after));
    if (came) return;
    const holder: OwnsFields = of === 'targets' ? this.#target(item) : this.#outcome(item);
    const before = holder.own?.[field] ?? [];
    if (sameValue(before, after)) return;
    const change = { kind: 'set-field', ...this.#at, field, before, after } as const;
    const edit: InitiativeEdit =
      of === 'targets'
        ? { ...change, owner: 'target', target: item }
        : { ...change, owner: 'outcome', outcome: item };
    if (chosen) this.#perform(edit);
    else this.#editor.type(edit);
  }

  #dateTouched(outcome: string): void {
    // While an input method composes, nothing has been written yet.
    if (!this.#editor.isOnlyListening) this.#undated.delete(outcome);
  }

  /** A new target. As the only one of its row, every outcome that speaks of none yet speaks of it. */
  #additionOf(target: Target): [InitiativeEdit, ...InitiativeEdit[]] {
    const { targets, outcomes } = this.#now;
    const at = targets.length;
    const spoken = at > 0 ? [] : outcomes.filter((outcome) => outcome.targets.length === 0);
    return [
      { kind: 'add-target', ...this.#at, at, target },
      ...spoken.map(({ id }): InitiativeEdit => ({
        kind: 'set-field',
        owner: 'outcome',
        field: 'targets',
        ...this.#at,
        outcome: id,
        before: [],
        after: [target.id],
      })),
    ];
  }

  /** What the next outcome speaks of: the first target of which none speaks, or the only one. */
  #targetsOfNext(): readonly string[] {
    const { targets, outcomes } = this.#now;
    const spoken = new Set(outcomes.flatMap((outcome) => outcome.targets));
    const next =
      targets.find(({ id }) => !spoken.has(id)) ?? (targets.length === 1 ? targets[0] : undefined);
    return next === undefined ? [] : [next.id];
  }

  /** True when the target came or went with what was typed; false when it stands and is to be changed. */
  #typeInBlankTarget(target: Target): boolean {
    const { id } = target;
    if (this.waitingTarget?.id === id) {
      if (!isBlankTarget(target)) this.#editor.type(...withOthers(this.#additionOf(target)));
      return true;
    }
    if (id !== this.#nextTarget.id || !this.#nextTarget.isLast) return false;
    const now = this.#target(id);
    const spoken = this.#now.outcomes.some(({ targets }) => targets.includes(id));
    if (spoken || !isBlankTarget(target)) return false;
    this.#editor.type({
      kind: 'remove-target',
      ...this.#at,
      at: this.#now.targets.length - 1,
      target: now,
    });
    return true;
  }

  /** As with targets. */
  #typeInBlankOutcome(outcome: Outcome): boolean {
    const { id } = outcome;
    if (this.waitingOutcome?.id === id) {
      const at = this.#now.outcomes.length;
      if (!isBlankOutcome(outcome)) this.#editor.type({ kind: 'add-outcome', ...this.#at, at, outcome });
      return true;
    }
    if (id !== this.#nextOutcome.id || !this.#nextOutcome.isLast) return false;
    const now = this.#outcome(id);
    if (!isBlankOutcome(outcome)) return false;
    this.#editor.type({
      kind: 'remove-outcome',
      ...this.#at,
      at: this.#now.outcomes.length - 1,
      outcome: now,
    });
    return true;
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

  /** The one that stands ready among them. */
  #targets(id: string): Target {
    const waiting = this.waitingTarget;
    return waiting?.id === id ? waiting : this.#target(id);
  }

  #outcome(id: string): Outcome {
    return found(this.#now.outcomes, id);
  }

  /** The one that stands ready among them. */
  #outcomes(id: string): Outcome {
    const waiting = this.waitingOutcome;
    return waiting?.id === id ? waiting : this.#outcome(id);
  }

  #perform(edit: InitiativeEdit): void {
    this.#editor.perform([edit]);
  }
}

/** A text that may be absent, as typed. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function withOthers([edit, ...others]: readonly [InitiativeEdit, ...InitiativeEdit[]]): [
  InitiativeEdit,
  InitiativeEdit[],
] {
  return [edit, others];
}

function isPlace(place: number, list: readonly unknown[]): boolean {
  return place >= 0 && place < list.length;
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((each) => each.id === id);
  if (item === undefined) throw new Error(`the row on show has no ${id}`);
  return item;
}
