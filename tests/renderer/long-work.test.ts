import { expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { LongWork } from '../../renderer/state/page/long-work.svelte.ts';

class Wire {
  readonly calls: unknown[] = [];
  cancelled = true;
  #listener: ((name: string, payload: unknown) => void) | null = null;

  call(name: string, input: unknown): Promise<unknown> {
    this.calls.push([name, input]);
    return Promise.resolve({ ok: true, value: { cancelled: this.cancelled } });
  }

  handOver(): Promise<unknown> {
    return Promise.reject(new Error('no file is handed over here'));
  }

  on(listener: (name: string, payload: unknown) => void): () => void {
    const before = this.#listener;
    this.#listener = (name, payload) => {
      before?.(name, payload);
      listener(name, payload);
    };
    return () => undefined;
  }

  progress(done: number): void {
    this.#listener?.('work.progress', { request: 'imports.storeMany', done, total: 9, label: '' });
  }
}

function start(): { wire: Wire; work: LongWork; end: (value?: unknown) => void; done: Promise<unknown> } {
  const wire = new Wire();
  const work = new LongWork(bridgeOverWire(wire));
  work.listen();
  let end: (value?: unknown) => void = () => undefined;
  const done = work.during('imports.storeMany', () => new Promise((ended) => (end = ended)));
  return { wire, work, end, done };
}

test('progress shows from main’s first word to the request’s end', async () => {
  const { wire, work, end, done } = start();
  expect(work.current).toBeNull();
  wire.progress(3);
  expect(work.current).toMatchObject({ request: 'imports.storeMany', done: 3, total: 9 });
  end();
  await done;
  expect(work.current).toBeNull();
});

test('another window’s work is not shown here', () => {
  const wire = new Wire();
  const work = new LongWork(bridgeOverWire(wire));
  work.listen();
  wire.progress(3);
  expect(work.current).toBeNull();
});

test('stopping is asked for once, and taken back when it is too late', async () => {
  const { wire, work } = start();
  wire.cancelled = false;
  wire.progress(8);
  const asked = Promise.all([work.cancel(), work.cancel()]);
  expect(work.current?.stopping).toBe(true);
  await asked;
  expect(wire.calls).toEqual([['work.cancel', { request: 'imports.storeMany' }]]);
  expect(work.current?.stopping).toBe(false);
});
