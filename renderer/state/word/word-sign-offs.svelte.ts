import type { SignOff, StartedRevision } from '../../../shared/contract/sign-off-requests.ts';
import { Wish } from './wish.svelte.ts';
import { afterSaving, type WordParts } from './word-request.ts';

/** The signed 版 of the open report: recording one, beginning the next, and the files that were kept. */
export class WordSignOffs {
  /** Latest 版 first; null until they are read. */
  signOffs: readonly SignOff[] | null = $state.raw(null);
  started: readonly StartedRevision[] = $state.raw([]);
  readonly wish = new Wish(() => this.read());
  readonly #parts: WordParts;

  constructor(parts: WordParts) {
    this.#parts = parts;
  }

  listen(): () => void {
    void this.read();
    return this.#parts.bridge.on('library.changed', () => void this.read());
  }

  get #report(): string {
    return this.#parts.editor.content.id;
  }

  /** The 版 that is written on now. */
  get revision(): number {
    return Math.max(
      1,
      ...(this.signOffs ?? []).map(({ revision }) => revision),
      ...this.started.map(({ revision }) => revision),
    );
  }

  /** The present 版 was signed: it can't be changed any more. */
  get signed(): boolean {
    return (this.signOffs ?? []).some(({ revision }) => revision === this.revision);
  }

  async read(): Promise<void> {
    const answer = await this.#parts.bridge.call('signOffs.list', { report: this.#report });
    if (!answer.ok) return;
    this.signOffs = answer.value.signOffs;
    this.started = answer.value.started;
  }

  /** Asks for the signed file and records it; null when that failed. */
  async record(signedBy: string, signedAt: string, note: string): Promise<SignOff | null> {
    return this.wish.make(() =>
      afterSaving(this.#parts, 'signOffs.record', { report: this.#report, signedBy, signedAt, note }),
    );
  }

  /** Begins the next 版. What was typed meanwhile is stored in it. */
  async start(reason: string): Promise<number | null> {
    const { bridge, editor } = this.#parts;
    const answer = await this.wish.make(() =>
      bridge.call('signOffs.startRevision', { report: this.#report, reason }),
    );
    if (answer === null) return null;
    await editor.flush();
    return answer.revision;
  }

  /** Writes the kept file; its path, or null. */
  async export(revision: number): Promise<string | null> {
    const { bridge, questions } = this.#parts;
    const answer = await this.wish.make(() =>
      questions.during(() => bridge.call('signOffs.export', { report: this.#report, revision })),
    );
    return answer?.path ?? null;
  }
}
