import { deedOf } from '../../shared/model/fields/called-now.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

/** Lets everything run that is due within the time. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('typing', () => {
  test('is on show at once and stored half a second after the last key', async () => {
    const editor = await openEditor(peer);
    const writer = writerOf(editor);
    writer.write('title', '桜');
    await pass(300);
    writer.write('title', '桜並木');
    expect(editor.content.rows[0]?.initiative.title).toBe('桜並木');
    expect(editor.save.kind).toBe('unsaved');
    await pass(499);
    expect(peer.steps).toHaveLength(0);
    await pass(1);
    expect(peer.report.initiatives[0]?.title).toBe('桜並木');
    expect(editor.save).toEqual({ kind: 'saved', at: '2026-11-23T06:30:00.000Z' });
  });

  test('in one field is one edit, from the first text to the last', async () => {
    const editor = await openEditor(peer);
    for (const text of ['さ', 'さく', 'さくら']) writerOf(editor).write('title', text);
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits)).toEqual([
      [
        {
          kind: 'set-field',
          owner: 'row',
          initiative: first,
          field: 'title',
          before: '川沿いの桜並木の手入れ',
          after: 'さくら',
        },
      ],
    ]);
  });

  test('in two fields is two steps, so that each is taken back by itself', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    writerOf(editor).write('section', '河川課');
    writerOf(editor, second).write('section', '河川課');
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.length)).toEqual([1, 1, 1]);
    expect(peer.report.initiatives.map(({ section }) => section)).toEqual(['河川課', '河川課']);
  });

  test('that is gathered is one step over fields and rows, and goes when it is sealed', async () => {
    const editor = await openEditor(peer);
    editor.gather();
    writerOf(editor).write('title', '川沿いの手入れ');
    // As leaving the field does, in the middle of a drag.
    editor.leave();
    await pass(10_000);
    expect(peer.steps).toHaveLength(0);
    writerOf(editor, second).write('section', '桜並木の河川課');
    editor.seal();
    writerOf(editor, second).write('section', '河川課');
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.length)).toEqual([2, 1]);
    await editor.undo();
    await editor.undo();
    expect(peer.report.initiatives.map(({ title, section }) => [title, section])).toEqual(
      report().initiatives.map(({ title, section }) => [title, section]),
    );
  });

  test('that is gathered in one field is one edit, and none when it comes back', async () => {
    const editor = await openEditor(peer);
    editor.gather();
    writerOf(editor).write('title', '川沿いの手入れ');
    writerOf(editor).write('title', '手入れ川沿いの');
    editor.seal();
    editor.gather();
    writerOf(editor).write('title', '川沿いの');
    writerOf(editor).write('title', '手入れ川沿いの');
    editor.seal();
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.length)).toEqual([1]);
    expect(peer.report.initiatives[0]?.title).toBe('手入れ川沿いの');
  });

  test('that comes back to the stored text stores nothing', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    writerOf(editor).write('title', '川沿いの桜並木の手入れ');
    await pass(10_000);
    expect(peer.steps).toHaveLength(0);
    expect(editor.save.kind).toBe('saved');
  });

  test('without a pause is stored every five seconds at the latest', async () => {
    const editor = await openEditor(peer);
    for (let at = 1; at <= 60; at += 1) {
      writerOf(editor).write('title', 'あ'.repeat(at));
      await pass(100);
    }
    expect(peer.steps).toHaveLength(1);
    // As the fifth second ends, or between that key and the next.
    expect(peer.report.initiatives[0]?.title).toMatch(/^あ{50,51}$/);
    await pass(500);
    expect(peer.report.initiatives[0]?.title).toBe('あ'.repeat(60));
  });

  test('is stored at once when the field is left', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    editor.leave();
    await pass(0);
    expect(peer.report.initiatives[0]?.title).toBe('さくら');
  });

  test('is stored at once when the window is about to close, in the middle of a composition too', async () => {
    const editor = await openEditor(peer);
    editor.hold();
    writerOf(editor).write('title', 'さくら');
    expect(await editor.finish()).toBe(true);
    expect(peer.report.initiatives[0]?.title).toBe('さくら');
    peer.isDown = true;
    writerOf(editor).write('title', 'さくら並木');
    expect(await editor.finish()).toBe(false);
  });

  test('draws no other row anew', async () => {
    const editor = await openEditor(peer);
    const [, other] = editor.content.rows;
    const before = other?.initiative;
    writerOf(editor).write('title', 'さくら');
    await pass(500);
    expect(editor.content.rows[1]).toBe(other);
    expect(other?.initiative).toBe(before);
  });
});

describe('saving', () => {
  test('sends one step at a time, and typing meanwhile waits for its own pause', async () => {
    const editor = await openEditor(peer);
    peer.waits = true;
    writerOf(editor).write('title', 'さくら');
    editor.leave();
    await pass(0);
    writerOf(editor).write('title', 'さくら並木');
    editor.leave();
    await pass(0);
    expect(peer.steps).toHaveLength(1);
    expect(editor.save.kind).toBe('unsaved');
    peer.waits = false;
    peer.letGo();
    await pass(0);
    expect(peer.steps.map(({ edits }) => edits[0])).toMatchObject([
      { after: 'さくら' },
      { before: 'さくら', after: 'さくら並木' },
    ]);
    expect(editor.save.kind).toBe('saved');
  });

  test('leaves a word that is still being typed for its own pause', async () => {
    const editor = await openEditor(peer);
    peer.waits = true;
    writerOf(editor).write('title', 'さくら');
    editor.leave();
    await pass(0);
    writerOf(editor).write('title', 'さくら並');
    peer.waits = false;
    peer.letGo();
    await pass(100);
    expect(peer.steps).toHaveLength(1);
    writerOf(editor).write('title', 'さくら並木');
    await pass(500);
    expect(peer.steps).toHaveLength(2);
  });

  test('sets aside a step that main will never take, and goes on with the next', async () => {
    const editor = await openEditor(peer);
    peer.refusal = { code: 'request-invalid', request: 'reports.edit', issues: [] };
    writerOf(editor).write('title', 'さくら');
    await pass(500);
    peer.refusal = null;
    writerOf(editor).write('section', '河川課');
    await pass(500);
    expect(editor.aside).toMatchObject([{ field: 'title', text: 'さくら' }]);
    expect(editor.content.report()).toEqual(peer.report);
    expect(peer.report.initiatives[0]?.section).toBe('河川課');
    expect(editor.save.kind).toBe('saved');
  });

  test('that fails says why, keeps the text, and is tried again after a few seconds', async () => {
    const editor = await openEditor(peer);
    peer.refusal = { code: 'disk-full', path: 'C:\\記録\\部.sengen' };
    writerOf(editor).write('title', 'さくら');
    await pass(500);
    expect(editor.save).toEqual({ kind: 'failed', failure: peer.refusal });
    expect(editor.content.rows[0]?.initiative.title).toBe('さくら');
    peer.refusal = null;
    await pass(3_000);
    expect(editor.save.kind).toBe('saved');
    expect(peer.report.initiatives[0]?.title).toBe('さくら');
  });

  test('after a lost answer sends the same step again, which is stored once', async () => {
    const editor = await openEditor(peer);
    peer.losesAnswers = true;
    writerOf(editor).write('title', 'さくら');
    await pass(500);
    expect(editor.save).toMatchObject({ failure: { code: 'unreachable' } });
    writerOf(editor).write('title', 'さくら並木');
    peer.losesAnswers = false;
    await pass(3_000);
    expect(new Set(peer.steps.map(({ id }) => id)).size).toBe(2);
    expect(peer.sequence).toBe(2);
    expect(peer.report.initiatives[0]?.title).toBe('さくら並木');
    expect(editor.aside).toEqual([]);
    expect(editor.save.kind).toBe('saved');
  });

  test('knows its own step when the event comes before the answer', async () => {
    peer.tellsFirst = true;
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    await pass(500);
    writerOf(editor).write('title', 'さくら並木');
    await pass(500);
    expect(peer.report.initiatives[0]?.title).toBe('さくら並木');
    expect(editor.content.report()).toEqual(peer.report);
    expect(peer.calls.filter(({ name }) => name === 'reports.read')).toHaveLength(1);
  });

  test('of a structural change goes at once, after what was typed before it', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    const added = new ReportWriter(editor).addRow(first);
    await pass(0);
    expect(peer.steps.map(({ edits }) => edits.map(deedOf)[0])).toEqual([
      'set-field:row.title',
      'add-initiative',
    ]);
    expect(peer.report.initiatives.map(({ id }) => id)).toEqual([first, added, second]);
  });
});

describe('undo', () => {
  test('stores what is typed first, then takes it back', async () => {
    const editor = await openEditor(peer);
    writerOf(editor).write('title', 'さくら');
    await editor.undo();
    expect(peer.steps).toHaveLength(1);
    expect(editor.content.rows[0]?.initiative.title).toBe('川沿いの桜並木の手入れ');
    await editor.redo();
    expect(editor.content.rows[0]?.initiative.title).toBe('さくら');
    expect(editor.content.report()).toEqual(peer.report);
    expect(editor.history.undo).not.toBeNull();
  });

  test('shows the same whether the event or the answer comes first', async () => {
    peer.tellsFirst = true;
    const editor = await openEditor(peer);
    new ReportWriter(editor).removeRows(new Set([first]));
    await pass(0);
    expect(editor.content.rows.map(({ id }) => id)).toEqual([second]);
    await editor.undo();
    await pass(0);
    expect(editor.content.rows.map(({ id }) => id)).toEqual([first, second]);
    expect(editor.content.report()).toEqual(peer.report);
  });

  test('with nothing to take back is a failure that leaves everything', async () => {
    const editor = await openEditor(peer);
    expect(await editor.undo()).toEqual({ ok: false, failure: { code: 'nothing-to-undo' } });
    expect(editor.content.report()).toEqual(report());
  });

  test('is not tried while what is typed cannot be stored', async () => {
    const editor = await openEditor(peer);
    peer.isDown = true;
    writerOf(editor).write('title', 'さくら');
    expect(await editor.undo()).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
    expect(peer.calls.some(({ name }) => name === 'reports.undo')).toBe(false);
    expect(editor.content.rows[0]?.initiative.title).toBe('さくら');
  });
});

describe('a target that outcomes speak of', () => {
  test('goes in one step, outcomes letting go of it first', async () => {
    const target = { id: 'target1', measure: '苗木の植栽', note: null, value: '40本', verdict: null };
    const outcome = {
      id: 'outcome1',
      statement: '植えました。',
      asOf: null,
      figures: [],
      targets: [target.id],
    };
    peer = new ReportPeer(
      report({ initiatives: [initiative(first, { targets: [target], outcomes: [outcome] })] }),
    );
    const editor = await openEditor(peer);
    writerOf(editor).removeTarget(target.id);
    await pass(0);
    expect(peer.steps.map(({ edits }) => edits.map(deedOf))).toEqual([
      ['set-field:outcome.targets', 'remove-target'],
    ]);
    expect(peer.report.initiatives[0]).toMatchObject({ targets: [], outcomes: [{ targets: [] }] });
    await editor.undo();
    expect(editor.content.report()).toEqual(
      report({ initiatives: [initiative(first, { targets: [target], outcomes: [outcome] })] }),
    );
  });
});

test('an emptied optional text becomes null', async () => {
  const editor = await openEditor(peer);
  const writer = writerOf(editor);
  const target = writer.openTarget();
  writer.setMeasure(target, '苗木の本数');
  writer.setTargetText(target, 'note', '国の補助による');
  await pass(500);
  writer.setTargetText(target, 'note', '');
  await pass(500);
  expect(peer.report.initiatives[0]?.targets[0]?.note).toBeNull();
});
