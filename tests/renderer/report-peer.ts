import type { Wire } from '../../shared/contract/bridge.ts';
import type { StepSummary } from '../../shared/contract/report-requests.ts';
import type { Failure } from '../../shared/failure.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { isEmptyDraft, type KeptDraft } from '../../shared/model/draft.ts';
import type { Edit, Step } from '../../shared/model/edits.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import { sameValue } from '../../shared/model/same-value.ts';
import type { Report } from '../../shared/model/report.ts';

type Listener = (name: string, payload: unknown) => void;

/**
 * The other end of the wire, with one report in memory and the shared functions to change it.
 *
 * It answers as main does: one step of one id once, stale edits refused, every change told to all.
 */
export class ReportPeer implements Wire {
  report: Report;
  sequence = 0;
  /** When the last step was stored. */
  savedAt = '2026-11-23T06:30:00.000Z';
  /** Every request in the order of arrival. */
  readonly calls: { readonly name: string; readonly input: unknown }[] = [];
  /** The drafts that it keeps, by page. */
  readonly drafts = new Map<string, KeptDraft>();
  /** Answers every edit with this instead, while set. */
  refusal: Failure | null = null;
  /** Takes requests and loses the answers. */
  losesAnswers = false;
  /** Takes nothing at all. */
  isDown = false;
  /** Answers wait until they are let go. */
  waits = false;
  /** Sends events before it answers, as a second connection may. */
  tellsFirst = false;

  readonly #listeners = new Set<Listener>();
  readonly #accepted = new Map<string, { readonly sequence: number; readonly edits: readonly Edit[] }>();
  readonly #done: (readonly Edit[])[] = [];
  readonly #undone: (readonly Edit[])[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(report: Report) {
    this.report = report;
  }

  get steps(): Step[] {
    return this.calls
      .filter(({ name }) => name === 'reports.edit')
      .map(({ input }) => (input as { step: Step }).step);
  }

  async call(name: string, input: unknown): Promise<unknown> {
    this.calls.push({ name, input });
    if (this.isDown) throw new TypeError('fetch failed');
    const answer = this.#answer(name, input as { report: string; step: Step });
    if (this.waits) await new Promise<void>((go) => this.#waiting.push(go));
    if (this.losesAnswers) throw new TypeError('fetch failed');
    return structuredClone(answer);
  }

  handOver(): Promise<unknown> {
    return Promise.reject(new Error('no file is handed over here'));
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets the answers go that wait. */
  letGo(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  tell(name: string, payload: unknown): void {
    for (const listener of [...this.#listeners]) listener(name, structuredClone(payload));
  }

  /** A change made in another window; `told` false when its event is lost. */
  changeElsewhere(edits: readonly Edit[], told = true): void {
    this.#store({ id: `elsewhere${this.sequence}`, edits }, told);
    this.#done.push(edits);
  }

  #answer(name: string, input: { step: Step }): unknown {
    const { step } = input;
    switch (name) {
      case 'reports.read':
        return ok({
          report: this.report,
          sequence: this.sequence,
          savedAt: this.savedAt,
          history: this.#history(),
        });
      case 'reports.edit':
        return this.#edit(step);
      case 'drafts.keep':
        return this.#keepDraft(input as unknown as KeptDraft);
      case 'drafts.read':
        return ok([...this.drafts.values()]);
      case 'drafts.forget':
        return ok({ gone: this.drafts.delete((input as unknown as KeptDraft).page) });
      case 'reports.undo':
        return this.#takeBack(this.#done, this.#undone, invertEdits);
      case 'reports.redo':
        return this.#takeBack(this.#undone, this.#done, (edits) => [...edits]);
      default:
        return { ok: false, failure: { code: 'request-unknown', request: name } };
    }
  }

  #edit(step: Step): unknown {
    if (this.refusal !== null) return { ok: false, failure: this.refusal };
    const before = this.#accepted.get(step.id);
    if (before !== undefined) {
      const same = sameValue(before.edits, step.edits);
      const stored = same ? {} : { stored: before.edits };
      return ok({ ...this.#acceptance(), sequence: before.sequence, ...stored });
    }
    if (!applyEdits(this.report, step.edits).ok) {
      return { ok: false, failure: { code: 'stale-edit', report: this.report.id, initiative: null } };
    }
    this.#store(step, true);
    this.#done.push(step.edits);
    this.#undone.length = 0;
    return ok(this.#acceptance());
  }

  #keepDraft(draft: KeptDraft): unknown {
    if (isEmptyDraft(draft.draft)) this.drafts.delete(draft.page);
    else this.drafts.set(draft.page, draft);
    return ok({});
  }

  #takeBack(
    from: (readonly Edit[])[],
    to: (readonly Edit[])[],
    turn: (edits: readonly Edit[]) => Edit[],
  ): unknown {
    const edits = from.pop();
    if (edits === undefined) return { ok: false, failure: { code: 'nothing-to-undo' } };
    to.push(edits);
    const turned = turn(edits);
    this.#store({ id: `back${this.sequence}`, edits: turned }, true);
    return ok({ ...this.#acceptance(), edits: turned });
  }

  #store(step: Step, told: boolean): void {
    const next = applyEdits(this.report, step.edits);
    if (!next.ok) throw new Error('the test made a stale edit');
    this.report = next.value;
    this.sequence += 1;
    this.#accepted.set(step.id, { sequence: this.sequence, edits: step.edits });
    const change = {
      report: this.report.id,
      sequence: this.sequence,
      step: step.id,
      edits: step.edits,
    };
    if (!told) return;
    if (this.tellsFirst) this.tell('reports.changed', change);
    else setTimeout(() => this.tell('reports.changed', change));
  }

  #acceptance() {
    return { sequence: this.sequence, savedAt: this.savedAt, history: this.#history() };
  }

  #history() {
    return { undo: summary(this.#done.at(-1)), redo: summary(this.#undone.at(-1)) };
  }
}

function summary(edits: readonly Edit[] | undefined): StepSummary | null {
  return edits === undefined
    ? null
    : { kinds: edits.map(({ kind }) => kind), field: null, row: null, cause: null };
}

function ok(value: unknown) {
  return { ok: true, value };
}
