import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Navigation } from '../../renderer/state/page/navigation.svelte.ts';
import { Notices } from '../../renderer/state/page/notices.svelte.ts';
import { Workplace } from '../../renderer/state/workplace/workplace.svelte.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { report, second } from './sample-report.ts';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an answer to undo that comes late leaves the offer standing that was made meanwhile', async () => {
  const peer = new ReportPeer(report());
  const editor = await openEditor(peer);
  const notices = new Notices();
  const navigation = new Navigation(window);
  const workplace = new Workplace(editor, navigation, notices, () => ({ kind: 'start' }));
  writerOf(editor).write('title', '桜並木');
  await editor.flush();

  peer.waits = true;
  const undoing = workplace.undo();
  await vi.advanceTimersByTimeAsync(0);
  workplace.remove(new Set([second]));
  peer.waits = false;
  peer.letGo();
  await undoing;
  expect(peer.report.initiatives[0]?.title).not.toBe('桜並木');
  expect(notices.current?.action?.label).toBe('削除を取り消す');

  notices.close();
  await editor.flush();
  await workplace.undo();
  expect(notices.current?.text).toContain('元に戻しました');
});
