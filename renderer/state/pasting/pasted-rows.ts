import type { ColumnField, ReadRow } from '../../../shared/contract/table-requests.ts';
import { applyInitiativeEdit } from '../../../shared/model/apply-edit.ts';
import type { Edit, InitiativeEdit } from '../../../shared/model/edits.ts';
import { emptyInitiative, type Initiative } from '../../../shared/model/report.ts';
import {
  initiativeFields,
  lineFields,
  paragraphFields,
  type RowField,
} from '../../../shared/model/fields/built-in-fields.ts';
import { isOwnField, type OwnValue } from '../../../shared/model/fields/field.ts';
import { ownFieldsIn } from '../../../shared/model/fields/values.ts';
import { rowFieldsOf, type Form } from '../../../shared/model/form.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { newIdentifier } from '../editing/new-identifier.ts';
import { setTextEdit, textsOf, type TextField } from '../../../shared/model/fields/set-text-edit.ts';
import { removeTargetEdits } from '../editing/remove-target-edits.ts';

/** A pasted row as a new one of the report. */
export function newInitiative(read: ReadRow): Initiative {
  const targets = read.targets.map((target) => ({ id: newIdentifier(), ...target, verdict: null }));
  return {
    ...emptyInitiative(newIdentifier()),
    title: read.title,
    section: read.section,
    plan: read.plan,
    results: read.results,
    direction: read.direction,
    targets,
    outcomes: outcomesOf(read, targets),
    ...(read.own === undefined ? {} : { own: read.own }),
  };
}

/** The edits that put what a pasted row says into a row of the report. A field of which it says nothing stays. */
export function fillEdits(row: Initiative, read: ReadRow): InitiativeEdit[] {
  const filling = new Filling(row);
  for (const field of [...lineFields, ...paragraphFields]) {
    if (read[field].length > 0) filling.set(field, read[field]);
  }
  for (const field of ownFieldsIn(read)) filling.set(field, read.own?.[field] ?? []);
  const worded = read.outcomes.some(({ statement, asOf }) => statement !== '' || asOf !== null);
  if (worded) filling.removeOutcomes();
  if (read.targets.length > 0) filling.fillTargets(read.targets);
  if (worded) filling.addOutcomes(read);
  else filling.fillFigures(read.outcomes);
  return filling.edits;
}

/** The fields into which a pasted row puts something. */
export function fieldsSaid(read: ReadRow): RowField[] {
  return [...initiativeFields.filter((field) => read[field].length > 0), ...ownFieldsIn(read)];
}

/** Columns as a person can choose them: alone, or as the official table puts two in one cell; the form's own fields last. */
export function columnChoices(form: Form): readonly (readonly ColumnField[])[] {
  const own = rowFieldsOf(form).flatMap(({ id }) => (isOwnField(id) ? [[id]] : []));
  return [...everyReports, ...own];
}

const everyReports: readonly (readonly ColumnField[])[] = [
  [],
  ['number'],
  ['title', 'section'],
  ['title'],
  ['section'],
  ['plan'],
  ['targets'],
  ['target-values'],
  ['results', 'direction'],
  ['results'],
  ['direction'],
  ['outcomes'],
  ['figures'],
];

/** A row while it is being filled: each edit starts from what the one before left. */
class Filling {
  readonly edits: InitiativeEdit[] = [];
  #row: Initiative;

  constructor(row: Initiative) {
    this.#row = row;
  }

  set(field: TextField, after: OwnValue): void {
    if (!sameValue(textsOf(this.#row, field), after)) this.#add(setTextEdit(this.#row, field, after));
  }

  /**
   * Targets keep their places and verdicts; those too many go, those too few come.
   *
   * Values that were pasted alone (目標値) come to targets that are there, and leave their words.
   */
  fillTargets(read: ReadRow['targets']): void {
    const here = { initiative: this.#row.id };
    const worded = read.some(({ measure }) => measure !== '');
    for (const { id } of worded ? this.#row.targets.slice(read.length) : []) {
      for (const edit of removeTargetEdits(this.#row, id)) this.#add(edit);
    }
    for (const [at, { measure, note, value }] of read.entries()) {
      const target = this.#row.targets[at];
      if (target === undefined) {
        const added = { id: newIdentifier(), measure, note, value, verdict: null };
        this.#add({ kind: 'add-target', ...here, at, target: added });
        continue;
      }
      const shared = { kind: 'set-field', owner: 'target', ...here, target: target.id } as const;
      if (worded && target.measure !== measure) {
        this.#add({ ...shared, field: 'measure', before: target.measure, after: measure });
      }
      if (worded && target.note !== note) {
        this.#add({ ...shared, field: 'note', before: target.note, after: note });
      }
      if (target.value !== value) {
        this.#add({ ...shared, field: 'value', before: target.value, after: value });
      }
    }
  }

  removeOutcomes(): void {
    for (const outcome of [...this.#row.outcomes].reverse()) {
      const at = this.#row.outcomes.indexOf(outcome);
      this.#add({ kind: 'remove-outcome', initiative: this.#row.id, at, outcome });
    }
  }

  addOutcomes(read: ReadRow): void {
    for (const [at, outcome] of outcomesOf(read, this.#row.targets).entries()) {
      this.#add({ kind: 'add-outcome', initiative: this.#row.id, at, outcome });
    }
  }

  /** Figures that were pasted alone come to the outcomes that are there; each keeps the name that it has. */
  fillFigures(read: ReadRow['outcomes']): void {
    const initiative = this.#row.id;
    for (const [at, said] of read.entries()) {
      const outcome = this.#row.outcomes[at];
      if (outcome === undefined) {
        const added = {
          id: newIdentifier(),
          statement: '',
          asOf: null,
          figures: said.figures,
          targets: [],
        };
        this.#add({ kind: 'add-outcome', initiative, at, outcome: added });
        continue;
      }
      const before = outcome.figures;
      const after = said.figures.map(({ label, value }, place) => ({
        label: label ?? before[place]?.label ?? null,
        value,
      }));
      if (sameValue(before, after)) continue;
      this.#add({
        kind: 'set-field',
        owner: 'outcome',
        field: 'figures',
        initiative,
        outcome: outcome.id,
        before,
        after,
      });
    }
  }

  #add(edit: InitiativeEdit): void {
    const next = applyInitiativeEdit(this.#row, edit);
    if (!next.ok) throw new Error(`a pasted row made a stale edit: ${edit.kind}`);
    this.#row = next.value;
    this.edits.push(edit);
  }
}

function outcomesOf(read: ReadRow, targets: Initiative['targets']): Initiative['outcomes'] {
  return read.outcomes.map(({ statement, asOf, figures, targets: named }) => ({
    id: newIdentifier(),
    statement,
    asOf,
    figures,
    // Where the paste has no targets of its own, places in it say nothing of the row's.
    targets: read.targets.length === 0 ? [] : named.flatMap((at) => targets[at]?.id ?? []),
  }));
}

/** Where pasted rows go: behind a row as new ones, or into the rows from one on. */
export interface Destination {
  readonly kind: 'new' | 'fill';
  /** The row that the person is in; null in a report without rows. */
  readonly row: string | null;
}

/** The edits of one step that put pasted rows into the report. */
export function pasteEdits(
  rows: readonly Initiative[],
  read: readonly ReadRow[],
  { kind, row }: Destination,
): Edit[] {
  const at = rows.findIndex(({ id }) => id === row);
  const filled = kind === 'fill' && at >= 0 ? rows.slice(at, at + read.length) : [];
  const start = kind === 'fill' || at < 0 ? (at < 0 ? rows.length : at + filled.length) : at + 1;
  return [
    ...filled.flatMap((initiative, place) => {
      const said = read[place];
      return said === undefined ? [] : fillEdits(initiative, said);
    }),
    ...read.slice(filled.length).map((said, place): Edit => ({
      kind: 'add-initiative',
      at: start + place,
      initiative: newInitiative(said),
    })),
  ];
}
