import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { httpWire } from '../../renderer/bridge/http-wire.ts';
import { Reach } from '../../renderer/state/page/reach.svelte.ts';

/** The browser's own end of the events, told by the test what comes of the connection. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Source[] = [];
  readyState = 0;
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
    Source.opened.push(this);
  }

  close(): void {
    this.readyState = Source.CLOSED;
  }

  come(what: 'open' | 'silence' | 'refusal'): void {
    if (what === 'refusal') this.readyState = Source.CLOSED;
    this.dispatchEvent(new Event(what === 'open' ? 'open' : 'error'));
  }
}

const last = (): Source => Source.opened.at(-1) ?? expect.unreachable();
let reach: Reach;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  Source.opened = [];
  reach = new Reach();
  stop = reach.listen(bridgeOverWire(httpWire()));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a connection that comes back at once is nobody’s matter; one that stays away is told until it is back', () => {
  last().come('open');
  last().come('silence');
  vi.advanceTimersByTime(900);
  last().come('open');
  vi.advanceTimersByTime(5_000);
  expect(reach.lost).toBeNull();
  last().come('silence');
  vi.advanceTimersByTime(1_100);
  expect(reach.lost).toBe('silent');
  expect(reach.tells({ code: 'unreachable' })).toBe(true);
  expect(reach.tells({ code: 'library-not-open' })).toBe(false);
  last().come('open');
  expect([reach.lost, reach.tells({ code: 'unreachable' })]).toEqual([null, false]);
});

test('a browser that is not let in is told at once, and tries again by itself', () => {
  last().come('refusal');
  expect(reach.lost).toBe('refused');
  expect(reach.tells({ code: 'browser-unknown' })).toBe(true);
  vi.advanceTimersByTime(3_000);
  expect(Source.opened).toHaveLength(2);
  last().come('open');
  expect(reach.lost).toBeNull();
});

test('a program that comes back and does not know the browser any more says so', () => {
  last().come('open');
  last().come('silence');
  vi.advanceTimersByTime(1_100);
  last().come('refusal');
  expect(reach.lost).toBe('refused');
});

test('the address of the events holds no secret', () => {
  expect(last().address).toBe('/events');
});
