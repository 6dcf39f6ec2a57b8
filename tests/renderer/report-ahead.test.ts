import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { ReportAhead } from '../../renderer/state/library/report-ahead.ts';
import { ReportPeer } from './report-peer.ts';
import { report } from './sample-report.ts';

let peer: ReportPeer;
let clock: number;
let ahead: ReportAhead;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
  peer = new ReportPeer(report());
  ahead = new ReportAhead(bridgeOverWire(peer), () => clock);
  stop = ahead.listen();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const reads = (): number => peer.calls.filter(({ name }) => name === 'reports.read').length;

test('a report on whose name the pointer rests is asked for once, and given once', async () => {
  ahead.near(peer.report.id);
  expect(reads()).toBe(0);
  await vi.advanceTimersByTimeAsync(60);
  ahead.near(peer.report.id);
  await vi.advanceTimersByTimeAsync(60);
  expect(reads()).toBe(1);
  const answer = await ahead.take(peer.report.id);
  expect(answer?.ok).toBe(true);
  expect(ahead.take(peer.report.id)).toBeNull();
});

test('whoever has time to spare waits for the answer to what was asked for first', async () => {
  expect(await ahead.answered()).toBeUndefined();
  ahead.ask(peer.report.id);
  const waiting = ahead.answered();
  expect(await ahead.take(peer.report.id)).toBe(await waiting);
});

test('a pointer that passes over a name asks for nothing', async () => {
  ahead.near(peer.report.id);
  await vi.advanceTimersByTimeAsync(20);
  ahead.away();
  await vi.advanceTimersByTimeAsync(200);
  expect(reads()).toBe(0);
  expect(ahead.take(peer.report.id)).toBeNull();
});

test('another report, an old answer and a changed report are asked for anew', async () => {
  ahead.near(peer.report.id);
  await vi.advanceTimersByTimeAsync(60);
  expect(ahead.take('another')).toBeNull();

  ahead.near(peer.report.id);
  await vi.advanceTimersByTimeAsync(60);
  clock += 5_001;
  expect(ahead.take(peer.report.id)).toBeNull();

  ahead.near(peer.report.id);
  await vi.advanceTimersByTimeAsync(60);
  peer.tell('reports.changed', { report: peer.report.id, sequence: 1, step: 'step', edits: [] });
  expect(ahead.take(peer.report.id)).toBeNull();
});
