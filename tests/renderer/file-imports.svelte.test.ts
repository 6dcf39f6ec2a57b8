import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { departmentsOf } from '../../renderer/state/library/departments-of.ts';
import { FileQuestions } from '../../renderer/state/page/file-questions.svelte.ts';
import { LongWork } from '../../renderer/state/page/long-work.svelte.ts';
import { RowLinks } from '../../renderer/state/workplace/row-links.svelte.ts';
import type { FileImport } from '../../renderer/state/importing/file-import.svelte.ts';
import { FileImports } from '../../renderer/state/importing/file-imports.svelte.ts';
import { importOutcomeWords } from '../../renderer/words/import-outcome-words.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ReportSummary } from '../../shared/contract/report-requests.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { oldWordFile, sampleOf, writeYears } from '../support/years-of-files.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { applicationWire } from './application-wire.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let bridge: Bridge;
let one: FileImport;
let imports: FileImports;
/** The reports that the page knows of. */
let listed: readonly ReportSummary[];

beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
  bridge = bridgeOverWire(applicationWire(application));
  const questions = new FileQuestions(bridge);
  listed = [];
  imports = new FileImports({ bridge, questions, work: new LongWork(bridge), reports: () => listed });
  one = imports.one;
});
afterEach(() => application.close());

const reports = async () => must(await bridge.call('reports.list', {}));

async function read(...paths: string[]): Promise<void> {
  application.several.splice(0, Infinity, ...paths);
  listed = await reports();
  await imports.read('word');
}

const typed = (name: string, draft = sampleOf(2024)): string => {
  writeFileSync(join(folder, name), layouts[0]!.make(draft));
  return join(folder, name);
};

const city = '見晴市';
const entries = () => imports.entries ?? [];

describe('Word files that a person chose', () => {
  test('go the way of one file when there is one', async () => {
    await read(typed('一つ.docx'));
    expect(imports.entries).toBeNull();
    expect(one.reading?.fileName).toBe('一つ.docx');
    writeFileSync(join(folder, '旧.docx'), oldWordFile);
    await read(join(folder, '旧.docx'));
    expect(one.reading).toBeNull();
    expect(one.failure?.code).toBe('word-refused');
    application.several.length = 0;
    await imports.read('word');
    expect(imports.busy).toBe(false);
  });

  test('are listed by year, those without one last; what is new is chosen', async () => {
    const yearless = typed('年度なし.docx', { ...sampleOf(2024), yearLabel: '' });
    const files = writeYears(folder, [2024, 2019, 2022]).map(({ path }) => path);
    await read(yearless, ...files);
    expect(entries().map(({ heading }) => heading.fiscalYear)).toEqual([2019, 2022, 2024, 0]);
    expect(entries().every(({ chosen }) => chosen)).toBe(true);
    expect(entries()[3]?.lacking).toEqual(['municipality', 'fiscalYear']);
  });

  test('take what is written for all, but where it stands in the file or was written for one', async () => {
    await read(typed('一.docx', sampleOf(2023)), typed('二.docx'));
    const [first, second] = entries();
    first?.write('municipality', '隣の市');
    imports.writeForAll('municipality', city);
    imports.writeForAll('department', 'ほかの部');
    expect([first?.heading.municipality, second?.heading.municipality]).toEqual(['隣の市', city]);
    expect(second?.heading.department).toBe('くらし安心部');
    expect(imports.unready).toBeUndefined();
  });

  test('are not stored while one lacks its year, and its label goes with the year', async () => {
    await read(typed('一.docx'), typed('年度なし.docx', { ...sampleOf(2024), yearLabel: '' }));
    imports.writeForAll('municipality', city);
    await imports.store();
    expect(await reports()).toEqual([]);
    const yearless = imports.unready;
    expect(yearless?.reading.fileName).toBe('年度なし.docx');
    yearless?.write('fiscalYear', 2019);
    expect(yearless?.heading.yearLabel).toBe('令和元年度');
    yearless?.write('fiscalYear', 2018);
    expect(yearless?.heading.yearLabel).toBe('平成30年度');
    await imports.store();
    expect((await reports()).map(({ yearLabel }) => yearLabel)).toEqual(['令和6年度', '平成30年度']);
    expect(entries()).toEqual([]);
    expect(imports.stored).toHaveLength(2);
  });

  test('of one year and department wait for the person to choose between them', async () => {
    await read(typed('一.docx'), typed('二.docx'));
    imports.writeForAll('municipality', city);
    const [first, second] = entries();
    expect(imports.twin(first!)).toBe(second);
    first!.chosen = true;
    second!.chosen = true;
    await imports.store();
    expect(await reports()).toEqual([]);
    second!.chosen = false;
    await imports.store();
    expect(await reports()).toHaveLength(1);
    expect(entries()).toEqual([second]);
    listed = await reports();
    expect(imports.outcome(second!)).toMatchObject({ kind: 'update', report: { yearLabel: '令和6年度' } });
  });

  test('say at every moment what storing them does, and are no longer chosen once the report is signed', async () => {
    await read(typed('一.docx'), typed('二.docx', sampleOf(2023)));
    imports.writeForAll('municipality', city);
    await imports.store();
    imports.close();
    listed = await reports();
    await read(
      typed('年度なし.docx', { ...sampleOf(2024), yearLabel: '' }),
      typed('三.docx', sampleOf(2022)),
    );
    const entry = entries()[1]!;
    const says = (): readonly [string, boolean] => [
      importOutcomeWords(imports.outcome(entry)),
      entry.chosen,
    ];
    const asNew = '新しい報告として加えます。';
    const asUpdate =
      'すでにある「令和6年度 くらし安心部」を、取組ごとに更新します。取り込んだあとで取り消せます。';
    expect(says()).toEqual([
      '年度を入れると、新しい報告になるか、すでにある報告の更新になるかが、ここに出ます。',
      true,
    ]);
    entry.write('fiscalYear', 2024);
    expect(says()).toEqual([asUpdate, true]);
    entry.write('fiscalYear', 2021);
    expect(says()).toEqual([asNew, true]);
    entry.write('fiscalYear', 2024);
    entry.write('department', 'くらし');
    expect(says()).toEqual([asNew, true]);
    entry.write('department', 'くらし安心部');
    expect(says()).toEqual([asUpdate, true]);
    listed = listed.map((report) => ({ ...report, state: 'signed' }));
    expect(says()).toEqual([
      'すでにある「令和6年度 くらし安心部」は決裁済みのため、更新できません。',
      false,
    ]);
  });

  test('of which there is one says the same, and main does what it says', async () => {
    await read(typed('一.docx'));
    one.entry!.write('municipality', city);
    const says = (): string => importOutcomeWords(one.entry!.outcome(listed));
    expect(says()).toBe('新しい報告として加えます。');
    await one.store();
    await read(typed('二.docx', sampleOf(2023)));
    expect(says()).toBe('新しい報告として加えます。');
    one.entry!.write('fiscalYear', 2024);
    expect(says()).toMatch(/^すでにある「令和6年度 くらし安心部」を、取組ごとに更新します。/);
    await one.store();
    expect(await reports()).toHaveLength(1);
    await read(typed('三.docx', sampleOf(2024)));
    expect(says()).toMatch(/^すでにある「.*くらし安心部」を、取組ごとに更新します。/);
    one.entry!.write('fiscalYear', 2025);
    expect(says()).toBe('新しい報告として加えます。');
    await one.store();
    expect(await reports()).toHaveLength(2);
  });

  test('that update a report are chosen as a single one is; a refused one stays with its reason', async () => {
    await read(typed('一.docx'), typed('二.docx', sampleOf(2023)));
    imports.writeForAll('municipality', city);
    await imports.store();
    imports.close();
    await read(typed('一.docx'), typed('三.docx', sampleOf(2022)));
    expect(entries().map(({ chosen }) => chosen)).toEqual([true, true]);
    // Its reading is forgotten when other files are read meanwhile.
    application.several.splice(0, Infinity, typed('四.docx'), typed('五.docx'));
    must(await bridge.call('imports.readMany', {}));
    await imports.store();
    expect(entries()).toHaveLength(2);
    expect(entries()[0]?.failure).toEqual({ code: 'reading-missing' });
  });

  test('that were hardly understood change no row that is there, even stored at once', async () => {
    await read(typed('一.docx'), typed('二.docx', sampleOf(2023)));
    imports.writeForAll('municipality', city);
    await imports.store();
    imports.close();
    const [first] = sampleOf(2024).initiatives;
    const rows = [
      ['取組名', '取組内容', '達成目標'],
      [first?.title ?? '', '会議で話した計画です。', '会議で話した目標'],
    ];
    const body =
      paragraph('令和6年度 くらし安心部長の目標宣言') +
      table(rows.map((texts) => row(texts.map((text) => cell([text]))))) +
      Array.from({ length: 20 }, (_, at) => paragraph(`${at + 1}番目の発言です。`)).join('');
    writeFileSync(join(folder, '会議.docx'), docxByHand({ body }));
    await read(join(folder, '会議.docx'), typed('三.docx', sampleOf(2022)));
    imports.writeForAll('municipality', city);
    const meeting = entries().find(({ reading }) => reading.fileName === '会議.docx');
    expect(meeting?.chosen).toBe(true);
    // The list has not asked yet what storing would do: nobody saw its rows.
    expect(meeting?.decision.plan).toBeNull();
    await imports.store();
    expect(meeting?.decision.plan?.little).toBe(true);
    expect(imports.stored.find(({ imported }) => imported.made !== 'new')?.imported).toMatchObject({
      updated: 0,
    });
  });

  test('are read again with their changes the other way, what was written above them kept', async () => {
    const layout = layouts.find(({ name }) => name === 'tracked changes, taken as accepted');
    writeFileSync(join(folder, '変更.docx'), layout!.make(sampleOf(2024)));
    await read(join(folder, '変更.docx'), typed('二.docx', sampleOf(2023)));
    const changed = entries()[1]!;
    expect(changed.reading.hasTrackedChanges).toBe(true);
    changed.write('headName', '読み直し 花子');
    imports.writeForAll('municipality', city);
    const before = changed.reading.id;
    await imports.readAs(changed, 'original');
    expect(changed.reading.id).not.toBe(before);
    expect(changed).toMatchObject({
      changes: 'original',
      failure: null,
      heading: { headName: '読み直し 花子', municipality: city },
    });
    await imports.look(changed);
    expect(imports.looked?.reading.id).toBe(changed.reading.id);
  });
});

describe('links over the years', () => {
  const store = async (...years: number[]): Promise<void> => {
    await read(...writeYears(folder, years).map(({ path }) => path));
    imports.writeForAll('municipality', city);
    await imports.store();
  };

  test('are offered for departments with years that follow each other', async () => {
    await store(2019, 2021);
    expect(departmentsOf(await reports())).toEqual([]);
    await store(2020, 2016);
    const [only] = departmentsOf(await reports());
    expect(only).toMatchObject({ name: `${city} くらし安心部`, newest: (await reports())[0]?.id });
    expect(only?.reports).toHaveLength(4);
  });

  test('tick what is sure, store what is ticked, and doubt what is taken back', async () => {
    await store(2020, 2021);
    const [newest] = await reports();
    const links = new RowLinks(bridge);
    await links.open(newest!.id);
    const [year] = links.years ?? [];
    const [reworded, second] = year?.rows ?? [];
    expect(links.choices.size).toBe(14);
    expect(links.choices.has(reworded!.id)).toBe(false);
    links.choose(reworded!.id, null);
    await links.confirm();
    expect(links.confirmed).toBe(15);
    expect(links.choices.size).toBe(0);
    expect(links.years?.[0]?.rows.every(({ confirmed }) => confirmed !== null)).toBe(true);
    expect(links.years?.[0]?.rows[0]?.confirmed).toEqual({ earlier: null });

    await links.remove(second!.id);
    expect(links.years?.[0]?.rows[1]).toMatchObject({ confirmed: null, certainty: 'same' });
    expect(links.choices.size).toBe(0);
    expect(links.doubted.has(second!.id)).toBe(true);
    await links.open(newest!.id);
    expect([...links.choices.keys()]).toEqual([second!.id]);
  });
});

test('what was stored together is taken back together, and files of sections may be stored together', async () => {
  const rows = sampleOf(2024).initiatives;
  await read(
    typed('一課.docx', { ...sampleOf(2024), initiatives: rows.slice(0, 3) }),
    typed('二課.docx', { ...sampleOf(2024), initiatives: rows.slice(3, 7) }),
  );
  imports.writeForAll('municipality', city);
  const [first, second] = entries();
  expect([imports.twin(first!), imports.companion(first!)]).toEqual([undefined, second]);
  await imports.store();
  expect(imports.stored).toHaveLength(2);
  expect(await reports()).toMatchObject([{ rows: 7 }]);

  const undo = async ({ report, step }: { report: string; step: string | null }) => {
    const answer = await bridge.call('imports.takeBack', { report, step });
    return answer.ok ? null : answer.failure;
  };
  await imports.takeBack(undo);
  expect([imports.stored, imports.takenBack, imports.takeBackFailure]).toEqual([[], true, null]);
  expect(await reports()).toEqual([]);
  expect(must(await bridge.call('reports.listRemoved', {}))).toHaveLength(1);
});
