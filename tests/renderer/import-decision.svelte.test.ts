import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { ImportEntry } from '../../renderer/state/importing/import-entry.svelte.ts';
import { importWords } from '../../renderer/words/import-words.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { applicationWire } from './application-wire.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let bridge: Bridge;
let report: string;

beforeEach(async () => {
  folder = newFolder();
  application = openTestApplication(folder);
  bridge = bridgeOverWire(applicationWire(application));
  ({ report } = must(await bridge.call('sample.add', {})));
});
afterEach(() => application.close());

const sample = JSON.parse(readFileSync(sampleReport, 'utf8')) as {
  initiatives: { title: string; plan: string[] }[];
};

async function read(name: string, content: string | Uint8Array): Promise<ImportEntry> {
  application.files.import = join(folder, name);
  writeFileSync(application.files.import, content);
  const entry = new ImportEntry(bridge, must(await bridge.call('imports.read', {})));
  await entry.weigh();
  return entry;
}

const section = (...initiatives: object[]): string => JSON.stringify({ ...sample, initiatives });

test('everything that a file brings is ticked, nothing goes, and the counts follow the ticks', async () => {
  const [first, second] = sample.initiatives;
  const entry = await read(
    '課.json',
    section(
      { ...first, results: [] },
      { ...second, plan: ['直した計画'] },
      { title: '新しい取組', section: '新しい課' },
    ),
  );
  const { decision } = entry;
  const counts = (): string => importWords.counts(decision.counts);
  expect(counts()).toBe('追加 1件・更新 1件・この取り込みで消える 0件（変更なし 1件）');
  expect(decision.brought.every((each) => decision.isTicked(each))).toBe(true);
  expect(decision.unmentioned).toHaveLength(13);
  expect(decision.choice).toEqual({ omitted: [], removed: [], empties: false });

  const [, updated, added] = decision.brought;
  const [gone] = decision.unmentioned;
  decision.tick(updated!, false);
  decision.tick(gone!, true);
  expect(counts()).toBe('追加 1件・更新 0件・この取り込みで消える 1件（変更なし 1件）');
  decision.empties = true;
  expect(counts()).toBe('追加 1件・更新 1件・この取り込みで消える 1件');
  decision.tickAll([updated!, added!], false);
  expect(decision.choice).toEqual({ omitted: [2, 3], removed: [gone!.initiative], empties: true });
  must(await bridge.call('imports.store', entry.wish));
  const { initiatives } = must(await bridge.call('reports.read', { report })).report;
  expect(initiatives).toHaveLength(14);
  expect(initiatives[0]?.results).toEqual([]);
});

test('what was ticked for one report is forgotten for another', async () => {
  const entry = await read('課.json', section(...sample.initiatives.slice(0, 2)));
  const { decision } = entry;
  decision.tick(decision.unmentioned[0]!, true);
  await entry.weigh();
  expect(decision.choice.removed).toHaveLength(1);
  entry.write('department', '別の部');
  await entry.weigh();
  expect(decision.plan?.report).toBeNull();
  expect(decision.choice.removed).toEqual([]);
  expect(decision.counts).toEqual({ added: 2, updated: 0, removed: 0, same: 0 });
  // As long as it is open which report it is for, there is nothing to decide.
  entry.write('department', ' ');
  await entry.weigh();
  expect(decision.plan).toBeNull();
});

test('of a file that was hardly understood no row that is there is ticked', async () => {
  const [first] = sample.initiatives;
  const rows = [
    ['取組名', '取組内容', '達成目標'],
    [first?.title ?? '', '会議で話した計画です。', '会議で話した目標'],
    ['会議で出た取組', 'これから考えます。', 'まだありません'],
  ];
  const body =
    paragraph('令和7年度 くらし安心部長の目標宣言') +
    table(rows.map((texts) => row(texts.map((text) => cell([text]))))) +
    Array.from({ length: 20 }, (_, at) => paragraph(`${at + 1}番目の発言です。`)).join('');
  const { decision } = await read('会議.docx', docxByHand({ body }));
  expect(decision.plan).toMatchObject({ report, little: true });
  expect(decision.brought.map((each) => [each.kind, decision.isTicked(each)])).toEqual([
    ['updated', false],
    ['added', true],
  ]);
});
