import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Reader } from '../../main/foreign-files/reader.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { must, mustFail } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { writeYears } from '../support/years-of-files.ts';

/* A request keeps the library that it began with; a page writes into the one that it shows. */

const newFolder = temporaryFolders();
const open: TestApplication[] = [];
afterEach(async () => {
  for (const application of open.splice(0)) await application.close();
});

/** Two libraries, 乙 there and 甲 open. */
async function twoLibraries(reader?: Reader) {
  const folder = newFolder();
  const second = openTestApplication(folder, '乙.sengen');
  await second.close();
  const first = openTestApplication(folder, '甲.sengen', join(folder, 'recent.json'), reader);
  open.push(first);
  first.files['open-library'] = join(folder, '乙.sengen');
  return { folder, first };
}

async function reportsIn(folder: string, name: string): Promise<number> {
  const application = openTestApplication(folder, name);
  const reports = must(await application.call('reports.list', {}));
  await application.close();
  return reports.length;
}

test('files that are being stored go into one library, however early another is opened', async () => {
  for (const step of [2, 4]) {
    const { folder, first } = await twoLibraries();
    first.several.push(...writeYears(folder, [2018, 2019, 2020, 2021, 2022, 2023]).map(({ path }) => path));
    const read = must(await first.call('imports.readMany', { kind: 'word' }));
    const readings = read.files.flatMap((file) =>
      file.kind === 'read'
        ? [
            {
              reading: file.reading.id,
              heading: { ...file.reading.heading, municipality: '星見市', department: 'くらし安心部' },
            },
          ]
        : [],
    );
    expect(readings.length).toBeGreaterThan(4);
    const storing = first.call('imports.storeMany', { readings });
    // Another window opens the other library once so many are stored.
    let told = 0;
    while (told < step) {
      await new Promise((next) => setImmediate(next));
      told = first.sent.filter(
        ({ name, payload }) =>
          name === 'work.progress' && (payload as { request: string }).request === 'imports.storeMany',
      ).length;
    }
    must(await first.call('library.open', {}));
    const { files } = must(await storing);
    const stored = files.filter(({ kind }) => kind === 'stored').length;
    // The word comes before the file: the last that was told of may not be stored yet.
    expect(stored).toBeGreaterThanOrEqual(step - 1);
    expect(files.filter(({ kind }) => kind === 'left').length).toBe(readings.length - stored);
    await first.close();
    expect(await reportsIn(folder, '甲.sengen')).toBe(stored);
    expect(await reportsIn(folder, '乙.sengen')).toBe(0);
  }
});

test('a page that shows another library is refused, and goes on when its own is open again', async () => {
  const { folder, first } = await twoLibraries();
  const { report } = must(await first.call('sample.add', {}));
  const own = must(await first.call('application.start', {})).library?.id ?? '';
  const copy = join(folder, '写し.sengen');
  const { report: content, sequence } = must(await first.call('reports.read', { report }));
  await first.close();
  copyFileSync(join(folder, '甲.sengen'), copy);
  const application = openTestApplication(folder, '甲.sengen', join(folder, 'recent.json'));
  open.push(application);
  const [row] = content.initiatives;
  const edit = (before: string, after: string) => ({
    report,
    step: {
      id: `step${after.length}aaaaaaaaaaaaaaaa`,
      edits: [{ kind: 'set-field', owner: 'row', initiative: row?.id, field: 'title', before, after }],
    },
  });
  const title = row?.title ?? '';
  must(await application.dispatch('reports.edit', edit(title, '題一'), own));

  application.files['open-library'] = copy;
  const opened = must(await application.call('library.open', {}));
  expect(opened.id).not.toBe(own);
  for (const [name, input] of [
    ['reports.edit', edit(title, '題二二')],
    ['reports.read', { report }],
    ['reports.list', {}],
    ['library.check', {}],
  ] as const) {
    expect(mustFail(await application.dispatch(name, input, own))).toEqual({ code: 'library-changed' });
  }
  const inCopy = must(await application.call('reports.read', { report }));
  expect(inCopy.sequence).toBe(sequence);

  application.files['open-library'] = join(folder, '甲.sengen');
  must(await application.call('library.open', {}));
  must(await application.dispatch('reports.edit', edit('題一', '題三三三'), own));
});

test('a question that stood while another library was opened is answered for none', async () => {
  const { folder, first } = await twoLibraries();
  const { report } = must(await first.call('sample.add', {}));
  let choose: (path: string) => void = () => undefined;
  first.holdNextQuestion((answer) => (choose = answer));
  const exporting = first.call('reports.export', { report });
  // The question stands; it holds nothing up.
  must(await first.call('library.open', {}));
  choose(join(folder, '書き出し.docx'));
  expect(mustFail(await exporting)).toMatchObject({ code: 'library-changed' });
});

test('a file that is being read is waited for, and belongs to the library before', async () => {
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let reading = false;
  const slow: Reader = {
    ...readerHere,
    run: async (...job) => {
      reading = true;
      await held;
      return readerHere.run(...job);
    },
  };
  const { first } = await twoLibraries(slow);
  first.files.import = sampleReport;
  const read = first.call('imports.read', {});
  while (!reading) await new Promise((next) => setImmediate(next));
  const opening = first.call('library.open', {});
  // What comes while another library is being opened waits for it.
  const listed = first.call('reports.list', {});
  goOn();
  const { id } = must(await read);
  must(await opening);
  expect(must(await listed)).toEqual([]);
  expect(mustFail(await first.call('imports.show', { reading: id })).code).toBe('reading-missing');
});
