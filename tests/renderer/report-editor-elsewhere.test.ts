import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Edit } from '../../shared/model/edits.ts';
import { failed } from '../../shared/result.ts';
import { ReportWriter } from '../../renderer/state/editing/report-writer.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { first, initiative, report, second } from './sample-report.ts';

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

const titleElsewhere = (after: string): Edit => ({
  kind: 'set-field',
  owner: 'row',
  initiative: first,
  field: 'title',
  before: '川沿いの桜並木の手入れ',
  after,
});

describe('a change in another window', () => {
  test('is shown, with the name of what can be undone now', async () => {
    const editor = await openEditor(peer);
    peer.changeElsewhere([titleElsewhere('並木の手入れ')]);
    await pass(0);
    expect(editor.content.rows[0]?.initiative.title).toBe('並木の手入れ');
    expect(editor.history.undo).not.toBeNull();
  });

  test('elsewhere in the report leaves what is being typed alone', async () => {
    const editor = await openEditor(peer);
    writerOf(editor, second).write('title', '遊具の総点検');
    peer.changeElsewhere([titleElsewhere('並木の手入れ')]);
    await pass(600);
    expect(editor.content.rows.map(({ initiative: { title } }) => title)).toEqual([
      '並木の手入れ',
      '遊具の総点検',
    ]);
    expect(editor.content.report()).toEqual(peer.report);
    expect(editor.aside).toEqual([]);
  });

  test('of the same field shows what is stored and offers what was typed', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', '桜の手入れ');
    peer.changeElsewhere([titleElsewhere('並木の手入れ')]);
    await pass(600);
    expect(editor.content.rows[0]?.initiative.title).toBe('並木の手入れ');
    expect(editor.aside).toMatchObject([{ initiative: first, field: 'title', text: '桜の手入れ' }]);
    expect(editor.save.kind).toBe('saved');
  });

  test('that no event told of is noticed when main refuses the edit', async () => {
    const editor = await openEditor(peer);
    peer.changeElsewhere([titleElsewhere('並木の手入れ')], false);
    writerOf(editor).write('title', '桜の手入れ');
    await pass(600);
    expect(editor.content.report()).toEqual(peer.report);
    expect(editor.aside).toMatchObject([{ text: '桜の手入れ' }]);
  });

  test('that no event told of is read when a later one comes', async () => {
    const editor = await openEditor(peer);
    peer.changeElsewhere([titleElsewhere('並木の手入れ')], false);
    peer.changeElsewhere([{ kind: 'add-initiative', at: 0, initiative: initiative('row3third') }]);
    await pass(0);
    expect(editor.content.report()).toEqual(peer.report);
  });

  test('that no event told of is read when main counts more steps than the page', async () => {
    const editor = await openEditor(peer);
    peer.changeElsewhere([titleElsewhere('並木の手入れ')], false);
    writerOf(editor, second).write('section', '河川課');
    await pass(500);
    expect(editor.content.rows[0]?.initiative.title).toBe('並木の手入れ');
    expect(editor.content.report()).toEqual(peer.report);
  });

  test('of the order ends in the same order on both sides', async () => {
    const editor = await openEditor(peer);
    peer.waits = true;
    peer.changeElsewhere([{ kind: 'add-initiative', at: 0, initiative: initiative('row3third') }]);
    new ReportWriter(editor).addRow(null);
    peer.waits = false;
    await pass(0);
    peer.letGo();
    await pass(4_000);
    expect(editor.content.report()).toEqual(peer.report);
    expect(editor.content.rows).toHaveLength(4);
  });
});

describe('while an input method composes', () => {
  test('nothing is saved, however long it takes', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    editor.hold();
    await pass(60_000);
    expect(peer.steps).toHaveLength(0);
    writerOf(editor).write('title', '桜並木');
    editor.release();
    await pass(500);
    expect(peer.report.initiatives[0]?.title).toBe('桜並木');
  });

  test('a change elsewhere is shown only afterwards, and what was composed is offered', async () => {
    const editor = await openEditor(peer);
    editor.hold();
    peer.changeElsewhere([titleElsewhere('並木の手入れ')]);
    await pass(1_000);
    expect(editor.content.rows[0]?.initiative.title).toBe('川沿いの桜並木の手入れ');
    writerOf(editor).write('title', '川沿いの桜並木の手入れと植栽');
    editor.release();
    await pass(1_000);
    expect(editor.content.report()).toEqual(peer.report);
    expect(editor.aside).toMatchObject([{ text: '川沿いの桜並木の手入れと植栽' }]);
  });
});

describe('what was typed and never stored', () => {
  test('is stored when the report is opened again', async () => {
    const lost = await openEditor(peer);
    peer.isDown = true;
    writerOf(lost).write('title', '桜の手入れ');
    await pass(500);
    vi.clearAllTimers();
    peer.isDown = false;
    const editor = await openEditor(peer, 'page2');
    expect(editor.content.rows[0]?.initiative.title).toBe('桜の手入れ');
    expect(peer.report.initiatives[0]?.title).toBe('桜の手入れ');
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test('is known to be stored when only the answer was lost', async () => {
    const lost = await openEditor(peer);
    peer.losesAnswers = true;
    writerOf(lost).write('title', '桜の手入れ');
    await pass(500);
    vi.clearAllTimers();
    peer.losesAnswers = false;
    const editor = await openEditor(peer, 'page2');
    expect(peer.sequence).toBe(1);
    expect(editor.aside).toEqual([]);
  });

  test('is offered when the same place has changed since, until the person has seen it', async () => {
    const lost = await openEditor(peer);
    peer.isDown = true;
    writerOf(lost).write('title', '桜の手入れ');
    await pass(500);
    vi.clearAllTimers();
    peer.isDown = false;
    peer.changeElsewhere([titleElsewhere('並木の手入れ')], false);
    await openEditor(peer, 'page2');
    const again = await openEditor(peer, 'page3');
    expect(again.content.rows[0]?.initiative.title).toBe('並木の手入れ');
    expect(again.aside).toMatchObject([{ text: '桜の手入れ' }]);
    again.dismissAside(again.aside[0]?.id ?? '');
    await pass(500);
    expect((await openEditor(peer, 'page4')).aside).toEqual([]);
  });
});

test('a report that could not be read ahead is asked for again when it is opened', async () => {
  const editor = await openEditor(peer, 'page1', Promise.resolve(failed({ code: 'unreachable' })));
  expect(editor.content.rows).toHaveLength(peer.report.initiatives.length);
});
