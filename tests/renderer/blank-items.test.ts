import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RowWriter } from '../../renderer/state/editing/row-writer.ts';
import type { ReportEditor } from '../../renderer/state/editing/report-editor.svelte.ts';
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
    const { id } = writer.blankTarget;
    writer.setMeasure(id, '');
    writer.setTargetText(id, 'value', '');
    await pass(500);
    expect(peer.steps).toEqual([]);

    for (const text of ['巡', '巡回', '巡回の回数']) writer.setMeasure(id, text);
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.map(({ kind }) => kind))).toEqual([['add-target']]);
    expect(stored()?.targets).toEqual([
      { id, measure: '巡回の回数', note: null, value: null, verdict: null },
    ]);
    expect(writer.blankTarget.id).toBe(id);
  });

  test('takes its value or verdict first as well', async () => {
    writer.setTargetText(writer.blankTarget.id, 'value', '20回');
    expect(shown()?.targets).toMatchObject([{ measure: '', value: '20回' }]);
    await open(emptyInitiative(first));
    writer.setVerdict(writer.blankTarget.id, null);
    writer.setVerdict(writer.blankTarget.id, 'achieved');
    expect(shown()?.targets).toMatchObject([{ measure: '', verdict: 'achieved' }]);
  });

  test('goes again when all that was written in it is deleted', async () => {
    const { id } = writer.blankTarget;
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
    const { id } = writer.blankTarget;
    writer.setMeasure(id, '巡回');
    writer.removeTarget(id);
    expect(writer.blankTarget.id).not.toBe(id);
  });

  test('keeps its text for the person when it can’t be stored', async () => {
    peer.refusal = { code: 'stale-edit', report: peer.report.id, initiative: first };
    writer.setMeasure(writer.blankTarget.id, '巡回の回数');
    await pass(500);
    expect(editor.aside).toMatchObject([{ initiative: first, field: 'targets', text: '巡回の回数' }]);
  });
});

describe('an outcome that stands ready', () => {
  const figures = (value: string) => [{ label: null, value }];

  test('speaks of the row’s only target, and brings the year’s end with its first figure', async () => {
    writer.setMeasure(writer.blankTarget.id, '巡回の回数');
    await pass(500);
    const { id } = writer.blankOutcome;
    writer.setStatement(id, '巡回しました。');
    expect(shown()?.outcomes).toMatchObject([{ asOf: null, targets: [writer.blankTarget.id] }]);
    await pass(500);
    for (const value of ['2', '22', '22回']) writer.setFigures(id, figures(value));
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.map(({ kind }) => kind))).toEqual([
      ['add-target'],
      ['add-outcome'],
      ['set-figures', 'set-outcome-text'],
    ]);
    expect(stored()?.outcomes).toEqual([
      {
        id,
        statement: '巡回しました。',
        asOf: '令和8年3月31日時点',
        figures: figures('22回'),
        targets: [writer.blankTarget.id],
      },
    ]);
  });

  test('begun with its figure is one step', async () => {
    const { id } = writer.blankOutcome;
    for (const value of ['2', '22']) writer.setFigures(id, figures(value));
    await pass(500);
    expect(peer.steps.map(({ edits }) => edits.map(({ kind }) => kind))).toEqual([['add-outcome']]);
    expect(stored()?.outcomes).toMatchObject([{ asOf: '令和8年3月31日時点', figures: figures('22') }]);
  });

  test('keeps the 時点 that a person wrote, and stays without one when it was cleared', () => {
    const { id } = writer.blankOutcome;
    writer.setAsOf(id, '令和8年2月末時点');
    writer.setFigures(id, figures('22回'));
    expect(shown()?.outcomes[0]?.asOf).toBe('令和8年2月末時点');
    writer.setAsOf(id, '');
    writer.setFigures(id, figures('23回'));
    expect(shown()?.outcomes[0]?.asOf).toBeNull();
  });

  test('cleared before anything was stored, its 時点 is not brought back by the step that brought it', async () => {
    const { id } = writer.blankOutcome;
    writer.setStatement(id, '巡回しました。');
    writer.setFigures(id, figures('22回'));
    writer.setAsOf(id, '');
    expect(shown()?.outcomes[0]?.asOf).toBeNull();
    await pass(500);
    expect(peer.steps).toHaveLength(1);
    expect(stored()?.outcomes).toMatchObject([{ asOf: null, figures: figures('22回') }]);
  });

  test('is linked when the first target comes after it, and not once a person has unlinked it', () => {
    const { id } = writer.blankOutcome;
    writer.setStatement(id, '巡回しました。');
    writer.setMeasure(writer.blankTarget.id, '巡');
    writer.setMeasure(writer.blankTarget.id, '巡回');
    expect(shown()?.outcomes[0]?.targets).toEqual([writer.blankTarget.id]);
    writer.setOutcomeTarget(id, writer.blankTarget.id, false);
    writer.setMeasure(writer.blankTarget.id, '巡回の回数');
    expect(shown()?.outcomes[0]?.targets).toEqual([]);
  });

  test('an outcome that was there already gets no 時点 unasked', async () => {
    const outcome = { id: 'outcome1aa', statement: '済みました。', asOf: null, figures: [], targets: [] };
    await open(initiative(first, { outcomes: [outcome] }));
    writer.setFigures(outcome.id, figures('3件'));
    expect(shown()?.outcomes).toMatchObject([{ asOf: null, figures: figures('3件') }]);
  });

  test('a figure that is empty again is none', async () => {
    const { id } = writer.blankOutcome;
    writer.setStatement(id, '巡回しました。');
    writer.setAsOf(id, '3月末時点');
    writer.setFigures(id, figures('2'));
    writer.setFigures(id, figures(''));
    await pass(500);
    expect(stored()?.outcomes).toMatchObject([{ asOf: '3月末時点', figures: [] }]);
  });
});
