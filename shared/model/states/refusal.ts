import type { RowField } from '../fields/built-in-fields.ts';
import { isInitiativeField, builtInField } from '../fields/built-in-fields.ts';
import { officeFormOf } from '../forms/form-of-report.ts';
import type { Edit, InitiativeEdit, ReportEdit } from '../edits.ts';
import { isReportEdit } from '../edits.ts';
import type { Report, WritingStage } from '../report.ts';
import { sameValue } from '../same-value.ts';
import { stageOf, type Stage } from '../stage.ts';
import type { Hat } from './hats.ts';
import { type ReportStanding, type RowStanding, type RowState } from './standing.ts';
import { mayDo, reportSteps, rowSteps, stepBetween, type Step } from './steps.ts';

/** Why an edit is not made, as facts; their words: shared/words/state-sentences.ts. */
export type StateRefusal =
  /** The 版 is signed. */
  | { readonly why: 'signed' }
  /** No step leads from there to here. */
  | { readonly why: 'no-such-step'; readonly from: Stage | RowState; readonly to: Stage | RowState }
  /** The step is another part's to do. */
  | { readonly why: 'other-hat'; readonly hats: readonly Hat[] }
  | { readonly why: 'reason-missing' }
  /** The head says what is to be otherwise, and does not write it. */
  | { readonly why: 'head-suggests' }
  /** What is the whole report's is not a section's to change. */
  | { readonly why: 'compilers-part' }
  | { readonly why: 'compiling' }
  | { readonly why: 'in-review' }
  | { readonly why: 'row-handed-in' }
  | { readonly why: 'row-confirmed' }
  /** The declaration is published, and the row's part in it was not opened. */
  | { readonly why: 'declared' }
  /** … and neither was which rows there are. */
  | { readonly why: 'declared-rows' }
  /** A row comes in as a draft. */
  | { readonly why: 'state-brought' };

/** What was refused of several edits. */
export interface Refused {
  readonly refusal: StateRefusal;
  readonly edit: Edit;
}

/** Where a report and its rows stand, as far as edits depend on it. */
export interface States {
  readonly isSigned: boolean;
  /** As a person chose it; null where nobody did. */
  readonly chosen: WritingStage | null;
  /** What is being written; asked only by what moves the report. */
  readonly writing: () => WritingStage;
  readonly standing: ReportStanding | null;
  readonly row: (id: string) => RowStanding | null;
  /** Whether a form's own field is declared in spring. */
  readonly isDeclared: (field: RowField) => boolean;
}

/** Who does it: null is somebody who does everything alone. */
export interface Doer {
  readonly hat: Hat | null;
}

/** The states that are read off a report. `row` and `writing` say where its rows are. */
export function statesOf(
  report: Pick<Report, 'stage' | 'standing' | 'form'>,
  isSigned: boolean,
  rows: Pick<States, 'row' | 'writing'>,
): States {
  return {
    isSigned,
    chosen: report.stage,
    standing: report.standing ?? null,
    isDeclared: (field) =>
      (isInitiativeField(field)
        ? builtInField(field)
        : officeFormOf(report).fields.find(({ id }) => id === field)
      )?.season === 'declaration',
    ...rows,
  };
}

/**
 * Whether an edit may be made, for the page, the store, the command line and merging alike: null when it may, else why
 * not. Nothing else decides. Taking back is asked of {@link refusalOfTakingBack}.
 */
export function refusalOf(edit: Edit, states: States, doer: Doer): StateRefusal | null {
  if (edit.kind === 'set-report-standing') return refusalOfReportStep(edit, states, doer);
  if (states.isSigned) return { why: 'signed' };
  if (edit.kind === 'set-row-standing') return refusalOfRowStep(edit, states, doer);
  return isReportEdit(edit) ? refusalOfReportEdit(edit, states, doer) : lockOfEdit(edit, states, doer);
}

/** The first refusal among the edits of a step, each asked where the ones before it lead; with the row that it is about. */
export function refusalOfEdits(edits: readonly Edit[], states: States, doer: Doer): Refused | null {
  let now = states;
  for (const edit of edits) {
    const refusal = refusalOf(edit, now, doer);
    if (refusal !== null) return { refusal, edit };
    now = statesAfter(now, edit);
  }
  return null;
}

/**
 * Whether edits may be taken back, or made again: what they lead to stood there before, so that only the part that somebody
 * has is asked, and whether the 版 is signed.
 */
export function refusalOfTakingBack(edits: readonly Edit[], states: States, doer: Doer): Refused | null {
  for (const edit of edits) {
    const refusal = refusalOfOneBack(edit, states, doer);
    if (refusal !== null) return { refusal, edit };
  }
  return null;
}

function refusalOfOneBack(edit: Edit, states: States, { hat }: Doer): StateRefusal | null {
  if (states.isSigned && !(edit.kind === 'set-report-standing' && movesSigned(edit, states))) {
    return { why: 'signed' };
  }
  const step = stepTakenBack(edit, states);
  if (step === undefined) return hat === 'head' ? { why: 'head-suggests' } : null;
  return mayDo(step, hat) ? null : { why: 'other-hat', hats: step.hats };
}

/** Why a field of a row can't be written in now; null where it can. */
export function lockOfField(
  row: string,
  { field, part }: { readonly field: RowField; readonly part?: string | undefined },
  states: States,
  doer: Doer,
): StateRefusal | null {
  if (states.isSigned) return { why: 'signed' };
  return (
    lockOfReport(states, doer) ??
    lockOfRow(row, states, doer) ??
    (isOfDeclaration(field, part, states) ? lockOfDeclared(row, states) : null)
  );
}

/** Why the rows themselves can't be changed now (added, removed, moved); null where they can. */
export function lockOfRows(states: States, doer: Doer): StateRefusal | null {
  if (states.isSigned) return { why: 'signed' };
  const lock = lockOfReport(states, doer);
  if (lock !== null) return lock;
  const { standing } = states;
  return standing?.declared === true && standing.opened === undefined ? { why: 'declared-rows' } : null;
}

function statesAfter(states: States, edit: Edit): States {
  switch (edit.kind) {
    case 'set-stage': {
      const { after } = edit;
      return { ...states, chosen: after, writing: after === null ? states.writing : () => after };
    }
    case 'set-report-standing':
      return { ...states, standing: edit.after };
    case 'set-row-standing':
      return {
        ...states,
        row: (id) => (id === edit.initiative ? edit.after : states.row(id)),
      };
    case 'add-initiative':
      return { ...states, row: (id) => (id === edit.initiative.id ? null : states.row(id)) };
    default:
      return states;
  }
}

function refusalOfStep<State extends Stage | RowState>(
  step: Step<State> | undefined,
  { from, to, reason }: { readonly from: State; readonly to: State; readonly reason: string | undefined },
  { hat }: Doer,
): StateRefusal | null {
  if (step === undefined) return { why: 'no-such-step', from, to };
  if (!mayDo(step, hat)) return { why: 'other-hat', hats: step.hats };
  if (step.reason === true && reason === undefined) return { why: 'reason-missing' };
  return step.reason !== true && reason !== undefined ? { why: 'no-such-step', from, to } : null;
}

type ReportStandingEdit = Extract<Edit, { kind: 'set-report-standing' }>;
type RowStandingEdit = Extract<Edit, { kind: 'set-row-standing' }>;

function refusalOfReportStep(
  { before, after }: ReportStandingEdit,
  states: States,
  doer: Doer,
): StateRefusal | null {
  const from = stageIn(states, before);
  const to = stageIn(states, after);
  const wasDeclared = before?.declared === true;
  const isDeclared = after?.declared === true;
  if (from === to && wasDeclared && isDeclared && sameBut('opened', before, after)) {
    if (states.isSigned) return { why: 'signed' };
    if (doer.hat === 'writer') return { why: 'compilers-part' };
    return lockOfReport(states, { hat: null });
  }
  // What moves the report stands on what was chosen, and not on what happens to be written.
  const isKnown =
    after === null || (states.chosen !== null && (after.at === 'writing' || states.chosen === 'report'));
  const isItsOwn = wasDeclared === isDeclared || from === 'declared' || to === 'declared';
  const keepsOpen = after?.opened === undefined || after.opened === before?.opened;
  const step =
    isKnown && isItsOwn && keepsOpen && from !== to ? stepBetween(reportSteps, from, to) : undefined;
  return refusalOfStep(step, { from, to, reason: after?.reason }, doer);
}

function refusalOfRowStep(
  { initiative, before, after }: RowStandingEdit,
  states: States,
  doer: Doer,
): StateRefusal | null {
  const [from, to] = [before?.state ?? 'draft', after?.state ?? 'draft'];
  if (from !== to) {
    const step = before?.opened === after?.opened ? stepBetween(rowSteps, from, to) : undefined;
    return refusalOfStep(step, { from, to, reason: after?.reason }, doer);
  }
  const isOnlyOpened = before?.reason === after?.reason;
  const isLocked = states.standing?.declared === true || after?.opened === undefined;
  if (!isOnlyOpened || !isLocked) return { why: 'no-such-step', from, to };
  return lockOfReport(states, doer) ?? lockOfRow(initiative, states, doer);
}

function refusalOfReportEdit(
  edit: Exclude<ReportEdit, ReportStandingEdit>,
  states: States,
  doer: Doer,
): StateRefusal | null {
  switch (edit.kind) {
    case 'set-stage': {
      const from = stageIn(states, states.standing);
      const to = stageIn(states, states.standing, edit.after ?? states.writing());
      if (from === to) return null;
      return refusalOfStep(stepBetween(reportSteps, from, to), { from, to, reason: undefined }, doer);
    }
    case 'set-form':
    case 'set-field':
      return lockOfReport(states, doer) ?? (doer.hat === 'writer' ? { why: 'compilers-part' } : null);
    case 'add-initiative':
      return edit.initiative.standing === undefined ? lockOfRows(states, doer) : { why: 'state-brought' };
    case 'remove-initiative':
      return lockOfRows(states, doer) ?? lockOfRow(edit.initiative.id, states, doer);
    case 'move-initiative':
      return lockOfRows(states, doer);
  }
}

function lockOfEdit(
  edit: Exclude<InitiativeEdit, RowStandingEdit>,
  states: States,
  doer: Doer,
): StateRefusal | null {
  const { initiative } = edit;
  switch (edit.kind) {
    case 'set-page-break':
      return lockOfReport(states, doer);
    case 'set-field':
      return edit.owner === 'row'
        ? lockOfField(initiative, { field: edit.field }, states, doer)
        : lockOfField(
            initiative,
            { field: edit.owner === 'target' ? 'targets' : 'outcomes', part: edit.field },
            states,
            doer,
          );
    case 'add-target':
    case 'remove-target':
    case 'move-target':
      return lockOfField(initiative, { field: 'targets' }, states, doer);
    case 'add-outcome':
    case 'remove-outcome':
    case 'move-outcome':
      return lockOfField(initiative, { field: 'outcomes' }, states, doer);
  }
}

function lockOfReport({ standing }: States, { hat }: Doer): StateRefusal | null {
  if (hat === 'head') return { why: 'head-suggests' };
  if (standing?.at === 'review') return { why: 'in-review' };
  return standing?.at === 'compiling' && hat === 'writer' ? { why: 'compiling' } : null;
}

function lockOfRow(id: string, { row }: States, { hat }: Doer): StateRefusal | null {
  const state = row(id)?.state ?? 'draft';
  if (state === 'confirmed') return { why: 'row-confirmed' };
  return state === 'handed-in' && hat === 'writer' ? { why: 'row-handed-in' } : null;
}

function lockOfDeclared(id: string, { standing, row }: States): StateRefusal | null {
  if (standing?.declared !== true || standing.opened !== undefined) return null;
  return row(id)?.opened === undefined ? { why: 'declared' } : null;
}

/** How a target came out is no part of the declaration, nor is what outcomes say. */
function isOfDeclaration(field: RowField, part: string | undefined, { isDeclared }: States): boolean {
  if (part === 'verdict') return false;
  const own = part === undefined || isInitiativeField(part) || !part.startsWith('x') ? field : part;
  return isDeclared(own as RowField);
}

function stageIn(states: States, standing: ReportStanding | null, writing = states.writing()): Stage {
  return stageOf(states.isSigned, writing, standing ?? undefined);
}

function sameBut(key: string, one: object | null, other: object | null): boolean {
  const left = (of: object | null): [string, unknown][] =>
    Object.entries(of ?? {}).filter(([name]) => name !== key);
  return sameValue(Object.fromEntries(left(one)), Object.fromEntries(left(other)));
}

function movesSigned({ before, after }: ReportStandingEdit, states: States): boolean {
  return stageIn(states, before) !== stageIn(states, after);
}

/** The step that an inverted edit takes back, or makes again. */
function stepTakenBack(edit: Edit, states: States): Pick<Step<unknown>, 'hats'> | undefined {
  if (edit.kind === 'set-row-standing') {
    const [from, to] = [edit.before?.state ?? 'draft', edit.after?.state ?? 'draft'];
    return stepBetween(rowSteps, to, from) ?? stepBetween(rowSteps, from, to);
  }
  if (edit.kind === 'set-report-standing') {
    const [from, to] = [stageIn(states, edit.before), stageIn(states, edit.after)];
    return stepBetween(reportSteps, to, from) ?? stepBetween(reportSteps, from, to);
  }
  return undefined;
}
