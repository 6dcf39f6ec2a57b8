import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Closing } from '../../renderer/state/page/closing.ts';
import { draftDelays } from '../../renderer/state/editing/main-drafts.ts';
import { draftOf } from '../../renderer/state/workplace/comments.svelte.ts';
import { unsentWords } from '../../renderer/words/unsent-words.ts';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
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

const pass = (milliseconds = draftDelays.afterKey + draftDelays.forDrawing) =>
  vi.advanceTimersByTimeAsync(milliseconds);
const kept = () => [...peer.drafts.values()].flatMap(({ draft }) => draft.unsent);
/** The page, its browser and all that the browser had stored are gone. */
const loseBrowser = (): void => {
  vi.clearAllTimers();
  localStorage.clear();
};
const onTitle = { initiative: first, field: 'title', quote: '桜並木' } as const;

describe('a text that is not sent', () => {
  test('is kept on main’s side a moment after the key, and given back in the box that it was typed in', async () => {
    const editor = await openEditor(peer);
    editor.unsent.keep('comment', '「並木」では', onTitle);
    editor.unsent.keep('sign-note', '議会の前に', null);
    await pass();
    expect(kept().map(({ text }) => text)).toEqual(['「並木」では', '議会の前に']);
    loseBrowser();

    const again = await openEditor(peer, 'page2');
    expect(again.unsent.left.map(({ what }) => what)).toEqual(['comment', 'sign-note']);
    expect(draftOf(again)).toEqual(onTitle);
    expect(again.unsent.of('comment')).toBe('「並木」では');
    expect(again.unsent.of('sign-note', '何もないとき')).toBe('議会の前に');
    // A box that is open shows it: it needs no notice any more, and is kept until it is sent.
    again.unsent.opened('comment');
    expect(again.unsent.left.map(({ what }) => what)).toEqual(['sign-note']);
    await pass();
    loseBrowser();
    const third = await openEditor(peer, 'page3');
    expect(third.unsent.of('comment')).toBe('「並木」では');
    third.unsent.forget('comment', 'sign-note');
    expect(third.unsent.left).toEqual([]);
    await pass();
    expect(peer.drafts.size).toBe(0);
  });

  test('is left by a page that crashed before main heard of it, in the browser', async () => {
    (await openEditor(peer)).unsent.keep('reply t1', '承知しま');
    vi.clearAllTimers();
    expect(kept()).toEqual([]);
    expect((await openEditor(peer, 'page2')).unsent.of('reply t1')).toBe('承知しま');
  });

  test('does not keep what is typed in a row from being stored, nor goes with it', async () => {
    const editor = await openEditor(peer);
    editor.unsent.keep('comment', '一言', onTitle);
    writerOf(editor).write('title', 'さくら');
    await pass(1_000);
    expect(peer.report.initiatives[0]?.title).toBe('さくら');
    expect(peer.drafts.get('page1')?.draft).toMatchObject({ steps: [], unsent: [{ text: '一言' }] });
  });

  test('is none when the box was emptied', async () => {
    const editor = await openEditor(peer);
    editor.unsent.keep('comment', '一言', onTitle);
    await pass();
    editor.unsent.keep('comment', ' ', onTitle);
    await pass();
    expect(peer.drafts.size).toBe(0);
  });

  test('is left when the report is, and given back when it is opened again', async () => {
    const editor = await openEditor(peer);
    editor.unsent.keep('comment', '一言', onTitle);
    await editor.close();
    expect((await openEditor(peer, 'page2')).unsent.of('comment')).toBe('一言');
  });

  test('of two pages for one box: one stands in it, and the other beside the report', async () => {
    const [one, other] = [await openEditor(peer), await openEditor(peer, 'page2')];
    one.unsent.keep('comment', '片方の文', onTitle);
    other.unsent.keep('comment', 'もう片方の文', onTitle);
    await pass();
    loseBrowser();
    const again = await openEditor(peer, 'page3');
    const texts = [again.unsent.of('comment'), ...again.aside.map(({ text }) => text)];
    expect(texts.toSorted()).toEqual(['もう片方の文', '片方の文']);
    expect(again.aside).toMatchObject([{ initiative: first, field: 'title' }]);
  });

  test('about a row that has gone is about the report', async () => {
    const editor = await openEditor(peer);
    editor.unsent.keep('comment', '一言', { ...onTitle, initiative: 'gone' });
    expect(draftOf(editor)).toEqual({ initiative: null, field: null, quote: null });
    editor.unsent.keep('comment', '一言', { ...onTitle, field: 'no such field' });
    expect(draftOf(editor)).toEqual({ initiative: first, field: null, quote: null });
  });
});

test.each(['comment', 'comment c1', 'reply t1', 'own s1', 'signed-by', 'signed-at', 'sign-note'])(
  'where 「%s」 was typed has a name',
  (what) => {
    expect(unsentWords.place(what)).not.toBe(unsentWords.place('something else'));
  },
);

describe('a page that closes over a text that is not sent', () => {
  const closeOver = async (keeps: boolean): Promise<unknown> => {
    const editor = await openEditor(peer);
    editor.unsent.keep('comment', '一言', onTitle);
    const drafts = { settle: () => Promise.resolve(keeps) };
    const closing = new Closing(bridgeOverWire(peer), drafts, document);
    closing.add(editor);
    const stop = closing.listen();
    peer.tell('application.closing', { question: 'q1' });
    await pass(0);
    stop();
    return peer.calls.find(({ name }) => name === 'application.readyToClose')?.input;
  };

  test('asks nobody when it is kept', async () => {
    expect(await closeOver(true)).toEqual({ question: 'q1', left: 'nothing' });
  });

  test('says so when it can’t be kept', async () => {
    expect(await closeOver(false)).toEqual({ question: 'q1', left: 'unkept' });
  });
});
