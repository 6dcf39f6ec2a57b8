import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { draftDelays, MainDrafts } from '../../renderer/state/editing/main-drafts.ts';
import { SyncedDrafts } from '../../renderer/state/editing/synced-drafts.ts';
import { failed } from '../../shared/result.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { first, report } from './sample-report.ts';

let peer: ReportPeer;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  peer = new ReportPeer(report());
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const kept = () => peer.calls.filter(({ name }) => name === 'drafts.keep');
const textsKept = () =>
  [...peer.drafts.values()].flatMap(({ draft }) =>
    draft.steps.flatMap(({ edits }) => edits.map((edit) => ('after' in edit ? edit.after : null))),
  );
/** The page, its browser and all that the browser had stored are gone. */
const loseBrowser = (): void => {
  vi.clearAllTimers();
  localStorage.clear();
};
/** Main keeps what it has, and stores nothing more. */
const failStoring = (): void => {
  peer.refusal = { code: 'disk-full', path: '報告.sengen' };
};

describe('a draft on main’s side', () => {
  test('is there within 300 ms of the key, and goes when the text is stored', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    await pass(draftDelays.afterKey + draftDelays.forDrawing);
    expect(textsKept()).toEqual(['さくら']);
    await pass(1_000);
    expect(peer.report.initiatives[0]?.title).toBe('さくら');
    expect(peer.drafts.size).toBe(0);
  });

  test('follows typing that does not pause, far less often than keys come', async () => {
    const editor = await openEditor(peer);
    for (let at = 1; at <= 40; at += 1) {
      writerOf(editor).write('title', 'あ'.repeat(at));
      await pass(50);
      const newest = JSON.stringify(textsKept()[0] ?? '').length - 2;
      // A key every 50 ms: what is missing was typed in the last 300 ms.
      expect(at - newest).toBeLessThanOrEqual(6);
    }
    expect(kept().length).toBeLessThan(20);
  });

  test('gives back what was typed when the browser and all it had stored are gone', async () => {
    failStoring();
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    await pass(300);
    loseBrowser();
    peer.refusal = null;
    const again = await openEditor(peer, 'page2');
    expect(again.content.rows[0]?.initiative.title).toBe('さくら');
    expect(again.aside).toEqual([]);
    await pass(500);
    expect(peer.drafts.size).toBe(0);
  });

  test('that the page’s start asked for is taken once, and asked for again when that failed', async () => {
    failStoring();
    writerOf(await openEditor(peer)).write('title', 'さくら');
    await pass(300);
    const bridge = bridgeOverWire(peer);
    const { id } = peer.report;
    const asked = () => peer.calls.filter(({ name }) => name === 'drafts.read').length;
    const early = bridge.call('drafts.read', { report: id });
    const before = asked();
    const main = new MainDrafts(bridge, new SyncedDrafts(undefined), { report: id, answer: early });
    expect(await main.read(id)).toHaveLength(1);
    expect(asked()).toBe(before);
    expect(await main.read(id)).toHaveLength(1);
    expect(asked()).toBe(before + 1);

    const lost = Promise.resolve(failed({ code: 'unreachable' as const }));
    for (const first of [
      { report: id, answer: lost },
      { report: 'other', answer: early },
    ]) {
      const again = new MainDrafts(bridge, new SyncedDrafts(undefined), first);
      expect(await again.read(id)).toHaveLength(1);
    }
  });

  test('is missed without it: the same loss of the browser loses the text', async () => {
    // The control: a main that keeps no drafts must make the test above fail.
    failStoring();
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    await pass(300);
    loseBrowser();
    peer.drafts.clear();
    peer.refusal = null;
    const again = await openEditor(peer, 'page2');
    expect(again.content.rows[0]?.initiative.title).not.toBe('さくら');
  });

  test('stands beside what others have written in that place meanwhile', async () => {
    failStoring();
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    await pass(300);
    loseBrowser();
    peer.refusal = null;
    peer.changeElsewhere(
      [
        {
          kind: 'set-field',
          owner: 'row',
          initiative: first,
          field: 'title',
          before: '川沿いの桜並木の手入れ',
          after: '並木の手入れ',
        },
      ],
      false,
    );
    const again = await openEditor(peer, 'page2');
    expect(again.content.rows[0]?.initiative.title).toBe('並木の手入れ');
    expect(again.aside).toMatchObject([{ text: 'さくら' }]);
    // Until it was seen it stays, however often the page dies.
    await pass(500);
    loseBrowser();
    const third = await openEditor(peer, 'page3');
    expect(third.aside).toMatchObject([{ text: 'さくら' }]);
    third.dismissAside(third.aside[0]?.id ?? '');
    await pass(500);
    expect(peer.drafts.size).toBe(0);
  });

  test('and the browser’s own are one: the later of the two counts, once', async () => {
    failStoring();
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さく');
    await pass(300);
    writerOf(editor).write('title', 'さくら並木');
    // The page dies before main hears of the last keys.
    vi.clearAllTimers();
    peer.refusal = null;
    expect(textsKept()).toEqual(['さく']);
    const again = await openEditor(peer, 'page2');
    expect(again.content.rows[0]?.initiative.title).toBe('さくら並木');
    expect(again.aside).toEqual([]);
    expect(peer.sequence).toBe(1);
  });

  test('that main could not write down is sent again', async () => {
    const editor = await openEditor(peer);
    peer.isDown = true;
    writerOf(editor).write('title', 'さくら');
    await pass(300);
    failStoring();
    peer.isDown = false;
    await pass(draftDelays.untilRetry + 200);
    expect(textsKept()).toEqual(['さくら']);
  });
});

describe('what an input method has not handed over yet', () => {
  test('is part of the draft, and nothing of the report', async () => {
    const editor = await openEditor(peer);
    editor.hold();
    editor.compose(() => writerOf(editor).write('title', '川沿いのさくら'));
    await pass(5_000);
    expect(textsKept()).toEqual(['川沿いのさくら']);
    expect(editor.content.rows[0]?.initiative.title).toBe('川沿いの桜並木の手入れ');
    expect(peer.steps).toEqual([]);
    loseBrowser();
    const again = await openEditor(peer, 'page2');
    expect(again.content.rows[0]?.initiative.title).toBe('川沿いのさくら');
  });

  test('goes from the draft with the composition, whether it came to something or not', async () => {
    const editor = await openEditor(peer);
    editor.hold();
    editor.compose(() => writerOf(editor).write('title', 'さくら'));
    await pass(300);
    editor.release();
    await pass(300);
    expect(peer.drafts.size).toBe(0);
    editor.hold();
    editor.compose(() => writerOf(editor).write('title', 'さくら'));
    writerOf(editor).write('title', '桜');
    editor.release();
    await pass(300);
    expect(textsKept()).toEqual(['桜']);
  });
});

test('a page whose step another has stored from an earlier draft keeps what it wrote since', async () => {
  const editor = await openEditor(peer);
  failStoring();
  writerOf(editor).write('title', 'さく');
  await pass(300);
  peer.refusal = null;
  peer.tellsFirst = false;
  // Another browser finds the draft while this page lives.
  await openEditor(peer, 'page2');
  writerOf(editor).write('title', 'さくら並木');
  await pass(5_000);
  expect(peer.report.initiatives[0]?.title).toBe('さく');
  expect(editor.aside).toMatchObject([{ text: 'さくら並木' }]);
});
