import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RowWriter } from '../../renderer/state/editing/row-writer.svelte.ts';
import type { ReportEditor } from '../../renderer/state/editing/report-editor.svelte.ts';
import { deedOf } from '../../shared/model/fields/called-now.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';
import { openEditor, writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { first, initiative, report, second } from './sample-report.ts';

let peer: ReportPeer;
let editor: ReportEditor;
let writer: RowWriter;

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const stored = (): Initiative | undefined => peer.report.initiatives[0];
const shown = (): Initiative | undefined => editor.content.rows[0]?.initiative;

/** The identifiers of what stands ready, or stood so until it was written in. */
const target = (): string => writer.waitingTarget?.id ?? shown()?.targets.at(-1)?.id ?? '';
const outcome = (): string => writer.waitingOutcome?.id ?? shown()?.outcomes.at(-1)?.id ?? '';

/** Opens a report whose first row is as given. */
async function open(row: Initiative): Promise<void> {
  peer = new ReportPeer(report({ initiatives: [row, initiative(second)] }));
  editor = await openEditor(peer);
  writer = writerOf(editor);
}

beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  await open(emptyInitiative(first));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a target that stands ready', () => {
  test('is in the report with its first character, under its own identifier, in one step', async () => {
    const id = target();
    writer.setMeasure(id, '');
    writer.setTargetText(id, 'value', '');
    await pass(500);
    expect(peer.steps).toEqual([]);

    for (const text of ['巡', '巡回', '巡回の回数']) writer.setMeasure(id, text);
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.map(deedOf))).toEqual([['add-target']]);
    expect(stored()?.targets).toEqual([
      { id, measure: '巡回の回数', note: null, value: null, verdict: null },
    ]);
    expect(target()).toBe(id);
  });

  test('takes its value or verdict first as well', async () => {
    writer.setTargetText(target(), 'value', '20回');
    expect(shown()?.targets).toMatchObject([{ measure: '', value: '20回' }]);
    await open(emptyInitiative(first));
    writer.setVerdict(target(), null);
    writer.setVerdict(target(), 'achieved');
    expect(shown()?.targets).toMatchObject([{ measure: '', verdict: 'achieved' }]);
  });

  test('goes again when all that was written in it is deleted', async () => {
    const id = target();
    writer.setMeasure(id, '巡回');
    writer.setMeasure(id, '');
    await pass(500);
    expect(peer.steps).toEqual([]);
    writer.setMeasure(id, '巡回');
    await pass(500);
    writer.setMeasure(id, '');
    await pass(500);
    expect(stored()?.targets).toEqual([]);
    // What a person left empty on purpose, and what another wrote, stays.
    writer.setMeasure(id, '巡回');
    writer.setTargetText(id, 'value', '20回');
    writer.setMeasure(id, '');
    expect(shown()?.targets).toHaveLength(1);
  });

  test('is another one after the first was removed', () => {
    const id = target();
    writer.setMeasure(id, '巡回');
    writer.removeTarget(id);
    expect(target()).not.toBe(id);
  });

  test('keeps its text for the person when it can’t be stored', async () => {
    peer.refusal = { code: 'stale-edit', report: peer.report.id, initiative: first };
    writer.setMeasure(target(), '巡回の回数');
    await pass(500);
    expect(editor.aside).toMatchObject([{ initiative: first, field: 'targets', text: '巡回の回数' }]);
  });
});

describe('an outcome that stands ready', () => {
  const figures = (value: string) => [{ label: null, value }];

  test('speaks of the row’s only target, and brings the year’s end with its first figure', async () => {
    writer.setMeasure(target(), '巡回の回数');
    await pass(500);
    const id = outcome();
    writer.setStatement(id, '巡回しました。');
    expect(shown()?.outcomes).toMatchObject([{ asOf: null, targets: [target()] }]);
    await pass(500);
    for (const value of ['2', '22', '22回']) writer.setFigures(id, figures(value));
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.map(deedOf))).toEqual([
      ['add-target'],
      ['add-outcome'],
      ['set-field:outcome.figures', 'set-field:outcome.asOf'],
    ]);
    expect(stored()?.outcomes).toEqual([
      {
        id,
        statement: '巡回しました。',
        asOf: '令和8年3月31日時点',
        figures: figures('22回'),
        targets: [target()],
      },
    ]);
  });

  test('begun with its figure is one step', async () => {
    const id = outcome();
    for (const value of ['2', '22']) writer.setFigures(id, figures(value));
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.map(deedOf))).toEqual([['add-outcome']]);
    expect(stored()?.outcomes).toMatchObject([{ asOf: '令和8年3月31日時点', figures: figures('22') }]);
  });

  test('keeps the 時点 that a person wrote, and stays without one when it was cleared', () => {
    const id = outcome();
    writer.setAsOf(id, '令和8年2月末時点');
    writer.setFigures(id, figures('22回'));
    expect(shown()?.outcomes[0]?.asOf).toBe('令和8年2月末時点');
    writer.setAsOf(id, '');
    writer.setFigures(id, figures('23回'));
    expect(shown()?.outcomes[0]?.asOf).toBeNull();
  });

  test('cleared before anything was stored, its 時点 is not brought back by the step that brought it', async () => {
    const id = outcome();
    writer.setStatement(id, '巡回しました。');
    writer.setFigures(id, figures('22回'));
    writer.setAsOf(id, '');
    expect(shown()?.outcomes[0]?.asOf).toBeNull();
    await pass(500);
    expect(peer.steps).toHaveLength(1);
    expect(stored()?.outcomes).toMatchObject([{ asOf: null, figures: figures('22回') }]);
  });

  test('is linked when the first target comes after it, and not once a person has unlinked it', () => {
    const id = outcome();
    writer.setStatement(id, '巡回しました。');
    writer.setMeasure(target(), '巡');
    writer.setMeasure(target(), '巡回');
    expect(shown()?.outcomes[0]?.targets).toEqual([target()]);
    writer.setOutcomeTarget(id, target(), false);
    writer.setMeasure(target(), '巡回の回数');
    expect(shown()?.outcomes[0]?.targets).toEqual([]);
  });

  test('an outcome that was there already gets no 時点 unasked', async () => {
    const done = { id: 'outcome1aa', statement: '済みました。', asOf: null, figures: [], targets: [] };
    await open(initiative(first, { outcomes: [done] }));
    writer.setFigures(done.id, figures('3件'));
    expect(shown()?.outcomes).toMatchObject([{ asOf: null, figures: figures('3件') }]);
  });

  test('a figure that is empty again is none', async () => {
    const id = outcome();
    writer.setStatement(id, '巡回しました。');
    writer.setAsOf(id, '3月末時点');
    writer.setFigures(id, figures('2'));
    writer.setFigures(id, figures(''));
    await pass(500);
    expect(stored()?.outcomes).toMatchObject([{ asOf: '3月末時点', figures: [] }]);
  });
});

describe('another one that a person asks for', () => {
  const kinds = (): string[][] => peer.steps.map(({ edits }) => edits.map(deedOf));
  const written = { id: 'target1aaa', measure: '巡回の回数', note: null, value: null, verdict: null };
  const done = {
    id: 'outcome1aa',
    statement: '巡回しました。',
    asOf: null,
    figures: [],
    targets: [written.id],
  };

  beforeEach(() => open(initiative(first, { targets: [written], outcomes: [done] })));

  test('stands ready to be written in, and is nowhere else', async () => {
    expect([writer.waitingTarget, writer.waitingOutcome]).toEqual([null, null]);
    const [second, more] = [writer.openTarget(), writer.openOutcome()];
    // Asked for twice, there is still one.
    expect([writer.openTarget(), writer.openOutcome()]).toEqual([second, more]);
    expect([writer.waitingTarget?.id, writer.waitingOutcome?.id]).toEqual([second, more]);
    writer.setMeasure(second, '');
    writer.setVerdict(second, null);
    writer.moveTarget(second, 1);
    writer.moveOutcome(more, -1);
    await pass(500);
    expect(peer.steps).toEqual([]);
    expect(shown()).toMatchObject({ targets: [written], outcomes: [done] });
  });

  test('comes with its first character behind the others, goes when it is emptied, and a third can follow', async () => {
    const id = writer.openTarget();
    for (const text of ['講', '講習']) writer.setMeasure(id, text);
    await pass(500);
    expect(kinds()).toEqual([['add-target']]);
    expect(stored()?.targets.map(({ measure }) => measure)).toEqual(['巡回の回数', '講習']);
    expect(writer.waitingTarget).toBeNull();
    writer.setMeasure(id, '');
    await pass(500);
    expect(stored()?.targets).toEqual([written]);
    // Its fields stay: a person goes on in them.
    expect(writer.waitingTarget?.id).toBe(id);
    writer.setMeasure(id, '講習会');
    const third = writer.openTarget();
    expect(third).not.toBe(id);
    writer.setTargetText(third, 'value', '3回');
    await pass(500);
    expect(stored()?.targets.map(({ id }) => id)).toEqual([written.id, id, third]);
  });

  test('that is not wanted goes without a step, and what is written is removed with one', async () => {
    writer.removeTarget(writer.openTarget());
    writer.removeOutcome(writer.openOutcome());
    await pass(500);
    expect([writer.waitingTarget, writer.waitingOutcome, peer.steps]).toEqual([null, null, []]);
    writer.openTarget();
    writer.removeTarget(written.id);
    await pass(500);
    expect(kinds()).toEqual([['set-field:outcome.targets', 'remove-target']]);
    expect(writer.waitingTarget).not.toBeNull();
  });

  test('speaks of what a person chose before it was written in, and of nothing is no outcome', async () => {
    const id = writer.openOutcome();
    expect(writer.waitingOutcome?.targets).toEqual([written.id]);
    writer.setOutcomeTarget(id, written.id, false);
    expect(writer.waitingOutcome?.targets).toEqual([]);
    writer.setOutcomeTarget(id, written.id, true);
    await pass(500);
    expect(peer.steps).toEqual([]);
    writer.setOutcomeTarget(id, written.id, false);
    writer.setFigures(id, [{ label: null, value: '12回' }]);
    await pass(500);
    expect(stored()?.outcomes[1]).toMatchObject({
      id,
      asOf: '令和8年3月31日時点',
      figures: [{ value: '12回' }],
      targets: [],
    });
  });
});
