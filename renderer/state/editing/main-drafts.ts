import type { Bridge } from '../../../shared/contract/bridge.ts';
import { isEmptyDraft, type KeptDraft } from '../../../shared/model/draft.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Milliseconds from a key to the sending of the draft, how much later that may be for the sake of a key that
 * is being drawn, and until a draft that main could not take is sent again.
 */
export const draftDelays = { afterKey: 120, forDrawing: 100, untilRetry: 2_000 } as const;

/**
 * Drafts that main keeps on the disk: sent a moment after a key, not with every key, and never two at once.
 *
 * What is typed while one is under way goes with the next.
 */
export class MainDrafts {
  readonly #bridge: Bridge;
  /** The latest draft of each report that main has not been told of yet. */
  readonly #waiting = new Map<string, KeptDraft>();
  /** Reports of which main keeps a draft of this page, as far as the page knows. */
  readonly #kept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #callOff: (() => void) | null = null;
  #sending: Promise<boolean> | null = null;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  keep(draft: KeptDraft): void {
    const nothing = isEmptyDraft(draft.draft);
    // Stored before main had to hear of the draft at all.
    if (nothing && !this.#kept.has(draft.report)) this.#waiting.delete(draft.report);
    else this.#waiting.set(draft.report, draft);
    if (this.#waiting.size > 0) this.#sendSoon(draftDelays.afterKey);
  }

  /** Sends at once what waits: the page is about to go, or somebody wants to know. True when main keeps all. */
  async settle(): Promise<boolean> {
    while (this.#sending !== null) await this.#sending;
    return this.#waiting.size === 0 || (await this.#send());
  }

  /** Those of a report that main keeps, whoever wrote them; none where main is not reached. */
  async read(report: string): Promise<readonly KeptDraft[]> {
    const answer = await this.#bridge.call('drafts.read', { report });
    return answer.ok ? answer.value : [];
  }

  async forget({ report, page, turn }: Omit<KeptDraft, 'draft'>): Promise<void> {
    await this.#bridge.call('drafts.forget', { report, page, turn });
  }

  #sendSoon(delay: number): void {
    if (this.#timer !== undefined || this.#callOff !== null || this.#sending !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#callOff = whenIdle(() => void this.#send(), draftDelays.forDrawing);
    }, delay);
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
      if (this.#waiting.size > 0) this.#sendSoon(all ? draftDelays.afterKey : draftDelays.untilRetry);
      return all;
    });
    return this.#sending;
  }

  async #tell(draft: KeptDraft): Promise<boolean> {
    const { report } = draft;
    this.#kept.add(report);
    const answer = await this.#bridge.call('drafts.keep', draft);
    if (answer.ok) {
      if (isEmptyDraft(draft.draft)) this.#kept.delete(report);
    } else if (!this.#waiting.has(report)) this.#waiting.set(report, draft);
    return answer.ok;
  }
}
