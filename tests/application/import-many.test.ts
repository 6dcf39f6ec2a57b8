import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadingSummary } from '../../shared/contract/import-requests.ts';
import type { ReportHeading } from '../../shared/model/report.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { oldWordFile, sampleOf, writeYears } from '../support/years-of-files.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { docxByHand, paragraph } from '../word-reading/docx-by-hand.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;

beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
});
afterEach(() => application.close());

const decade = Array.from({ length: 10 }, (_, at) => 2016 + at);
const city = '見晴市';

async function readAll(paths: readonly string[]) {
  application.several.splice(0, Infinity, ...paths);
  return must(await application.call('imports.readMany', {})).files;
}

const readingsOf = (files: Awaited<ReturnType<typeof readAll>>): ReadingSummary[] =>
  files.flatMap((file) => (file.kind === 'read' ? [file.reading] : []));

const completed = ({ id, heading }: ReadingSummary, changes: Partial<ReportHeading> = {}) => ({
  reading: id,
  heading: { ...heading, municipality: city, ...changes },
});

const listed = async () => must(await application.call('reports.list', {}));

const progress = (request: string) =>
  application.sent
    .filter(({ name }) => name === 'work.progress')
    .map(({ payload }) => payload as { request: string; done: number; total: number; label: string })
    .filter((each) => each.request === request);

const until = async (reached: () => boolean): Promise<void> => {
  while (!reached()) await new Promise((resolve) => setImmediate(resolve));
};

describe('ten years of Word files', () => {
  test('are read in one go, each with its own year, and stored with their whole text', async () => {
    const written = writeYears(folder, decade);
    const files = await readAll(written.map(({ path }) => path));
    const readings = readingsOf(files);
    expect(readings.map(({ heading }) => heading.fiscalYear)).toEqual(decade);
    expect(application.wishes).toMatchObject([{ purpose: 'import', endings: ['docx'] }]);
    for (const [at, reading] of readings.entries()) {
      expect(reading).toMatchObject({
        fileName: written[at]?.name,
        rows: written[at]?.draft.initiatives.length,
        placed: reading.paragraphs - (written[at]?.besides ?? 0),
        hasTrackedChanges: false,
        updates: null,
        missing: ['municipality'],
      });
    }
    expect(await listed()).toEqual([]);
    expect(progress('imports.readMany').map(({ done, total, label }) => [done, total, label])).toEqual(
      written.map(({ name }, at) => [at, 10, name]),
    );

    const readingsChosen = readings.map((reading) => completed(reading));
    const stored = must(await application.call('imports.storeMany', { readings: readingsChosen }));
    expect(stored.files.map(({ kind }) => kind)).toEqual(Array(10).fill('stored'));
    expect(progress('imports.storeMany')).toHaveLength(10);
    const reports = await listed();
    expect(reports.map(({ fiscalYear }) => fiscalYear)).toEqual(decade.toReversed());
    for (const { id, fiscalYear } of reports) {
      const { report } = must(await application.call('reports.read', { report: id }));
      expect(report.initiatives.map(({ title, plan, direction }) => ({ title, plan, direction }))).toEqual(
        sampleOf(fiscalYear).initiatives.map(({ title, plan, direction }) => ({ title, plan, direction })),
      );
    }

    const years = must(
      await application.call('links.propose', { report: reports[0]!.id, years: 'all' }),
    ).years;
    expect(years).toHaveLength(9);
    const notSure = years.flatMap(({ fiscalYear, rows }) =>
      rows.flatMap(({ number, certainty }) =>
        certainty === 'same' ? [] : [[fiscalYear, number, certainty]],
      ),
    );
    expect(notSure).toEqual([
      [2021, 1, 'similar'],
      [2020, 2, 'none'],
    ]);
  });

  test('come in beside files that can’t be read, each of which says why', async () => {
    const [good, other] = writeYears(folder, [2023, 2024]);
    const bad = {
      '旧形式.doc': oldWordFile,
      '空.docx': Buffer.alloc(0),
      '表のない文書.docx': docxByHand({ body: paragraph('令和6年度の会議の記録') }),
    };
    for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(folder, name), bytes);
    const files = await readAll([
      join(folder, '旧形式.doc'),
      good!.path,
      join(folder, '空.docx'),
      join(folder, 'ない.docx'),
      join(folder, '表のない文書.docx'),
      other!.path,
    ]);
    expect(files).toMatchObject([
      { kind: 'refused', fileName: '旧形式.doc', failure: { code: 'word-refused', why: 'old-format' } },
      { kind: 'read', reading: { fileName: good!.name } },
      { kind: 'refused', fileName: '空.docx', failure: { code: 'word-refused', why: 'empty' } },
      { kind: 'refused', fileName: 'ない.docx', failure: { code: 'file-missing' } },
      { kind: 'refused', fileName: '表のない文書.docx', failure: { code: 'report-table-missing' } },
      { kind: 'read', reading: { fileName: other!.name } },
    ]);
    const readings = readingsOf(files).map((reading) => completed(reading));
    must(await application.call('imports.storeMany', { readings }));
    expect(await listed()).toHaveLength(2);
  });

  test('wait one by one to be looked at, and are read again with their changes taken the other way', async () => {
    const layout = layouts.find(({ name }) => name === 'tracked changes, taken as accepted');
    const changed = join(folder, '変更履歴.docx');
    writeFileSync(changed, layout!.make(sampleOf(2024)));
    const [plainFile] = writeYears(folder, [2023]);
    const [first, second] = readingsOf(await readAll([plainFile!.path, changed]));
    expect([first?.hasTrackedChanges, second?.hasTrackedChanges]).toEqual([false, true]);

    const shown = must(await application.call('imports.show', { reading: second!.id }));
    expect(shown.cells.length).toBeGreaterThan(50);
    const again = must(await application.call('imports.read', { again: second!.id, changes: 'original' }));
    expect(again.cells).not.toEqual(shown.cells);
    expect(mustFail(await application.call('imports.show', { reading: second!.id })).code).toBe(
      'reading-missing',
    );
    // The others wait as before.
    must(await application.call('imports.show', { reading: first!.id }));
    const readings = [completed(first!), completed(again)];
    const { files } = must(await application.call('imports.storeMany', { readings }));
    expect(files.map(({ kind }) => kind)).toEqual(['stored', 'stored']);
  });
});

describe('a file that does not say its year', () => {
  test('has it from its name, or waits until a person says it', async () => {
    const yearless = layouts[0]!.make({ ...sampleOf(2020), yearLabel: '' });
    const named = join(folder, '（最終）平成30年度_部長の目標.docx');
    const nameless = join(folder, '部長の目標.docx');
    writeFileSync(named, yearless);
    writeFileSync(nameless, yearless);
    const [first, second] = readingsOf(await readAll([named, nameless]));
    expect(first?.heading).toMatchObject({ fiscalYear: 2018, yearLabel: '平成30年度' });
    expect(second?.heading).toMatchObject({ fiscalYear: 0, yearLabel: '' });
    for (const reading of [first, second]) expect(reading?.missing).toContain('fiscalYear');

    expect(mustFail(await application.call('imports.store', { reading: second!.id })).code).toBe(
      'report-year-missing',
    );
    expect(
      mustFail(await application.dispatch('imports.storeMany', { readings: [completed(second!)] })).code,
    ).toBe('request-invalid');
    const readings = [completed(first!), completed(second!, { fiscalYear: 2019, yearLabel: '令和元年度' })];
    const { files } = must(await application.call('imports.storeMany', { readings }));
    expect(files[0]).toMatchObject({ kind: 'stored' });
    const warnings = files[0]?.kind === 'stored' ? files[0].imported.warnings : [];
    expect(warnings.join()).toContain('ファイル名から「平成30年度」');
    expect((await listed()).map(({ fiscalYear }) => fiscalYear)).toEqual([2019, 2018]);
  });
});

describe('two files of one year and department', () => {
  test('are both refused by name, and the rest is stored', async () => {
    const [one, two, other] = writeYears(folder, [2024, 2024, 2023]).map(({ draft }, at) => {
      const path = join(folder, `${at}.docx`);
      writeFileSync(path, layouts[0]!.make(draft));
      return path;
    });
    const readings = readingsOf(await readAll([one!, two!, other!]));
    const { files } = must(
      await application.call('imports.storeMany', {
        readings: readings.map((reading) => completed(reading)),
      }),
    );
    expect(files).toMatchObject([
      { kind: 'refused', failure: { code: 'report-chosen-twice', fileName: '0.docx', other: '1.docx' } },
      { kind: 'refused', failure: { code: 'report-chosen-twice', fileName: '1.docx', other: '0.docx' } },
      { kind: 'stored' },
    ]);
    // They still wait: one of them is chosen, or called otherwise.
    const [first, second] = readings;
    const again = [completed(first!), completed(second!, { department: '別の部' })];
    const { files: stored } = must(await application.call('imports.storeMany', { readings: again }));
    expect(stored.map(({ kind }) => kind)).toEqual(['stored', 'stored']);
  });

  test('of which one is stored already: the other says which report it would update', async () => {
    const [file] = writeYears(folder, [2024]);
    const [first] = readingsOf(await readAll([file!.path]));
    must(await application.call('imports.storeMany', { readings: [completed(first!)] }));
    const [report] = await listed();
    const [second] = readingsOf(await readAll([file!.path]));
    expect(second).toMatchObject({ updates: report?.id, heading: { municipality: city } });
    // What was stored is not to be stored again.
    expect(
      must(await application.call('imports.storeMany', { readings: [completed(first!)] })).files,
    ).toMatchObject([{ kind: 'refused', failure: { code: 'reading-missing' } }]);
  });
});

describe('stopping', () => {
  test('while files are read leaves nothing waiting', async () => {
    const written = writeYears(folder, decade);
    application.several.push(...written.map(({ path }) => path));
    const answer = application.call('imports.readMany', {});
    await until(() => progress('imports.readMany').length >= 4);
    expect(must(await application.call('work.cancel', { request: 'imports.readMany' }))).toEqual({
      cancelled: true,
    });
    expect(mustFail(await answer)).toEqual({ code: 'cancelled' });
    expect(progress('imports.readMany').length).toBeLessThan(10);
  });

  test('while files are stored keeps what is stored, and says which that is', async () => {
    const readings = readingsOf(await readAll(writeYears(folder, decade).map(({ path }) => path)));
    const answer = application.call('imports.storeMany', {
      readings: readings.map((reading) => completed(reading)),
    });
    await until(() => progress('imports.storeMany').length >= 4);
    must(await application.call('work.cancel', { request: 'imports.storeMany' }));
    const { files } = must(await answer);
    const kinds = files.map(({ kind }) => kind);
    const stored = kinds.filter((kind) => kind === 'stored').length;
    expect(stored).toBeGreaterThanOrEqual(3);
    expect(stored).toBeLessThan(10);
    expect(kinds).toEqual(decade.map((_, at) => (at < stored ? 'stored' : 'left')));
    expect(await listed()).toHaveLength(stored);
    // The rest still waits.
    const rest = readings.slice(stored).map((reading) => completed(reading));
    must(await application.call('imports.storeMany', { readings: rest }));
    expect(await listed()).toHaveLength(10);
  });
});

test('more files than are taken at one go are refused before any is read', async () => {
  application.several.push(...Array.from({ length: 101 }, (_, at) => join(folder, `${at}.docx`)));
  expect(mustFail(await application.call('imports.readMany', {}))).toEqual({
    code: 'too-many-files',
    files: 101,
    limit: 100,
  });
  expect(progress('imports.readMany')).toEqual([]);
});
