import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { Accepted, History, StoredStep } from '../../../shared/contract/report-requests.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Draft, TypedText } from '../../../shared/model/draft.ts';
import type { Edit, Step } from '../../../shared/model/edits.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { StateRefusal } from '../../../shared/model/states/refusal.ts';
import type { StepCause } from '../../../shared/model/step-cause.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { OpenDraft } from './drafts.ts';
import { layOver } from './lay-over.ts';
import { newIdentifier } from './new-identifier.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { ReportContent } from './report-content.svelte.ts';
import { SaveClock } from './save-clock.ts';
import type { SaveState } from './save-state.ts';
import { StepQueue } from './step-queue.ts';
import { StoredReport } from './stored-report.ts';
import { textsBeyond, typedTexts } from './typed-text.ts';
import { UnsentTexts } from './unsent-texts.svelte.ts';

/** Says what may be done where the report and its rows stand (shared/model/states/refusal.ts). */
export interface EditGuard {
  /** Why a field of a row, or a part of its targets, can't be written in. */
  field(row: string, field: RowField, part?: string): StateRefusal | null;
  edits(edits: readonly Edit[]): StateRefusal | null;
  tell(refusal: StateRefusal): void;
}

/**
 * One open report: what is on show, and its way to the store.
 *
 * What is on show is always the stored report with the queued steps on top. A change is shown and
 * queued at once and sent soon after; one request is on its way at a time; a step goes again with
 * the same id until main has answered it. A step that no longer fits is set aside with its text.
 */
export class ReportEditor {
  readonly content: ReportContent;
  save: SaveState;
  history: History = $state.raw({ undo: null, redo: null });
  /** Counts changes, whoever made them: tells whether what was done a moment ago is still the last. */
  changes = $state(0);
  /** What could not be stored where it was typed, for the person to copy. */
  aside: readonly TypedText[] = $state.raw([]);
  /** What is typed beside the report's fields and not sent yet. */
  readonly unsent: UnsentTexts;

  /** The 版 is signed: fields are for reading, and commands are refused with a word. */
  locked = $state(false);
  /** The library's file takes no writes, whatever the report's state is. */
  readOnly = $state(false);
  /** The screen was left: nothing is offered on it any more. */
  isClosed = $state(false);
  /** Says so to the person. */
  tellLocked: () => void = () => undefined;
  /** What may be done where the report and its rows stand; null: everything. */
  guard: EditGuard | null = null;

  readonly #bridge: Bridge;
  readonly #draft: OpenDraft;
  readonly #stored: StoredReport;
  readonly #queue = new StepQueue();
  readonly #work = new OneAtATime();
  readonly #clock = new SaveClock(() => {
    if (this.#held) this.#afterHold = true;
    else void this.flush();
  });
  readonly #stopListening: readonly (() => void)[];
  /** While an input method composes, nothing is saved or drawn anew. */
  #held = false;
  /** What `locked` becomes once nothing is composed. */
  #lockAfterHold: boolean | null = null;
  #afterHold = false;
  /** What stands in a field where one composes, as edits that nobody has made yet. */
  #composed: Step | null = null;
  /** Edits are noted down and not made. */
  #listening = false;
  /** The page's copy has missed steps, or the names of what can be undone. */
  #outdated = false;
  #savedAt: string;

  constructor(
    bridge: Bridge,
    draft: OpenDraft,
    read: RequestOutput<'reports.read'>,
    /** What earlier pages have left of it that is not stored. */
    left: Pick<Draft, 'aside' | 'unsent'>,
  ) {
    this.#bridge = bridge;
    this.#draft = draft;
    this.#stored = new StoredReport(read.report, read.sequence);
    this.content = new ReportContent(read.report);
    this.history = read.history;
    this.#savedAt = read.savedAt;
    this.save = $state.raw({ kind: 'saved', at: read.savedAt });
    this.aside = left.aside;
    this.unsent = new UnsentTexts(left.unsent, () => this.#keepDraft());
    this.#keepDraft();
    this.#stopListening = [
      bridge.on('reports.changed', (change) => this.#hear(change)),
      bridge.on('library.changed', () => this.#readAgain()),
    ];
  }

  /**
   * Shows a change of one field's content; more of it may follow, and is saved together. `along` is what
   * its first character brings with it.
   */
  type(edit: Edit, along: readonly Edit[] = []): void {
    const changesNothing = 'before' in edit && sameValue(edit.before, edit.after);
    if (this.#listening) {
      if (!changesNothing) this.#composed = { id: newIdentifier(), edits: [edit, ...along] };
      return;
    }
    if (changesNothing) return;
    this.#composed = null;
    this.content.apply([edit, ...along]);
    this.#queue.type(edit, newIdentifier(), along);
    this.changes += 1;
    this.#changed();
    this.#clock.touch();
  }

  /** What is typed from now on is taken back by itself: around a paste, a cut, a move of lines. */
  seal(): void {
    if (this.#queue.seal() && this.#queue.first !== null) this.#clock.touch();
  }

  /** What is typed from now on, into whatever field, is taken back as one, and saved when it is sealed. */
  gather(): void {
    this.#queue.gather();
  }

  /** True, with a word to the person, when nothing may be changed. */
  refuses(): boolean {
    const refused = this.locked || this.readOnly;
    if (refused) this.tellLocked();
    return refused;
  }

  /** Shows a change that is complete in itself, and saves it at once; false, with a word to the person, when it may not be made. */
  perform(edits: readonly Edit[], cause?: StepCause): boolean {
    // What was typed at the very moment of signing is kept (type); a command can be given again.
    const publishes = edits.every(({ kind }) => kind === 'set-report-standing');
    if ((this.readOnly || !publishes) && this.refuses()) return false;
    const refusal = this.guard?.edits(edits) ?? null;
    if (refusal !== null) {
      this.guard?.tell(refusal);
      return false;
    }
    this.content.apply(edits);
    this.#queue.perform({ id: newIdentifier(), edits, cause });
    this.changes += 1;
    this.#changed();
    void this.flush();
    return true;
  }

  /** Stores everything that is not stored yet; false when that failed. */
  flush(): Promise<boolean> {
    this.#clock.rest();
    return this.#work.run(() => this.#send());
  }

  /** The window is about to close: whatever stands in a field is handed over and stored; false when that failed. */
  finish(): Promise<boolean> {
    this.release();
    this.seal();
    return this.flush();
  }

  /** Something typed could not be stored, and is tried again. */
  get isStuck(): boolean {
    return this.save.kind === 'failed' && this.#queue.first !== null;
  }

  /** Stores what is typed, if there is any: for leaving a field, a screen, the window. */
  leave(): void {
    if (this.#queue.first !== null) void this.flush();
  }

  undo(): Promise<Result<Accepted>> {
    this.seal();
    return this.#takeBack('reports.undo');
  }

  redo(): Promise<Result<Accepted>> {
    return this.#takeBack('reports.redo');
  }

  /**
   * The 版 was signed, or the next one begun. A field that is composed in is locked when that has ended: locked in
   * the middle of it, it would never be told of the end.
   */
  lock(locked: boolean): void {
    if (this.#held) this.#lockAfterHold = locked;
    else this.locked = locked;
  }

  /** An input method began to compose. */
  hold(): void {
    this.#held = true;
  }

  /**
   * It shows what it has so far. That is no change of the report yet, but it is part of the draft: `write` hands
   * over what stands in the field.
   */
  compose(write: () => void): void {
    this.#composed = null;
    this.#listening = true;
    try {
      write();
    } finally {
      this.#listening = false;
    }
    this.#keepDraft();
  }

  /** A change that is handed over is only noted down for the draft: nothing else may come of it. */
  get isOnlyListening(): boolean {
    return this.#listening;
  }

  /** It ended, and the field has handed over its text. */
  release(): void {
    this.#held = false;
    if (this.#lockAfterHold !== null) this.locked = this.#lockAfterHold;
    this.#lockAfterHold = null;
    if (this.#composed !== null) {
      // Broken off: the field says again what it said.
      this.#composed = null;
      this.#keepDraft();
    }
    if (!this.#afterHold) return;
    this.#afterHold = false;
    this.#rebase();
    if (this.#outdated) void this.flush();
    else if (this.#queue.first !== null) this.#clock.touch();
  }

  dismissAside(id: string): void {
    this.aside = this.aside.filter((text) => text.id !== id);
    this.#keepDraft();
  }

  /** Gives up what main will not take: it goes aside, for the person to copy, and the stored report is shown. */
  giveUp(): Promise<boolean> {
    this.seal();
    this.#clock.rest();
    return this.#work.run(async () => {
      for (let step = this.#queue.send(); step !== null; step = this.#queue.send()) this.#setAside(step);
      const read = await this.#read();
      if (read) this.save = this.#restingState();
      return read;
    });
  }

  /** Stores what is left and stops listening. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.seal();
    await this.flush();
    this.#clock.rest();
    for (const stop of this.#stopListening) stop();
    this.#draft.end();
  }

  async #send(): Promise<boolean> {
    // Only what is there now: what is typed meanwhile waits for its own pause, as one step.
    for (let left = this.#queue.length; left > 0; left -= 1) {
      const step = this.#queue.send();
      if (step === null) break;
      if (this.save.kind !== 'failed') this.save = { kind: 'saving' };
      const answer = await this.#bridge.call('reports.edit', { report: this.content.id, step });
      if (answer.ok) this.#accept(answer.value, step);
      else if (isRefusal(answer.failure)) this.#setAside(step);
      else return this.#saveFailed(answer.failure);
    }
    if (this.#outdated && !(await this.#read())) return false;
    this.save = this.#restingState();
    return true;
  }

  #accept({ sequence, savedAt, history, stored }: StoredStep, step: Step): void {
    if (this.#stored.advance(sequence, stored ?? step.edits) === 'gap') this.#outdated = true;
    this.#queue.settle(step.id);
    if (stored !== undefined) {
      // Another page had found this one's draft, and stored what it said then.
      this.aside = [...this.aside, ...textsBeyond(step, stored)];
      this.#outdated = true;
    }
    this.#keepDraft();
    this.history = history;
    this.#savedAt = savedAt;
  }

  #setAside(step: Step): void {
    // An event may have shown it to be a misfit before main's answer came.
    if (this.#queue.settle(step.id)) this.aside = [...this.aside, ...typedTexts(step)];
    this.#keepDraft();
    this.#outdated = true;
  }

  #saveFailed(failure: Failure): false {
    this.save = { kind: 'failed', failure };
    this.#clock.retryLater();
    return false;
  }

  async #takeBack(name: 'reports.undo' | 'reports.redo'): Promise<Result<Accepted>> {
    if (!(await this.flush())) {
      return failed(this.save.kind === 'failed' ? this.save.failure : { code: 'unreachable' });
    }
    return this.#work.run(async () => {
      const answer = await this.#bridge.call(name, { report: this.content.id });
      if (!answer.ok) return answer;
      this.changes += 1;
      const { sequence, edits, history, savedAt } = answer.value;
      const met = this.#stored.advance(sequence, edits);
      if (met === 'taken-in') this.#rebase();
      this.#outdated = met === 'gap';
      if (met === 'gap') await this.#read();
      this.history = history;
      this.#savedAt = savedAt;
      this.save = this.#restingState();
      return success({ sequence, history, savedAt });
    });
  }

  #hear({ report, sequence, step, edits }: EventPayload<'reports.changed'>): void {
    if (report !== this.content.id) return;
    const met = this.#stored.advance(sequence, edits);
    if (met === 'known') return;
    if (met === 'taken-in' && this.#isOwn(step, edits) && this.#queue.settle(step)) {
      this.#keepDraft();
      return;
    }
    this.changes += 1;
    if (met === 'taken-in') this.#rebase();
    // Another window's step is what would be undone next, and the event doesn't name it.
    this.#readAgain();
  }

  /** Whether the step is what this page made; another page may have stored an earlier draft of it. */
  #isOwn(step: string, edits: readonly Edit[]): boolean {
    const own = this.#queue.steps.find(({ id }) => id === step);
    return own !== undefined && sameValue(own.edits, edits);
  }

  #readAgain(): void {
    this.#outdated = true;
    if (this.#held) this.#afterHold = true;
    else void this.flush();
  }

  async #read(): Promise<boolean> {
    const asked = this.#stored.sequence;
    const answer = await this.#bridge.call('reports.read', { report: this.content.id });
    if (!answer.ok) return this.#saveFailed(answer.failure);
    this.#outdated = false;
    this.#stored.replace(answer.value.report, answer.value.sequence, asked);
    this.history = answer.value.history;
    this.#savedAt = answer.value.savedAt;
    this.#rebase();
    return true;
  }

  /** Shows the stored report with what is queued on top; what no longer fits is set aside. */
  #rebase(): void {
    if (this.#held) {
      this.#afterHold = true;
      return;
    }
    const { report, misfits } = layOver(this.#stored.report, this.#queue.steps);
    for (const step of misfits) {
      this.#queue.settle(step.id);
      this.aside = [...this.aside, ...typedTexts(step)];
    }
    if (misfits.length > 0) this.#keepDraft();
    this.content.show(report);
  }

  #changed(): void {
    if (this.save.kind !== 'failed') this.save = this.#restingState();
    this.#keepDraft();
  }

  #restingState(): SaveState {
    return this.#queue.first === null ? { kind: 'saved', at: this.#savedAt } : { kind: 'unsaved' };
  }

  #keepDraft(): void {
    const steps = this.#composed === null ? this.#queue.steps : [...this.#queue.steps, this.#composed];
    this.#draft.keep({ steps, aside: this.aside, unsent: this.unsent.all });
  }
}

/** Main has looked at the step and will never take it as it is. */
export function isRefusal(failure: Failure): boolean {
  return ['stale-edit', 'state-refused', 'request-invalid', 'request-too-large'].includes(failure.code);
}
