import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { Search } from '../../renderer/state/library/search.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers each query when it is let go, in any order. */
class SlowWire {
  readonly asked: string[] = [];
  readonly #waiting = new Map<string, (answer: unknown) => void>();

  call(_name: string, input: unknown): Promise<unknown> {
    const { query, after } = input as { query: string; after?: string };
    this.asked.push(query + (after ?? ''));
    return new Promise((answer) => this.#waiting.set(query + (after ?? ''), answer));
  }

  handOver(): Promise<unknown> {
    return Promise.reject(new Error('no file is handed over here'));
  }

  on(): () => void {
    return () => undefined;
  }

  async answer(query: string, titles: readonly string[], more: string | null = null): Promise<void> {
    const hits = titles.map((title) => ({ title }));
    this.#waiting.get(query)?.({ ok: true, value: { hits, more } });
    await vi.advanceTimersByTimeAsync(0);
  }
}

function start(): { wire: SlowWire; search: Search; titles: () => string[] } {
  const wire = new SlowWire();
  const search = new Search(bridgeOverWire(wire));
  return { wire, search, titles: () => search.hits.map(({ title }) => title) };
}

test('main is asked when typing rests, and only for what was typed last', async () => {
  const { wire, search } = start();
  search.type('花');
  await vi.advanceTimersByTimeAsync(100);
  search.type('花壇');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(wire.asked).toEqual(['花壇']);
});

test('the latest query wins over an answer that comes late', async () => {
  const { wire, search, titles } = start();
  void search.find('花');
  void search.find('花壇');
  await wire.answer('花壇', ['花壇の手入れ']);
  await wire.answer('花', ['花火大会']);
  expect(titles()).toEqual(['花壇の手入れ']);
  expect(search.state).toBe('done');
});

test('an emptied query shows nothing, whatever is still on its way', async () => {
  const { wire, search, titles } = start();
  void search.find('花');
  void search.find('　');
  await wire.answer('花', ['花火大会']);
  expect(titles()).toEqual([]);
  expect(search.state).toBe('idle');
});

test('further hits of a query that is no longer asked are not shown', async () => {
  const { wire, search, titles } = start();
  void search.find('花');
  await wire.answer('花', ['花火大会'], '50');
  const more = search.findMore();
  void search.find('公園');
  await wire.answer('公園', ['公園の清掃']);
  await wire.answer('花50', ['花壇の手入れ']);
  expect(await more).toBe(0);
  expect(titles()).toEqual(['公園の清掃']);
});

test('further hits come after those on show', async () => {
  const { wire, search, titles } = start();
  void search.find('花');
  await wire.answer('花', ['花火大会'], '50');
  const more = search.findMore();
  await wire.answer('花50', ['花壇の手入れ']);
  expect(await more).toBe(1);
  expect(titles()).toEqual(['花火大会', '花壇の手入れ']);
  expect(search.more).toBeNull();
});
