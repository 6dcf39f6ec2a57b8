import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { httpWire } from '../../renderer/bridge/http-wire.ts';

/** Bytes that a browser lets be under way in requests that outlive the page (Fetch). */
const quota = 65_536;

/** A server that answers when it is told to, behind the browser's own rule for such requests. */
class Server {
  underWay = 0;
  /** Bytes of each request that came, and whether it was one that outlives the page. */
  readonly came: { bytes: number; keepalive: boolean }[] = [];
  answer: () => Response = () => Response.json({ ok: true, value: {} });
  #let: (() => void)[] = [];
  holding = false;

  readonly fetch = async (_address: unknown, request: RequestInit = {}): Promise<Response> => {
    const bytes = (await new Response(request.body).arrayBuffer()).byteLength;
    const keepalive = request.keepalive === true;
    if (keepalive && this.underWay + bytes > quota) throw new TypeError('Failed to fetch');
    if (keepalive) this.underWay += bytes;
    this.came.push({ bytes, keepalive });
    if (this.holding) await new Promise<void>((go) => this.#let.push(go));
    if (keepalive) this.underWay -= bytes;
    return this.answer();
  };

  release(): void {
    this.holding = false;
    for (const go of this.#let.splice(0)) go();
  }
}

let server: Server;
const wire = httpWire();
const call = (text: string): Promise<unknown> => wire.call('reports.edit', { text });

beforeEach(() => {
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => vi.unstubAllGlobals());

test.each([10, 20_000, 21_900, 22_000, 30_000, 60_000, 1_000_000])(
  'a request of %i characters of Japanese comes through',
  async (length) => {
    expect(await call('宣'.repeat(length))).toEqual({ ok: true, value: {} });
    expect(server.came).toHaveLength(1);
    expect(server.came[0]?.bytes).toBeGreaterThan(length * 3);
    // What fits is still finished when the page goes.
    expect(server.came[0]?.keepalive).toBe(length <= 19_980);
  },
);

test('requests that are under way together share the browser’s room', async () => {
  server.holding = true;
  const calls = Array.from({ length: 5 }, () => call('宣'.repeat(8_000)));
  await expect.poll(() => server.came.length).toBe(5);
  expect(server.came.filter(({ keepalive }) => keepalive)).toHaveLength(2);
  server.release();
  expect(await Promise.all(calls)).toEqual(Array(5).fill({ ok: true, value: {} }));
  await call('宣'.repeat(8_000));
  expect(server.came.at(-1)?.keepalive).toBe(true);
});

test('a request that only reads takes no room from those that must outlive the page', async () => {
  await wire.call('reports.read', { report: 'report1test' });
  await wire.call('reports.undo', { report: 'report1test' });
  expect(server.came.map(({ keepalive }) => keepalive)).toEqual([false, true]);
});

test.each([
  ['to a browser that was not let in', new Response(null, { status: 403 }), { code: 'browser-unknown' }],
  ['that failed', new Response(null, { status: 500 }), { code: 'answer-unreadable', answer: 'HTTP 500' }],
  [
    'of another program',
    new Response('<html>プロキシ'),
    { code: 'answer-unreadable', answer: '<html>プロキシ' },
  ],
])('an answer %s is told as what it is', async (_what, response, failure) => {
  server.answer = () => response;
  expect(await call('短い')).toEqual({ ok: false, failure });
});

test('what no request can carry is not sent, and is told', async () => {
  expect(await call('宣'.repeat(23_000_000))).toMatchObject({
    ok: false,
    failure: { code: 'request-too-large', limit: 67_108_864 },
  });
  expect(server.came).toEqual([]);
});
