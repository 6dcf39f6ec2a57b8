import type { Draft, KeptDraft } from '../../../shared/model/draft.ts';
import type { MainDrafts } from './main-drafts.ts';
import type { PageDrafts } from './page-drafts.ts';
import type { SyncedDrafts } from './synced-drafts.ts';

/** Where drafts stand. */
export interface DraftPlaces {
  /** The browser's storage, at every key. */
  readonly here: PageDrafts;
  /** Main, a moment later. */
  readonly main: MainDrafts;
  /** The browser's database, while main does not answer. */
  readonly synced: SyncedDrafts;
}

const lockPrefix = 'sengen.draft.';

/**
 * What a page holds and the library does not, so that what was typed outlives whatever ends.
 *
 * Every page writes under its own name: in the browser at every key, and a moment later on main's side of the
 * bridge, where it outlives the browser too. It holds a lock of its name while it lives: a draft
 * without its lock was left behind. Where the browser knows no locks, and for pages of another browser, every
 * other draft counts as left behind, which is safe, because main stores a step of one id only once.
 */
export class Drafts {
  readonly #here: PageDrafts;
  readonly #main: MainDrafts;
  readonly #synced: SyncedDrafts;
  readonly #locks: LockManager | undefined;
  readonly #page: string;
  #turn = 0;

  constructor({ here, main, synced }: DraftPlaces, locks: LockManager | undefined, page: string) {
    this.#here = here;
    this.#main = main;
    this.#synced = synced;
    this.#locks = locks;
    this.#page = page;
    // Held until the page ends: the promise is never meant to be kept.
    void locks?.request(lockPrefix + page, () => new Promise(() => undefined)).catch(() => undefined);
  }

  /** Writes down, or clears, what this page holds for a report. */
  keep(report: string, draft: Draft): void {
    this.#turn += 1;
    const kept = { report, page: this.#page, turn: this.#turn, draft };
    this.#here.keep(kept);
    this.#main.keep(kept);
  }

  /** True when main keeps everything that was written down; it is told at once what it has not heard yet. */
  settle(): Promise<boolean> {
    return this.#main.settle();
  }

  /** True when any page, this one too, has written down a draft of the report in this browser. */
  hasAny(report: string): boolean {
    return this.#here.hasAny(report);
  }

  /** What pages that are gone have left, each draft once however often it is kept. */
  async leftBehind(report: string): Promise<KeptDraft[]> {
    const [main, synced] = await Promise.all([this.#main.read(report), this.#synced.read(report)]);
    const kept = [...this.#here.read(report), ...main, ...synced];
    if (kept.length === 0) return [];
    const latest = new Map<string, KeptDraft>();
    for (const draft of kept) {
      if (draft.turn >= (latest.get(draft.page)?.turn ?? 0)) latest.set(draft.page, draft);
    }
    // Asking who is alive takes a while, and nearly always there is no draft.
    const alive = await this.#alivePages();
    return [...latest.values()].filter(({ page }) => !alive.has(page));
  }

  async forget(draft: KeptDraft): Promise<void> {
    this.#here.forget(draft);
    await this.#synced.forget(draft);
    await this.#main.forget(draft);
  }

  async #alivePages(): Promise<ReadonlySet<string>> {
    const held = (await this.#locks?.query())?.held ?? [];
    return new Set([this.#page, ...held.map(({ name }) => name?.slice(lockPrefix.length) ?? '')]);
  }
}
