import * as v from 'valibot';
import { stepSchema } from '../../../shared/model/edits.ts';
import { typedTextSchema } from './typed-text.ts';

/** What a page holds that main does not: steps not stored yet, and texts that could not be stored. */
export const draftSchema = v.object({
  steps: v.pipe(v.array(stepSchema), v.readonly()),
  aside: v.pipe(v.array(typedTextSchema), v.readonly()),
});
export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;

/** A draft that a page left behind when it ended. */
export interface LeftBehind {
  readonly key: string;
  readonly draft: Draft;
}

const prefix = 'sengen.draft.';

/**
 * Drafts in the browser's own storage, so that what was typed outlives a lost main process or a crash.
 *
 * Every page writes under its own name and holds a lock of that name while it lives: a draft
 * without its lock was left behind. Where the browser knows no locks every other draft counts as
 * left behind, which is safe, because main stores a step of one id only once.
 */
export class Drafts {
  readonly #storage: Storage;
  readonly #locks: LockManager | undefined;
  readonly #page: string;

  constructor(storage: Storage, locks: LockManager | undefined, page: string) {
    this.#storage = storage;
    this.#locks = locks;
    this.#page = page;
    // Held until the page ends: the promise is never meant to be kept.
    void locks?.request(prefix + page, () => new Promise(() => undefined)).catch(() => undefined);
  }

  /** Writes down, or clears, what this page holds for a report. */
  keep(report: string, draft: Draft): void {
    const key = `${prefix}${report}.${this.#page}`;
    if (draft.steps.length === 0 && draft.aside.length === 0) {
      this.#storage.removeItem(key);
      return;
    }
    try {
      this.#storage.setItem(key, JSON.stringify(draft));
    } catch {
      // The storage is full: the page still holds the text and goes on trying to save it.
    }
  }

  /** True when any page, this one too, has written down a draft of the report. */
  hasAny(report: string): boolean {
    return this.#keys(report).length > 0;
  }

  async leftBehind(report: string): Promise<LeftBehind[]> {
    const start = `${prefix}${report}.`;
    const drafts = this.#keys(report);
    // Asking who is alive takes a while, and nearly always there is no draft.
    if (drafts.length === 0) return [];
    const alive = await this.#alivePages();
    return drafts
      .filter((key) => !alive.has(key.slice(start.length)))
      .flatMap((key) => {
        const draft = parsed(this.#storage.getItem(key));
        return draft === null ? [] : [{ key, draft }];
      });
  }

  forget({ key }: LeftBehind): void {
    this.#storage.removeItem(key);
  }

  #keys(report: string): string[] {
    return Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at) ?? '').filter(
      (key) => key.startsWith(`${prefix}${report}.`),
    );
  }

  async #alivePages(): Promise<ReadonlySet<string>> {
    const held = (await this.#locks?.query())?.held ?? [];
    return new Set([this.#page, ...held.map(({ name }) => name?.slice(prefix.length) ?? '')]);
  }
}

function parsed(text: string | null): Draft | null {
  try {
    const found = v.safeParse(draftSchema, JSON.parse(text ?? ''));
    return found.success ? found.output : null;
  } catch {
    return null;
  }
}
