import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { isEmptyDraft, type KeptDraft } from '../../../shared/model/draft.ts';
import type { Result } from '../../../shared/result.ts';
import type { SyncedDrafts } from './synced-drafts.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Milliseconds from a key to the sending of the draft, how much later that may be for the sake of a key that
 * is being drawn, and until a draft that main could not take is sent again.
 */
export const draftDelays = { afterKey: 120, forDrawing: 100, untilRetry: 2_000 } as const;

/** Milliseconds after which a main that has not answered counts as one that does not. */
const mainAnswers = 150;

/** A question for the drafts of a report that is under way already. */
export interface DraftsAsked {
  readonly report: string;
  readonly answer: Promise<Result<RequestOutput<'drafts.read'>>>;
}

/**
 * Drafts that main keeps on the disk: sent a moment after a key, not with every key, and never two at once.
 *
 * What is typed while one is under way goes with the next. Where main does not answer, the draft goes to the
 * browser's database instead, until main has it.
 */
export class MainDrafts {
  readonly #bridge: Bridge;
  readonly #instead: SyncedDrafts;
  #asked: DraftsAsked | null;
  /** The latest draft of each open report that main has not been told of yet, by the name that it is written under. */
  readonly #waiting = new Map<string, KeptDraft>();
  /** The names under which main keeps a draft of this page, as far as the page knows. */
  readonly #kept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the timer waits for another try only: a key does not wait for that. */
  #isRetry = false;
  #callOff: (() => void) | null = null;
  #sending: Promise<boolean> | null = null;

  /** `asked`: by the page's start, for the report that the address names. */
  constructor(bridge: Bridge, instead: SyncedDrafts, asked: DraftsAsked | null = null) {
    this.#bridge = bridge;
    this.#instead = instead;
    this.#asked = asked;
  }

  keep(draft: KeptDraft): void {
    if (isEmptyDraft(draft.draft) && !this.#kept.has(draft.page)) {
      // Stored before main had to hear of the draft at all.
      this.#waiting.delete(draft.page);
      return;
    }
    this.#waiting.set(draft.page, draft);
    this.#sendSoon();
  }

  /** Sends at once what waits: the page is about to go, or somebody wants to know. True when main keeps all texts. */
  async settle(): Promise<boolean> {
    while (this.#sending !== null) await this.#sending;
    if (this.#waiting.size > 0) await this.#send();
    return [...this.#waiting.values()].every(({ draft }) => isEmptyDraft(draft));
  }

  /** Those of a report of the open library that main keeps, whoever wrote them; none where main is not reached. */
  async read(report: string): Promise<readonly KeptDraft[]> {
    const asked = this.#asked;
    // It is good for the page's start alone: later ones may have been left behind since.
    this.#asked = null;
    const early = asked?.report === report ? await asked.answer : null;
    // What failed while nobody waited for it is asked for again.
    const answer = early?.ok === true ? early : await this.#bridge.call('drafts.read', { report });
    return answer.ok ? answer.value : [];
  }

  /** Hands over a draft that another page has left; true when main keeps it, or a later one of that page. */
  async take(draft: KeptDraft): Promise<boolean> {
    return (await this.#bridge.call('drafts.keep', draft)).ok;
  }

  async forget({ report, page, turn }: Omit<KeptDraft, 'draft'>): Promise<void> {
    await this.#bridge.call('drafts.forget', { report, page, turn });
  }

  #sendSoon(): void {
    if ((this.#timer !== undefined && !this.#isRetry) || this.#callOff !== null) return;
    this.#set(draftDelays.afterKey, false);
  }

  #set(delay: number, isRetry: boolean): void {
    clearTimeout(this.#timer);
    this.#isRetry = isRetry;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#callOff = whenIdle(() => this.#sendNow(), draftDelays.forDrawing);
    }, delay);
  }

  /** One that main has not answered yet is not overtaken: what came since is kept here as long as that takes. */
  #sendNow(): void {
    this.#callOff = null;
    if (this.#sending === null) void this.#send();
    else for (const draft of this.#waiting.values()) void this.#keepInstead(draft);
  }

  #send(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#callOff?.();
    this.#callOff = null;
    const drafts = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#sending = Promise.all(drafts.map((draft) => this.#tell(draft))).then((told) => {
      this.#sending = null;
      const all = told.every(Boolean);
      if (this.#waiting.size > 0 && all) this.#sendSoon();
      else if (this.#waiting.size > 0 && this.#timer === undefined) this.#set(draftDelays.untilRetry, true);
      return all;
    });
    return this.#sending;
  }

  async #tell(draft: KeptDraft): Promise<boolean> {
    const { page } = draft;
    this.#kept.add(page);
    const silence = setTimeout(() => void this.#keepInstead(draft), mainAnswers);
    const answer = await this.#bridge.call('drafts.keep', draft);
    clearTimeout(silence);
    if (answer.ok) {
      if (isEmptyDraft(draft.draft)) this.#kept.delete(page);
      void this.#instead.forget(draft, true);
      return true;
    }
    await this.#keepInstead(draft);
    if (!this.#waiting.has(page)) this.#waiting.set(page, draft);
    return false;
  }

  /** In place of main. What is stored already needs no place. */
  async #keepInstead(draft: KeptDraft): Promise<void> {
    if (!isEmptyDraft(draft.draft)) await this.#instead.keep(draft);
  }
}
