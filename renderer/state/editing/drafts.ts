import type { Draft, DraftLibrary, KeptDraft } from '../../../shared/model/draft.ts';
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

/** The draft of one report that is open on the page. */
export interface OpenDraft {
  /** Writes down, or clears, what the page holds. */
  keep(draft: Draft): void;
  /** The report is open no more: what is kept was left behind. */
  end(): void;
}

interface Page {
  readonly locks: LockManager | undefined;
  /** The library that the page shows; null where that is not known. */
  readonly library: () => Promise<DraftLibrary | null>;
  readonly newName: () => string;
}

const lockPrefix = 'sengen.draft.';

/**
 * What a page holds and the library does not, so that what was typed outlives whatever ends.
 *
 * Every report that is opened is written down under a name of its own: in the browser at every key, and a moment later
 * on main's side of the bridge, where it outlives the browser too. A lock of that name is held while the report is open:
 * a draft without its lock was left behind. Where the browser knows no locks, and for pages of another browser, every
 * other draft counts as left behind, which is safe, because main stores a step of one id only once.
 *
 * A browser keeps one storage for whatever library is served, so a draft says of which it is. Whose a draft of another
 * library is now, main knows (docs/decisions/0047).
 */
export class Drafts {
  readonly #here: PageDrafts;
  readonly #main: MainDrafts;
  readonly #synced: SyncedDrafts;
  readonly #page: Page;
  /** Of what is open on this page. */
  readonly #names = new Set<string>();

  constructor({ here, main, synced }: DraftPlaces, page: Page) {
    this.#here = here;
    this.#main = main;
    this.#synced = synced;
    this.#page = page;
  }

  /** A report of the library that is shown is opened. */
  async open(report: string): Promise<OpenDraft> {
    const library = await this.#page.library();
    const page = this.#page.newName();
    const letGo = this.#hold(page);
    let turn = 0;
    return {
      keep: (draft) => {
        turn += 1;
        const kept = { library, report, page, turn, draft };
        this.#here.keep(kept);
        this.#main.keep(kept);
      },
      end: letGo,
    };
  }

  /** True when main keeps everything that was written down; it is told at once what it has not heard yet. */
  settle(): Promise<boolean> {
    return this.#main.settle();
  }

  /** True when any page, this one too, has written down a draft of the report in this browser. */
  hasAny(report: string): boolean {
    return this.#here.hasAny(report);
  }

  /** What was left behind of a report of the library that is shown, each draft once however often it is kept. */
  async leftBehind(report: string): Promise<KeptDraft[]> {
    const [main, here] = await Promise.all([this.#main.read(report), this.#inBrowser()]);
    const shown = here.length === 0 ? null : await this.#page.library();
    const own = here.filter(
      (draft) => draft.report === report && draft.library !== null && draft.library.id === shown?.id,
    );
    return this.#latestLeft([...own, ...main]);
  }

  /** Hands what was left behind in this browser, of whatever library, to main, which knows where it belongs. */
  async handOver(): Promise<void> {
    for (const draft of await this.#latestLeft(await this.#inBrowser())) {
      if (await this.#main.take(draft)) await this.#forgetHere(draft);
    }
  }

  async forget(draft: KeptDraft): Promise<void> {
    await this.#forgetHere(draft);
    await this.#main.forget(draft);
  }

  async #inBrowser(): Promise<readonly KeptDraft[]> {
    return [...this.#here.all(), ...(await this.#synced.all())];
  }

  async #latestLeft(kept: readonly KeptDraft[]): Promise<KeptDraft[]> {
    if (kept.length === 0) return [];
    const latest = new Map<string, KeptDraft>();
    for (const draft of kept) {
      if (draft.turn >= (latest.get(draft.page)?.turn ?? 0)) latest.set(draft.page, draft);
    }
    // Asking what is open takes a while, and nearly always there is no draft.
    const open = await this.#openNames();
    return [...latest.values()].filter(({ page }) => !open.has(page));
  }

  async #forgetHere(draft: KeptDraft): Promise<void> {
    this.#here.forget(draft);
    await this.#synced.forget(draft);
  }

  /** Holds the lock of a name, until it is let go or the page ends. */
  #hold(name: string): () => void {
    this.#names.add(name);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    void this.#page.locks?.request(lockPrefix + name, () => held).catch(() => undefined);
    return () => {
      this.#names.delete(name);
      letGo();
    };
  }

  async #openNames(): Promise<ReadonlySet<string>> {
    const held = (await this.#page.locks?.query())?.held ?? [];
    return new Set([...this.#names, ...held.map(({ name }) => name?.slice(lockPrefix.length) ?? '')]);
  }
}
