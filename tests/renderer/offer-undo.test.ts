import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Notices } from '../../renderer/state/page/notices.svelte.ts';
import { offerUndo } from '../../renderer/state/editing/offer-undo.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { report } from './sample-report.ts';

let peer: ReportPeer;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  peer = new ReportPeer(report());
});
afterEach(() => {
  vi.useRealTimers();
});

test('nothing is offered any more on a report that was left', async () => {
  const editor = await openEditor(peer);
  const notices = new Notices();
  offerUndo(notices, editor, '置き換えました。', () => void editor.undo());
  await editor.close();
  expect(notices.current).toBeNull();
});

test('what was done is offered to be taken back until something else is changed', async () => {
  const editor = await openEditor(peer);
  const notices = new Notices();
  writerOf(editor).write('title', '桜並木');
  offerUndo(notices, editor, '置き換えました。', () => void editor.undo());
  await pass(10_000);
  expect(notices.current?.text).toBe('置き換えました。');

  writerOf(editor).write('section', '公園課');
  expect(notices.current).toBeNull();
});

test('taking back is a change too', async () => {
  const editor = await openEditor(peer);
  const notices = new Notices();
  writerOf(editor).write('title', '桜並木');
  offerUndo(notices, editor, '置き換えました。', () => void editor.undo());
  await pass(1_000);
  await editor.undo();
  expect(notices.current).toBeNull();
});
