import * as v from 'valibot';
import { isEmptyDraft, keptDraftSchema, type KeptDraft } from '../../../shared/model/draft.ts';

const prefix = 'sengen.draft.';

/** An earlier version of the program counted no turns. */
const storedSchema = v.object({
  turn: v.optional(keptDraftSchema.entries.turn, 0),
  ...keptDraftSchema.entries.draft.entries,
});

/**
 * Drafts in the browser's own storage: the second line, for what main could not be reached with.
 *
 * They are written at every key, so that a page that dies at the next moment leaves its last character.
 */
export class PageDrafts {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Writes down a page's draft, or clears it. */
  keep({ turn, draft, ...whose }: KeptDraft): void {
    if (isEmptyDraft(draft)) {
      this.forget(whose);
      return;
    }
    try {
      this.#storage.setItem(keyOf(whose), JSON.stringify({ turn, ...draft }));
    } catch {
      // The storage is full: the page still holds the text, and main keeps it too.
    }
  }

  hasAny(report: string): boolean {
    return this.#pages(report).length > 0;
  }

  read(report: string): KeptDraft[] {
    return this.#pages(report).flatMap((page) => {
      const found = parsed(this.#storage.getItem(keyOf({ report, page })));
      if (found === null) return [];
      const { turn, ...draft } = found;
      return [{ report, page, turn, draft }];
    });
  }

  forget(whose: Pick<KeptDraft, 'report' | 'page'>): void {
    this.#storage.removeItem(keyOf(whose));
  }

  #pages(report: string): string[] {
    const start = keyOf({ report, page: '' });
    return Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at) ?? '')
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length));
  }
}

function keyOf({ report, page }: Pick<KeptDraft, 'report' | 'page'>): string {
  return `${prefix}${report}.${page}`;
}

function parsed(text: string | null): v.InferOutput<typeof storedSchema> | null {
  try {
    const found = v.safeParse(storedSchema, JSON.parse(text ?? ''));
    return found.success ? found.output : null;
  } catch {
    return null;
  }
}
