import { createContext } from 'svelte';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Edit } from '../../../shared/model/edits.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { stageOf, type Stage } from '../../../shared/model/stage.ts';
import { boardOf, countBy, type BoardSection } from '../../../shared/model/states/board.ts';
import type { Hat } from '../../../shared/model/states/hats.ts';
import { nextStep, type NextStep } from '../../../shared/model/states/next-step.ts';
import {
  lockOfField,
  refusalOfEdits,
  statesOf,
  type StateRefusal,
  type States,
} from '../../../shared/model/states/refusal.ts';
import { rowStateOf } from '../../../shared/model/states/standing.ts';
import {
  isStandingStep,
  openReportEdit,
  openRowEdit,
  reportStepEdits,
  rowStepEdit,
  type StandingStep,
} from '../../../shared/model/states/step-edits.ts';
import { reportSteps, rowSteps, stepsFrom, type RowStep } from '../../../shared/model/states/steps.ts';
import { stateSentences } from '../../../shared/words/state-sentences.ts';
import { stateWords as words } from '../../words/state-words.ts';
import { offerUndo } from '../editing/offer-undo.ts';
import type { EditGuard, ReportEditor } from '../editing/report-editor.svelte.ts';
import type { Row } from '../editing/row.svelte.ts';
import type { Notices } from '../page/notices.svelte.ts';
import type { CommentsState } from '../workplace/comments.svelte.ts';
import { missingOf } from '../workplace/missing-of.ts';

type Hands = RequestOutput<'board.hands'>;

/** A reason that is asked for before something is done. */
export interface AskedReason {
  readonly heading: string;
  readonly lead: string;
  readonly action: string;
  readonly give: (reason: string) => void;
}

interface Parts {
  readonly bridge: Bridge;
  readonly editor: ReportEditor;
  readonly notices: Notices;
  readonly comments: CommentsState;
  readonly hat: { readonly current: Hat | null };
  readonly isSigned: () => boolean;
  readonly undo: () => void;
}

/** Where the open report and its rows stand, what may be done with them in the part of the person, and the doing. */
export class ReportStates implements EditGuard {
  /** The board is open. */
  board = $state(false);
  asked: AskedReason | null = $state.raw(null);
  hands: Hands = $state.raw({ own: null, given: [], taken: [] });
  #conflicts: readonly { readonly initiative: string | null }[] = $state.raw([]);
  readonly #parts: Parts;
  readonly #sections: BoardSection[] = $derived.by(() => this.#boardNow());

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads what main alone knows now and whenever it changes. */
  listen(): () => void {
    const { bridge, editor } = this.#parts;
    const read = (): void => void this.#read();
    read();
    const stops = [
      bridge.on('library.changed', read),
      bridge.on('conflicts.changed', ({ report }) => {
        if (report === editor.content.id) read();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  get hat(): Hat | null {
    return this.#parts.hat.current;
  }

  get stage(): Stage {
    const { content } = this.#parts.editor;
    return stageOf(this.#parts.isSigned(), content.stage, content.standing ?? undefined);
  }

  /** Several hands work on it: somebody took a part or made a step. Whoever works alone sees nothing of all this. */
  get isUsed(): boolean {
    const { content } = this.#parts.editor;
    return (
      this.hat !== null ||
      this.hands.own !== null ||
      content.standing !== null ||
      content.rows.some(({ initiative }) => initiative.standing !== undefined)
    );
  }

  get sections(): readonly BoardSection[] {
    return this.#sections;
  }

  get next(): NextStep {
    const { threads } = this.#parts.comments;
    const ofReport = (threads ?? []).filter(({ initiative, resolved }) => initiative === null && !resolved);
    const conflicts = this.#conflicts.filter(({ initiative }) => initiative === null).length;
    return nextStep(this.stage, this.sections, { conflicts, comments: ofReport.length });
  }

  /** Why the report was set back, and why all that it declared was opened. */
  get reason(): string | null {
    return this.#parts.editor.content.standing?.reason ?? null;
  }

  get opened(): string | null {
    return this.#parts.editor.content.standing?.opened ?? null;
  }

  get mayOpenReport(): boolean {
    const { standing } = this.#parts.editor.content;
    if (standing?.declared !== true || standing.opened !== undefined) return false;
    return this.edits([openReportEdit(standing, words.reason)]) === null;
  }

  /** Whether any row of a section can take a step. */
  canAny(section: BoardSection, step: RowStep): boolean {
    if (this.#parts.isSigned()) return false;
    return section.rows.some(({ state }) => stepsFrom(rowSteps, state, this.hat).includes(step));
  }

  field(row: string, field: RowField, part?: string): StateRefusal | null {
    return lockOfField(row, { field, part }, this.#states(), this);
  }

  edits(edits: readonly Edit[]): StateRefusal | null {
    return refusalOfEdits(edits, this.#states(), this)?.refusal ?? null;
  }

  /** Says why something can't be done, once and not with every key. */
  tell(refusal: StateRefusal): void {
    const { happened, next } = stateSentences(refusal);
    const text = `${happened}${next}`;
    if (this.#parts.notices.current?.text !== text) this.#parts.notices.show(text);
  }

  /** What may be done with a row now. */
  stepsOf({ initiative }: Row): RowStep[] {
    return this.#parts.isSigned() ? [] : stepsFrom(rowSteps, rowStateOf(initiative), this.hat);
  }

  /** What may be done with the report now, but for choosing what is written and signing. */
  get steps(): StandingStep[] {
    const { chosenStage: chosen, standing } = this.#parts.editor.content;
    return stepsFrom(reportSteps, this.stage, this.hat)
      .filter(isStandingStep)
      .filter((step) => {
        const reason = 'reason' in reportSteps[step] ? words.reason : undefined;
        const edits = reportStepEdits(step, { chosen, standing }, reason);
        return this.edits(edits) === null;
      });
  }

  takeRowStep(row: Row, step: RowStep): void {
    const number = this.#parts.editor.content.placeOf(row.id) + 1;
    const take = (reason?: string): void => {
      const edit = rowStepEdit(step, row.id, row.initiative.standing ?? null, reason);
      this.#perform([edit], words.rowDone(step, number));
    };
    if (step !== 'return') take();
    else this.#ask(words.returnRow(number), take);
  }

  /** All rows of a section that can take a step take it, as one that is undone in one. */
  takeSectionStep(ids: readonly string[], step: RowStep): void {
    const { content } = this.#parts.editor;
    const edits = ids.flatMap((id) => {
      const row = content.row(id);
      if (row === undefined || !this.stepsOf(row).includes(step)) return [];
      return [rowStepEdit(step, id, row.initiative.standing ?? null)];
    });
    if (edits.length > 0) this.#perform(edits, words.rowsDone(step, edits.length));
  }

  takeReportStep(step: StandingStep): void {
    const { chosenStage: chosen, standing } = this.#parts.editor.content;
    const take = (reason?: string): void => {
      this.#perform(reportStepEdits(step, { chosen, standing }, reason), words.reportDone[step]);
    };
    if (step === 'undeclare') this.#ask(words.undeclare, take);
    else if (step === 'return-report') this.#ask(words.returnReport, take);
    else take();
  }

  openRow(row: Row): void {
    const number = this.#parts.editor.content.placeOf(row.id) + 1;
    this.#ask(words.openRow(number), (reason) => {
      this.#perform([openRowEdit(row.id, row.initiative.standing ?? null, reason)], words.opened);
    });
  }

  openReport(): void {
    const { standing } = this.#parts.editor.content;
    if (standing === null) return;
    this.#ask(words.openReport, (reason) =>
      this.#perform([openReportEdit(standing, reason)], words.opened),
    );
  }

  #ask(question: Omit<AskedReason, 'give'>, give: (reason: string) => void): void {
    this.asked = {
      ...question,
      give: (reason) => {
        this.asked = null;
        give(reason);
      },
    };
  }

  #perform(edits: readonly Edit[], done: string): void {
    const { editor, notices, undo } = this.#parts;
    if (!editor.perform(edits)) return;
    offerUndo(notices, editor, done, undo);
  }

  #states(): States {
    const { content } = this.#parts.editor;
    const { chosenStage: stage, standing, officeForm: form } = content;
    const report = {
      stage,
      ...(standing === null ? {} : { standing }),
      ...(form === null ? {} : { form }),
    };
    return statesOf(report, this.#parts.isSigned(), {
      row: (id) => content.row(id)?.initiative.standing ?? null,
      writing: () => content.stage,
    });
  }

  #boardNow(): BoardSection[] {
    const { content } = this.#parts.editor;
    const open = (this.#parts.comments.threads ?? []).filter(({ resolved }) => !resolved);
    return boardOf({
      rows: content.rows.map(({ initiative }) => initiative),
      lacks: (row) => missingOf(row, content.form),
      conflicts: countBy(this.#conflicts, ({ initiative }) => initiative),
      comments: countBy(open, ({ initiative }) => initiative),
    });
  }

  async #read(): Promise<void> {
    const { bridge, editor } = this.#parts;
    const report = editor.content.id;
    const [hands, conflicts] = await Promise.all([
      bridge.call('board.hands', { report }),
      bridge.call('conflicts.list', { report }),
    ]);
    if (hands.ok) this.hands = hands.value;
    if (conflicts.ok) this.#conflicts = conflicts.value;
  }
}

/** Those of the report that the surrounding screen has open. */
export const [reportStates, setReportStates] = createContext<ReportStates>();
