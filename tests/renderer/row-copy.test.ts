import { afterEach, beforeEach, expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { RowCopy } from '../../renderer/state/workplace/row-copy.svelte.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Initiative, WritingStage } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { applicationWire } from './application-wire.ts';
import { initiative } from './sample-report.ts';

const newFolder = temporaryFolders();
let application: TestApplication;
let bridge: Bridge;

beforeEach(() => {
  application = openTestApplication(newFolder());
  bridge = bridgeOverWire(applicationWire(application));
});
afterEach(() => application.close());

const reported = initiative('row9done', { results: ['傷んだ枝を切りました。'] });

/** Copies a row into the sample, whose rows were declared only, at a stage. */
async function copy(row: Initiative, stage: WritingStage | null) {
  const { report } = must(await bridge.call('sample.add', {}));
  const { initiatives, stage: before } = must(await bridge.call('reports.read', { report })).report;
  const edits = [
    ...initiatives.map((gone) => ({ kind: 'remove-initiative', at: 0, initiative: gone }) as const),
    ...(before === stage ? [] : [{ kind: 'set-stage', before, after: stage } as const]),
  ];
  must(await bridge.call('reports.edit', { report, step: { id: 'step1clear', edits } }));
  const summaries = must(await bridge.call('reports.list', {}));
  const summary = summaries.find(({ id }) => id === report);
  if (summary === undefined) throw new Error('the sample is not listed');
  return new RowCopy(bridge, row).into(summary);
}

test.each<[string, Initiative, WritingStage | null, boolean]>([
  ['results come into a declaration', reported, 'declaration', true],
  ['a declared row comes into a declaration', initiative('row9plan'), 'declaration', false],
  ['results come into a report', reported, 'report', false],
  ['results come where nobody chose a stage', reported, null, false],
])('whether it is hidden there is said: %s', async (_, row, stage, hidden) => {
  expect(await copy(row, stage)).toMatchObject({ number: 1, hidden });
});
