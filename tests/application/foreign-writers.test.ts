import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import type { Report } from '../../shared/model/report.ts';
import { foreignWriters, writingOver } from '../support/foreign-writers.ts';
import { lost } from '../support/lost.ts';
import { draftLibrary } from '../support/draft-library.ts';
import { must } from '../support/must.ts';
import { onWindows } from '../support/on-windows.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';

/* Somebody writes over the open library, or takes it away: nothing is called saved, and all of it stands in a file. */

const newFolder = temporaryFolders();
const ways = Object.keys(foreignWriters).length;
const runs = trustRuns('foreign-writers', { part: 'each way', quick: ways, whole: ways });
const opened: TestApplication[] = [];
afterEach(async () => {
  for (const application of opened.splice(0)) await application.close();
});

function openIn(folder: string, name = '報告.sengen'): TestApplication {
  const recent = join(dirname(folder), `${basename(folder)}-recent.json`);
  const shelf = join(dirname(folder), `${basename(folder)}-控え`);
  const application = openTestApplication(folder, name, recent, readerHere, shelf);
  opened.push(application);
  return application;
}

const at = (folder: string): string => join(folder, '報告.sengen');

async function reportNow(application: TestApplication): Promise<Report> {
  const [first] = must(await application.call('reports.list', {}));
  return must(await application.call('reports.read', { report: first!.id })).report;
}

async function writeTitle(application: TestApplication, report: Report, after: string) {
  const { id, title } = report.initiatives[0]!;
  const edits = [
    { kind: 'set-field', owner: 'row', initiative: id, field: 'title', before: title, after } as const,
  ];
  return application.call('reports.edit', { report: report.id, step: { id: newIdentifier(), edits } });
}

/** A library in which something was stored after `earlier` was copied. */
async function libraryInUse() {
  const folder = join(newFolder(), '部');
  mkdirSync(folder);
  const application = openIn(folder);
  must(await application.call('sample.add', {}));
  const earlier = join(newFolder(), 'earlier.bin');
  copyFileSync(at(folder), earlier);
  must(await writeTitle(application, await reportNow(application), '公園の遊具の点検を早める'));
  return { folder, application, earlier, stored: await reportNow(application) };
}

const bytesAt = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'base64') : null);

describe('a program of others', () => {
  for (const [what, write] of Object.entries(onWindows ? writingOver : foreignWriters)) {
    test(`${what}: the next step is not called saved, and everything stands in a new file`, async () => {
      const { folder, application, earlier, stored } = await libraryInUse();
      write(at(folder), earlier);
      const left = bytesAt(at(folder));
      const { rescued } = lost(await writeTitle(application, stored, 'もう保存できない'));
      expect(rescued).toMatchObject({ backup: null, rest: null });
      // Whatever is asked then is answered likewise, and nothing is written out twice.
      expect(lost(await application.call('reports.read', { report: stored.id })).rescued).toEqual(rescued);
      expect(application.sent.map(({ name }) => name)).toContain('library.changed');
      expect(must(await application.call('application.start', {})).libraryFailure).toMatchObject({
        rescued,
      });

      expect(must(await application.call('library.openRescued', {})).path).toBe(rescued!.file);
      expect(await reportNow(application)).toEqual(stored);
      must(await writeTitle(application, stored, '新しいファイルで続ける'));
      must(await application.call('library.check', {}));
      await application.close();
      // What the other program left is left alone.
      expect(bytesAt(at(folder))).toBe(left);
      const others = ['報告.sengen', '報告.sengen.old', 'drafts', basename(rescued!.file)];
      expect(readdirSync(folder).filter((name) => !others.includes(name))).toEqual([]);
      runs.took();
    });
  }

  test('is noticed while nobody asks for anything', async () => {
    const { folder, application } = await libraryInUse();
    foreignWriters['writes over all but its first page']!(at(folder), '');
    await vi.waitFor(
      () =>
        expect(
          application.sent.map(({ name }) => name).filter((n) => n === 'library.changed'),
        ).toHaveLength(2),
      { timeout: 60_000 },
    );
    expect(readdirSync(folder).filter((name) => name.includes('.rescued-'))).toHaveLength(1);
  });

  test('hides its doing behind size and time: looking through the library reads the disk', async () => {
    const { folder, application, earlier, stored } = await libraryInUse();
    const { atime, mtime } = statSync(at(folder));
    utimesSync(at(folder), atime, mtime);
    must(await application.call('library.check', {}));
    foreignWriters['writes over one page in the middle']!(at(folder), earlier);
    utimesSync(at(folder), atime, mtime);
    const { how, rescued } = lost(await application.call('library.check', {}));
    expect(how).toBe('overwritten');
    const again = openIn(folder, basename(rescued!.file));
    expect(await reportNow(again)).toEqual(stored);
  });

  test.skipIf(onWindows)(
    'takes the folder away: the new file stands in a place of the program’s own',
    async () => {
      const { folder, application, stored } = await libraryInUse();
      rmSync(folder, { recursive: true });
      const { how, rescued } = lost(await writeTitle(application, stored, 'もう保存できない'));
      expect(how).toBe('missing');
      expect(dirname(rescued!.file)).not.toBe(folder);
      const again = openIn(dirname(rescued!.file), basename(rescued!.file));
      expect(await reportNow(again)).toEqual(stored);
    },
  );

  test('writes the very same bytes, or only touches it: nothing is lost, and work goes on', async () => {
    const { folder, application, stored } = await libraryInUse();
    const same = readFileSync(at(folder));
    writeFileSync(at(folder), same);
    must(await writeTitle(application, stored, '同じ内容が書かれたあと'));
    utimesSync(at(folder), new Date(), new Date());
    must(await writeTitle(application, await reportNow(application), '日付が変わったあと'));
    expect(readdirSync(folder).filter((name) => name.includes('.rescued-'))).toEqual([]);
  });

  test.skipIf(onWindows)('moves it away and brings it back: work goes on in it', async () => {
    const { folder, application, stored } = await libraryInUse();
    renameSync(at(folder), join(folder, 'away'));
    lost(await writeTitle(application, stored, 'もう保存できない'));
    renameSync(join(folder, 'away'), at(folder));
    must(await writeTitle(application, stored, '戻ってから'));
    expect(must(await application.call('application.start', {})).libraryFailure).toBeNull();
  });

  test('what is typed after the loss is given back in the new file', async () => {
    const { folder, application, stored } = await libraryInUse();
    foreignWriters['empties it']!(at(folder), '');
    const { rescued } = lost(await writeTitle(application, stored, 'もう保存できない'));
    const step = {
      id: newIdentifier(),
      edits: [
        {
          kind: 'set-field',
          owner: 'row',
          initiative: stored.initiatives[0]!.id,
          field: 'title',
          before: stored.initiatives[0]!.title,
          after: '失ったあとに打った文',
        } as const,
      ],
    };
    const kept = {
      library: draftLibrary(at(folder)),
      report: stored.id,
      page: newIdentifier(),
      turn: 1,
      draft: { steps: [step], aside: [], unsent: [] },
    };
    must(await application.call('drafts.keep', kept));
    application.files['open-library'] = rescued!.file;
    must(await application.call('library.open', {}));
    const drafts = must(await application.call('drafts.read', { report: stored.id }));
    expect(JSON.stringify(drafts)).toContain('失ったあとに打った文');
  });
});

test('many records removed leave pages that are not the disk’s, and nothing is called lost', async () => {
  const { application, stored } = await libraryInUse();
  let report = stored;
  while (report.initiatives.length > 0) {
    const edits = [{ kind: 'remove-initiative', at: 0, initiative: report.initiatives[0]! } as const];
    must(
      await application.call('reports.edit', { report: report.id, step: { id: newIdentifier(), edits } }),
    );
    report = await reportNow(application);
    must(await application.call('library.check', {}));
  }
  must(await application.call('reports.undo', { report: report.id }));
  must(await application.call('library.check', {}));
});
