import type { RequestInput, RequestOutput } from '../../../shared/contract/requests.ts';
import type { BringBack, Suggestion } from '../../../shared/contract/markup-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { Wish } from './wish.svelte.ts';
import { afterSaving, type WordParts } from './word-request.ts';

export interface MarkupCounts {
  readonly open: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly conflicts: number;
}

type Change =
  'markups.accept' | 'markups.acceptAuthor' | 'markups.settle' | 'markups.reject' | 'markups.reopen';

/** What marked-up files ask of the open report, and what becomes of it. */
export class WordMarkups {
  bringBacks: readonly BringBack[] = $state.raw([]);
  /** Null until they are read. */
  suggestions: readonly Suggestion[] | null = $state.raw(null);
  /** Why the list could not be read. */
  failure: Failure | null = $state.raw(null);
  readonly wish = new Wish(() => this.read());
  readonly #parts: WordParts;

  constructor(parts: WordParts) {
    this.#parts = parts;
  }

  /** Reads them now and whenever they or the report change. */
  listen(): () => void {
    void this.read();
    const { bridge } = this.#parts;
    const ours = ({ report }: { readonly report: string }): void => {
      if (report === this.#report) void this.read();
    };
    const stops = [
      bridge.on('markups.changed', ours),
      // A comment among them is done when its thread is settled.
      bridge.on('comments.changed', (change) => {
        if ((this.suggestions ?? []).some(({ kind }) => kind === 'comment')) ours(change);
      }),
      bridge.on('reports.changed', (change) => {
        // Whether a suggestion meets a conflict depends on what the report says now.
        if ((this.suggestions?.length ?? 0) > 0) ours(change);
      }),
      bridge.on('library.changed', () => void this.read()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  get #report(): string {
    return this.#parts.editor.content.id;
  }

  get counts(): MarkupCounts {
    // A comment is a thread now, and is settled there.
    const all = (this.suggestions ?? []).filter(({ kind }) => kind !== 'comment');
    const count = (state: Suggestion['state']): number => all.filter((each) => each.state === state).length;
    const conflicts = all.filter(
      ({ state, standing }) => state === 'open' && standing === 'conflict',
    ).length;
    return { open: count('open'), accepted: count('accepted'), rejected: count('rejected'), conflicts };
  }

  /** Authors of what is still open, with how much of it is theirs. Comments are nobody's to accept. */
  get authors(): readonly { readonly author: string | null; readonly count: number }[] {
    const open = (this.suggestions ?? []).filter(
      ({ state, kind }) => state === 'open' && kind !== 'comment',
    );
    return [...Map.groupBy(open, ({ author }) => author)].map(([author, { length }]) => ({
      author,
      count: length,
    }));
  }

  async read(): Promise<void> {
    const answer = await this.#parts.bridge.call('markups.list', { report: this.#report });
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.bringBacks = answer.value.bringBacks;
    this.suggestions = answer.value.suggestions;
  }

  /** Takes a marked-up file in; null when that failed or the person changed their mind. */
  take(): Promise<RequestOutput<'markups.take'> | null> {
    return this.wish.make(() => afterSaving(this.#parts, 'markups.take', {}));
  }

  accept(suggestion: string, overwrite: boolean): Promise<RequestOutput<'markups.accept'> | null> {
    return this.#change('markups.accept', { suggestions: [suggestion], overwrite });
  }

  /** What an author asks for that is still open, rows to be deleted apart. */
  openOf(author: string | null): {
    readonly others: readonly Suggestion[];
    readonly deletions: readonly Suggestion[];
  } {
    const open = (this.suggestions ?? []).filter(
      (each) => each.state === 'open' && each.kind !== 'comment' && each.author === author,
    );
    const [deletions = [], others = []] = [true, false].map((gone) =>
      open.filter(({ kind }) => (kind === 'row-deleted') === gone),
    );
    return { others, deletions };
  }

  /** Takes over all of these that meet no conflict. */
  acceptAll(suggestions: readonly Suggestion[]): Promise<RequestOutput<'markups.accept'> | null> {
    return this.#change('markups.accept', { suggestions: suggestions.map(({ id }) => id) });
  }

  acceptAuthor(author: string | null): Promise<RequestOutput<'markups.acceptAuthor'> | null> {
    return this.#change('markups.acceptAuthor', { report: this.#report, author });
  }

  /** Settles a suggestion on a field with a text of one's own, paragraphs parted by `\n`. */
  settle(suggestion: string, text: string): Promise<RequestOutput<'markups.settle'> | null> {
    return this.#change('markups.settle', { suggestion, text });
  }

  reject(suggestion: string): Promise<RequestOutput<'markups.reject'> | null> {
    return this.#change('markups.reject', { suggestions: [suggestion] });
  }

  reopen(suggestion: string): Promise<RequestOutput<'markups.reopen'> | null> {
    return this.#change('markups.reopen', { suggestions: [suggestion] });
  }

  #change<N extends Change>(name: N, input: RequestInput<N>): Promise<RequestOutput<N> | null> {
    return this.wish.make(() => afterSaving(this.#parts, name, input));
  }
}
