import * as v from 'valibot';
import { isEmptyDraft, keptDraftSchema, type KeptDraft } from '../../../shared/model/draft.ts';

const prefix = 'sengen.draft.';

/** Earlier versions of the program counted no turns, and did not say of which library it was. */
const storedSchema = v.object({
  library: v.optional(keptDraftSchema.entries.library, null),
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
  keep({ library, turn, draft, ...whose }: KeptDraft): void {
    if (isEmptyDraft(draft)) {
      this.forget(whose);
      return;
    }
    try {
      this.#storage.setItem(keyOf(whose), JSON.stringify({ library, turn, ...draft }));
    } catch {
      // The storage is full: the page still holds the text, and main keeps it too.
    }
  }

  hasAny(report: string): boolean {
    return this.#keys(`${prefix}${report}.`).length > 0;
  }

  all(): KeptDraft[] {
    return this.#keys(prefix).flatMap((key) => {
      const [report = '', page = ''] = key.slice(prefix.length).split('.');
      const found = parsed(this.#storage.getItem(key));
      if (found === null) return [];
      const { library, turn, ...draft } = found;
      return [{ library, report, page, turn, draft }];
    });
  }

  forget(whose: Pick<KeptDraft, 'report' | 'page'>): void {
    this.#storage.removeItem(keyOf(whose));
  }

  #keys(start: string): string[] {
    return Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at) ?? '').filter(
      (key) => key.startsWith(start),
    );
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
