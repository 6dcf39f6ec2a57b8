import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeptDraft } from '../../shared/model/draft.ts';
import { draftLibrary } from '../support/draft-library.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const heading = {
  municipality: '川辺市',
  department: '総務部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '総務部長',
  headName: '堤 一郎',
};
let folder: string;
let application: TestApplication;
let report: string;

beforeEach(async () => {
  folder = newFolder();
  application = openTestApplication(folder);
  report = must(await application.call('reports.create', heading)).report;
});

const draftOf = (text: string, turn = 1, page = 'page1'): KeptDraft => ({
  library: draftLibrary(join(folder, '報告.sengen')),
  report,
  page,
  turn,
  draft: {
    steps: [
      {
        id: 'step1',
        edits: [
          {
            kind: 'set-field',
            owner: 'report',
            field: 'headName',
            before: '堤 一郎',
            after: text,
          },
        ],
      },
    ],
    aside: [],
    unsent: [],
  },
});
const nothing = { steps: [], aside: [], unsent: [] };
const keep = async (draft: KeptDraft) => must(await application.call('drafts.keep', draft));
const read = async () => must(await application.call('drafts.read', { report }));
const stray = async () => must(await application.call('drafts.stray', {}));
const files = () => (existsSync(join(folder, 'drafts')) ? readdirSync(join(folder, 'drafts')) : []);
/** The program dies and is started again on a library of this name. */
const startAgain = async (name?: string): Promise<void> => {
  await application.close();
  application = openTestApplication(folder, name);
};

describe('a draft', () => {
  test('is a file that this account alone may read, whole when it is answered', async () => {
    await keep(draftOf('岸 二郎'));
    expect(files()).toHaveLength(1);
    const place = join(folder, 'drafts');
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(statSync(join(place, files()[0] ?? '')).mode & 0o777).toBe(0o600);
    await startAgain();
    expect(await read()).toEqual([draftOf('岸 二郎')]);
  });

  test('is the latest of its page, in whatever order they are written', async () => {
    const turns = Array.from({ length: 30 }, (_, at) => draftOf('長'.repeat(at + 1), at + 1));
    await Promise.all([...turns.slice(10), ...turns.slice(0, 10)].map(keep));
    expect(await read()).toEqual([turns.at(-1)]);
    expect(files()).toHaveLength(1);
  });

  test('goes when its page has nothing left, and leaves no file', async () => {
    await keep(draftOf('岸 二郎', 1));
    await keep(draftOf('岸 三郎', 1, 'page2'));
    await keep({ ...draftOf('', 2), draft: nothing });
    expect(await read()).toEqual([draftOf('岸 三郎', 1, 'page2')]);
    await application.call('drafts.forget', { report, page: 'page2', turn: 1 });
    expect(files()).toEqual([]);
  });

  test('is not taken away for an earlier one of the same page', async () => {
    await keep(draftOf('岸 二郎', 5));
    await application.call('drafts.forget', { report, page: 'page1', turn: 4 });
    expect(await read()).toEqual([draftOf('岸 二郎', 5)]);
  });

  test('that is handed over late does not take the place of a later one, after a start neither', async () => {
    await keep(draftOf('岸 二郎', 5));
    await startAgain();
    await keep(draftOf('岸', 4));
    expect(await read()).toEqual([draftOf('岸 二郎', 5)]);
    await keep(draftOf('岸 三郎', 6));
    expect(await read()).toEqual([draftOf('岸 三郎', 6)]);
  });

  test('of an earlier version of the program is found by the library’s path', async () => {
    await keep(draftOf('岸 二郎'));
    const file = join(folder, 'drafts', files()[0] ?? '');
    const { path, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as { path: string };
    writeFileSync(file, JSON.stringify({ ...kept, library: path }));
    await startAgain();
    expect(await read()).toEqual([draftOf('岸 二郎')]);
    await startAgain('別.sengen');
    expect(await read()).toEqual([]);
  });

  test('of a version that kept nothing unsent is given back', async () => {
    await keep(draftOf('岸 二郎'));
    const file = join(folder, 'drafts', files()[0] ?? '');
    const { draft, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as KeptDraft;
    const { unsent: _unsent, ...earlier } = draft;
    writeFileSync(file, JSON.stringify({ ...kept, draft: earlier }));
    await startAgain();
    expect(await read()).toEqual([draftOf('岸 二郎')]);
  });

  test('that nobody can read stays where it is', async () => {
    await keep(draftOf('岸 二郎'));
    writeFileSync(join(folder, 'drafts', `${report}.page9.json`), '{"half');
    expect(await read()).toEqual([draftOf('岸 二郎')]);
    expect(files()).toHaveLength(2);
  });

  test('is kept though the library can’t be read any more', async () => {
    writeFileSync(join(folder, '報告.sengen'), Buffer.alloc(40_960, 0x5a));
    await keep(draftOf('岸 二郎'));
    expect(files()).toHaveLength(1);
  });
});

describe('a draft of a library', () => {
  test('is not given to a copy of it', async () => {
    await keep(draftOf('岸 二郎'));
    await application.close();
    copyFileSync(join(folder, '報告.sengen'), join(folder, '写し.sengen'));
    application = openTestApplication(folder, '写し.sengen');
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
    expect(await read()).toEqual([]);
    expect(await stray()).toEqual([]);
  });

  test('that a browser hands over while a copy is open waits for the library', async () => {
    await application.close();
    copyFileSync(join(folder, '報告.sengen'), join(folder, '写し.sengen'));
    const recent = join(folder, 'recent.json');
    await openTestApplication(folder, '報告.sengen', recent).close();
    application = openTestApplication(folder, '写し.sengen', recent);
    await keep(draftOf('岸 二郎'));
    expect(await read()).toEqual([]);
    expect(await stray()).toEqual([]);
    await startAgain();
    expect(await read()).toEqual([draftOf('岸 二郎')]);
  });

  test('of which nobody knows where it is, or even which it was, is told and left alone', async () => {
    await startAgain('別.sengen');
    await keep(draftOf('岸 二郎'));
    await keep({ ...draftOf('岸 三郎', 1, 'page2'), library: null });
    const told = [
      { ...draftOf('岸 二郎'), libraryIsThere: false, canBeTaken: false },
      { ...draftOf('岸 三郎', 1, 'page2'), library: null, libraryIsThere: false, canBeTaken: false },
    ];
    expect(await stray()).toMatchObject(told);
    await startAgain();
    // The first knows its library by the name; the second is told there, too, and can be taken by the person alone.
    expect(await read()).toEqual([draftOf('岸 二郎')]);
    expect(await stray()).toMatchObject([{ page: 'page2', canBeTaken: true, department: '総務部' }]);
  });

  test('that was moved is told with its report, and taken only when the person says so', async () => {
    await keep(draftOf('岸 二郎'));
    await application.close();
    renameSync(join(folder, '報告.sengen'), join(folder, '移した.sengen'));
    application = openTestApplication(folder, '移した.sengen');
    expect(await read()).toEqual([]);
    expect(await stray()).toMatchObject([
      { ...draftOf('岸 二郎'), libraryIsThere: false, canBeTaken: true, department: '総務部' },
    ]);
    must(await application.call('drafts.take', { report, page: 'page1', turn: 1 }));
    expect(await stray()).toEqual([]);
    const library = draftLibrary(join(folder, '移した.sengen'));
    expect(await read()).toEqual([{ ...draftOf('岸 二郎'), library }]);
  });

  test('that is gone is offered by every other', async () => {
    await keep(draftOf('岸 二郎'));
    await application.close();
    rmSync(join(folder, '報告.sengen'));
    application = openTestApplication(folder, '別.sengen');
    expect(await stray()).toEqual([
      {
        ...draftOf('岸 二郎'),
        libraryIsThere: false,
        canBeTaken: false,
        department: '総務部',
        yearLabel: '令和8年度',
      },
    ]);
  });

  test('is offered on the list when its report was removed, and by the report once it is back', async () => {
    await keep(draftOf('岸 二郎'));
    must(await application.call('reports.remove', { report }));
    expect(await stray()).toMatchObject([{ report, department: '総務部', libraryIsThere: true }]);
    must(await application.call('reports.restore', { report }));
    expect(await stray()).toEqual([]);
    expect(await read()).toHaveLength(1);
  });
});

describe('a step of which an earlier draft was stored', () => {
  test('is answered with what stands there', async () => {
    const [early, late] = ['岸', '岸 二郎'].map((text) => draftOf(text).draft.steps[0]!);
    must(await application.call('reports.edit', { report, step: early! }));
    expect(must(await application.call('reports.edit', { report, step: early! })).stored).toBeUndefined();
    expect(must(await application.call('reports.edit', { report, step: late! })).stored).toEqual(
      early!.edits,
    );
  });
});
