import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Examined } from '../../../shared/contract/drop-requests.ts';
import { mostFiles } from '../../../shared/contract/import-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { DroppedItems } from './dropped-items.ts';

/** Where a drop stands. */
export type DropState =
  | { readonly kind: 'none' }
  /** Several reports: together, or one after the other? */
  | { readonly kind: 'several'; readonly files: readonly File[] }
  | { readonly kind: 'examining'; readonly fileName: string }
  | { readonly kind: 'examined'; readonly token: string; readonly examined: Examined }
  | { readonly kind: 'failed'; readonly fileName: string; readonly failure: Failure }
  /** Only folders were dropped. */
  | { readonly kind: 'folder' };

/**
 * Files that a person drops on the page: main says what each is, the person what is to be done with it.
 *
 * Several are taken one after the other, or, where all may be reports, together.
 */
export class FileDrops {
  /** Files are being dragged over the page. */
  over = $state(false);
  state: DropState = $state.raw({ kind: 'none' });
  /** Those that still wait for their turn. */
  waiting: readonly File[] = $state.raw([]);
  /** Stores what is typed in the open report; null when none is open. */
  beforehand: (() => Promise<boolean>) | null = null;
  readonly #bridge: Bridge;
  #turn = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  get shown(): boolean {
    return this.state.kind !== 'none';
  }

  async take({ files, folders }: DroppedItems): Promise<void> {
    if (files.length > 1 && files.every(({ name }) => /\.(?:docx|json)$/iu.test(name))) {
      this.#turn += 1;
      this.waiting = [];
      this.state = { kind: 'several', files };
      return;
    }
    this.waiting = files;
    if (files.length > 0) await this.next();
    else if (folders > 0) this.state = { kind: 'folder' };
  }

  /** Examines the files one after the other. */
  async oneByOne(files: readonly File[]): Promise<void> {
    this.waiting = files;
    await this.next();
  }

  /** Hands all files over; their tokens, or why one of them could not be. */
  async handOver(files: readonly File[]): Promise<Result<readonly string[]>> {
    if (files.length > mostFiles) {
      return failed({ code: 'too-many-files', files: files.length, limit: mostFiles });
    }
    const tokens: string[] = [];
    for (const file of files) {
      const handed = await this.#bridge.handOver(file);
      if (!handed.ok) return handed;
      tokens.push(handed.value.token);
    }
    return success(tokens);
  }

  /** Examines the next file, or ends. */
  async next(): Promise<void> {
    const [file, ...others] = this.waiting;
    this.waiting = others;
    const turn = (this.#turn += 1);
    if (file === undefined) {
      this.state = { kind: 'none' };
      return;
    }
    this.state = { kind: 'examining', fileName: file.name };
    const state = await this.#examine(file);
    // It may have been closed, or another file dropped, meanwhile.
    if (turn === this.#turn) this.state = state;
  }

  /** The file is dealt with; the next one has to wait until the person has seen what came of it. */
  done(): void {
    this.#turn += 1;
    this.state = { kind: 'none' };
  }

  /** Says that the chosen way failed; the person may choose another. */
  fail(fileName: string, failure: Failure): void {
    this.state = { kind: 'failed', fileName, failure };
  }

  /** Gives up this file and those that wait. */
  close(): void {
    this.#turn += 1;
    this.waiting = [];
    this.state = { kind: 'none' };
  }

  async #examine(file: File): Promise<DropState> {
    // What is typed belongs to what the file is held against.
    await this.beforehand?.();
    const handed = await this.#bridge.handOver(file);
    if (!handed.ok) return { kind: 'failed', fileName: file.name, failure: handed.failure };
    const { token } = handed.value;
    const answer = await this.#bridge.call('drops.examine', { dropped: token });
    return answer.ok
      ? { kind: 'examined', token, examined: answer.value }
      : { kind: 'failed', fileName: file.name, failure: answer.failure };
  }
}
