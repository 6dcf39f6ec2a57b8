import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CommentThread } from '../../../shared/contract/comment-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { isRowField, type RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { Result } from '../../../shared/result.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** What a new thread will speak of. */
export interface CommentAnchor {
  readonly initiative: string | null;
  readonly field: RowField | null;
  readonly quote: string | null;
}

/** The comments on one report, as main has them. */
export class CommentsState {
  /** Null until they are read. */
  threads: readonly CommentThread[] | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** The thread that is about to be started; null when none is. */
  draft: CommentAnchor | null = $state.raw(null);

  readonly #bridge: Bridge;
  readonly #report: string;
  readonly #open = $derived.by(() => countOpen(this.threads ?? []));
  #turn = 0;
  #latest: Promise<void> = Promise.resolve();

  /** `draft`: of a comment that an earlier page has left unsent. */
  constructor(bridge: Bridge, report: string, draft: CommentAnchor | null) {
    this.#bridge = bridge;
    this.#report = report;
    this.draft = draft;
  }

  /** Reads them now and whenever they change. */
  listen(): () => void {
    void this.read();
    const stops = [
      this.#bridge.on('comments.changed', ({ report }) => {
        if (report === this.#report) void this.read();
      }),
      this.#bridge.on('library.changed', () => void this.read()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Resolves once what is on show is as new as this wish. */
  read(): Promise<void> {
    this.#turn += 1;
    this.#latest = this.#readOnce(this.#turn);
    return this.#latest;
  }

  async #readOnce(turn: number): Promise<void> {
    const answer = await this.#bridge.call('comments.list', { report: this.#report });
    // A later reading is under way, and knows more.
    if (turn !== this.#turn) return this.#latest;
    this.failure = answer.ok ? null : answer.failure;
    if (answer.ok) this.threads = answer.value;
  }

  /** How many threads of a row, of any of its fields, are not resolved. */
  openIn(row: string): number {
    return this.#open.get(row) ?? 0;
  }

  openInField(row: string, field: RowField): number {
    return this.#open.get(`${row}/${field}`) ?? 0;
  }

  /** How many threads on this report and its rows are not resolved; those of removed rows are not on show. */
  openAmong(rows: ReadonlySet<string>): number {
    return (this.threads ?? []).filter(
      ({ resolved, initiative }) => !resolved && (initiative === null || rows.has(initiative)),
    ).length;
  }

  /** Starts the thread of the draft; true when it is stored. */
  async start(text: string): Promise<boolean> {
    const { draft } = this;
    if (draft === null) return false;
    const done = await this.#change(
      this.#bridge.call('comments.start', { report: this.#report, ...draft, text }),
    );
    if (done) this.draft = null;
    return done;
  }

  reply(thread: string, text: string): Promise<boolean> {
    return this.#change(this.#bridge.call('comments.reply', { thread, text }));
  }

  resolve(thread: string, resolved: boolean): Promise<boolean> {
    return this.#change(this.#bridge.call('comments.resolve', { thread, resolved }));
  }

  /** Writes a comment anew; true when it is stored. */
  change(comment: string, text: string): Promise<boolean> {
    return this.#change(this.#bridge.call('comments.change', { comment, text }));
  }

  remove(comment: string): Promise<boolean> {
    return this.#change(this.#bridge.call('comments.remove', { comment }));
  }

  async #change(request: Promise<Result<unknown>>): Promise<boolean> {
    const answer = await request;
    if (answer.ok) await this.read();
    else this.failure = answer.failure;
    return answer.ok;
  }
}

/** What the comment that was typed and not sent is to be about; null where there is none. */
export function draftOf({ unsent, content }: ReportEditor): CommentAnchor | null {
  if (!unsent.has('comment')) return null;
  const about = unsent.aboutOf('comment');
  const { initiative = null, field = null, quote = null } = about ?? {};
  // The row may have gone since.
  if (initiative === null || content.row(initiative) === undefined) return wholeReport;
  return field === null || !isRowField(field)
    ? { ...wholeReport, initiative }
    : { initiative, field, quote };
}

const wholeReport: CommentAnchor = { initiative: null, field: null, quote: null };

/** Open threads by row, and by row and field. */
function countOpen(threads: readonly CommentThread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { initiative, field, resolved } of threads) {
    if (resolved || initiative === null) continue;
    count(initiative);
    if (field !== null) count(`${initiative}/${field}`);
  }
  return counts;
}
