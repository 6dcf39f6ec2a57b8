import * as v from 'valibot';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import { longestQuery, type SearchHit } from '../../../shared/contract/search-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { Remembered } from '../page/remembered.ts';

/** Milliseconds that typing must rest before main is asked. */
const rest = 150;
const atOnce = 50;

export type SearchState = 'idle' | 'searching' | 'done' | 'failed';

/** One search over all reports; the latest query wins over answers that come late. */
export class Search {
  query = $state('');
  state: SearchState = $state('idle');
  hits: readonly SearchHit[] = $state.raw([]);
  failure: Failure | null = $state.raw(null);
  /** There are hits beyond those on show. */
  more: string | null = $state.raw(null);

  readonly #bridge: Bridge;
  readonly #remembered: Remembered<boolean> | null;
  #variants = $state(false);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Without a storage the choice of variants is not remembered. */
  constructor(bridge: Bridge, storage: Storage | null = null) {
    this.#bridge = bridge;
    this.#remembered = storage && new Remembered(storage, 'sengen.search-variants', v.boolean());
    this.#variants = this.#remembered?.read() ?? false;
  }

  /** Asks once typing rests. Never called while an input method composes. */
  type(query: string): void {
    this.query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.find(query), rest);
  }

  /** Whether forms of a kanji, as 高 and 髙, are one; remembered for the next search. */
  get variants(): boolean {
    return this.#variants;
  }

  set variants(variants: boolean) {
    this.#variants = variants;
    this.#remembered?.write(variants);
    void this.find(this.query);
  }

  async find(query: string): Promise<void> {
    clearTimeout(this.#timer);
    this.query = query;
    const turn = (this.#turn += 1);
    if (query.trim() === '') {
      this.#show('idle', []);
      return;
    }
    this.state = 'searching';
    const answer = await this.#bridge.call('search.find', {
      query: asked(query),
      variants: this.#variants,
      limit: atOnce,
    });
    if (turn !== this.#turn) return;
    if (answer.ok) this.#show('done', answer.value.hits, answer.value.more);
    else this.#fail(answer.failure);
  }

  /** Adds the hits that follow; how many came. */
  async findMore(): Promise<number> {
    if (this.more === null) return 0;
    const turn = (this.#turn += 1);
    const { query, more } = this;
    const answer = await this.#bridge.call('search.find', {
      query: asked(query),
      variants: this.#variants,
      limit: atOnce,
      after: more,
    });
    if (turn !== this.#turn) return 0;
    if (answer.ok) this.#show('done', [...this.hits, ...answer.value.hits], answer.value.more);
    else this.#fail(answer.failure);
    return answer.ok ? answer.value.hits.length : 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  #show(state: SearchState, hits: readonly SearchHit[], more: string | null = null): void {
    this.state = state;
    this.hits = hits;
    this.more = more;
    this.failure = null;
  }

  #fail(failure: Failure): void {
    this.state = 'failed';
    this.failure = failure;
  }
}

/** As much of a query as can be asked: an address, or a composition, may hold more. */
function asked(query: string): string {
  return query.slice(0, longestQuery).toWellFormed();
}
