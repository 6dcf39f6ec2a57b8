import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startApplication, type Application } from '../../main/application/start-application.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { HandedFiles } from '../../main/files/handed-files.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import { WordSurgery } from '../marked/word-surgery.ts';
import { must, mustFail } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { takeIn } from '../support/take-in.ts';
import { oldWordFile } from '../support/years-of-files.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';

const newFolder = temporaryFolders();
const applications: Application[] = [];
afterEach(async () => {
  for (const application of applications.splice(0)) await application.close();
});

/** The application with a page that drops files; a question for a file is answered by `answer` alone. */
function open() {
  const folder = newFolder();
  const dropped = new HandedFiles();
  const asked: string[] = [];
  let answer: string | null = null;
  const application = startApplication({
    databasePath: join(folder, '報告.sengen'),
    createIfMissing: true,
    samplePath: resolve(import.meta.dirname, '../../resources/sample/report.json'),
    version: '0.0.0',
    reader: readerHere,
    ports: {
      shell: 'desktop',
      chooseFile: ({ purpose }) => {
        asked.push(purpose);
        return Promise.resolve(answer === null ? failed({ code: 'cancelled' }) : success(answer));
      },
      chooseFiles: () => Promise.resolve(failed({ code: 'cancelled' })),
      chooseFolder: () => Promise.resolve(failed({ code: 'cancelled' })),
      droppedFile: (token) => dropped.find(token),
      revealFile: () => undefined,
      send: () => undefined,
      userName: '試験担当',
      now: () => new Date('2026-05-01T09:00:00+09:00'),
      log: () => undefined,
    },
  });
  applications.push(application);
  const call = async <N extends RequestName>(
    name: N,
    input: RequestInput<N>,
  ): Promise<Result<RequestOutput<N>>> =>
    (await application.dispatch(name, structuredClone(input))) as Result<RequestOutput<N>>;
  return {
    folder,
    asked,
    call,
    drop: (path: string, isCopy = false) => dropped.keep({ path, isCopy }),
    exportTo: async (path: string): Promise<string> => {
      const { report } = must(await call('sample.add', {}));
      answer = path;
      must(await call('reports.export', { report, form: 'report' }));
      answer = null;
      asked.length = 0;
      return report;
    },
  };
}

test('an exported file is known with its report, as stored, as changed, and as signed', async () => {
  const { call, drop, exportTo, folder } = open();
  const path = join(folder, '提出.docx');
  const report = await exportTo(path);
  const known = { kind: 'exported', report, reportName: '令和7年度 くらし安心部', revision: 1 };
  expect(must(await call('drops.examine', { dropped: drop(path) }))).toMatchObject({
    ...known,
    fileName: '提出.docx',
    status: 'stored-text',
    changes: 0,
    comments: 0,
  });

  const { initiatives } = must(await call('reports.read', { report })).report;
  const [one] = initiatives;
  if (one === undefined) throw new Error('the sample has no rows');
  const surgery = await WordSurgery.open(readFileSync(path));
  surgery.track(one.id, 'plan', { old: '', now: 'なお、', author: '部長', behind: '・' });
  writeFileSync(join(folder, '朱書き.docx'), surgery.bytes());
  const marked = drop(join(folder, '朱書き.docx'));
  expect(must(await call('drops.examine', { dropped: marked }))).toMatchObject({
    ...known,
    status: 'differs',
    cells: 1,
    changes: 1,
  });
});

test('requests take a dropped file and ask for none', async () => {
  const { call, drop, exportTo, folder, asked } = open();
  const path = join(folder, '提出.docx');
  await exportTo(path);
  const dropped = drop(path);
  expect(must(await call('files.verify', { dropped })).status).toBe('same-text');
  expect(must(await call('markups.take', { dropped })).suggestions).toBe(0);
  const reading = must(await call('imports.read', { dropped }));
  expect(reading.fileName).toBe('提出.docx');
  // Read again the other way: neither asked for nor dropped again.
  const again = must(await call('imports.read', { changes: 'original', again: reading.id }));
  expect(again.rows).toBe(reading.rows);
  expect(mustFail(await call('imports.read', { again: reading.id })).code).toBe('reading-missing');
  expect(must(await takeIn({ call }, { dropped: drop(sampleReport) })).rows).toBe(reading.rows);
  expect(asked).toEqual([]);
});

test('other files are what their content says, not what they are called', async () => {
  const { call, drop, folder } = open();
  const write = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return drop(join(folder, name));
  };
  const examine = async (dropped: string) => call('drops.examine', { dropped });
  const typed = layouts[0]?.make(draftOfFile(sampleReport)) ?? new Uint8Array();
  expect(must(await examine(write('前年度', typed)))).toMatchObject({ kind: 'word', comments: 0 });
  expect(must(await examine(drop(sampleReport)))).toMatchObject({ kind: 'report-json' });
  expect(must(await examine(write('一覧.csv', 'a,b')))).toMatchObject({ kind: 'other' });
  expect(mustFail(await examine(write('空.docx', ''))).code).toBe('word-refused');
  expect(mustFail(await examine(write('旧.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).code).toBe(
    'word-refused',
  );
  expect(mustFail(await examine(write('別.json', '{"format":"別"}'))).code).toBe('format-unknown');
  expect(mustFail(await examine(drop(folder))).code).toBe('file-is-a-folder');
  expect(mustFail(await examine(drop(join(folder, 'ない.docx')))).code).toBe('file-missing');
  expect(mustFail(await examine('abcd')).code).toBe('dropped-file-forgotten');
});

test('the open library stays open and whole when it is dropped; a copy of one is asked for again', async () => {
  const { call, drop, exportTo, folder, asked } = open();
  await exportTo(join(folder, '提出.docx'));
  const library = join(folder, '報告.sengen');
  expect(must(await call('drops.examine', { dropped: drop(library) }))).toMatchObject({
    kind: 'library',
    asksAgain: false,
  });
  expect(must(await call('library.open', { dropped: drop(library) })).path).toBe(library);
  expect(must(await call('reports.list', {}))).toHaveLength(1);
  expect(asked).toEqual([]);
  expect(mustFail(await call('library.open', { dropped: drop(library, true) })).code).toBe('cancelled');
  expect(asked).toEqual(['open-library']);
});

test('a .doc that is dropped is refused in words wherever a Word file is taken, and nothing is changed by it', async () => {
  const { call, drop, exportTo, folder, asked } = open();
  const report = await exportTo(join(folder, '提出.docx'));
  const before = must(await call('reports.read', { report }));
  for (const name of ['旧形式.doc', '名前だけ新しい.docx']) {
    const path = join(folder, name);
    writeFileSync(path, oldWordFile);
    const answers: readonly Result<unknown>[] = [
      await call('drops.examine', { dropped: drop(path) }),
      await call('imports.read', { dropped: drop(path) }),
      await call('markups.take', { dropped: drop(path) }),
      await call('files.verify', { dropped: drop(path) }),
    ];
    for (const answer of answers) {
      const failure = mustFail(answer);
      expect(failure).toMatchObject({ code: 'word-refused', why: 'old-format' });
      const said = JSON.stringify(failureSentences(failure));
      expect(said).toContain(name);
      expect(said).toContain('ファイルの種類を「Word 文書（.docx）」にして保存し');
    }
    const { files } = must(await call('imports.readMany', { dropped: [drop(path)] }));
    expect(files).toMatchObject([{ kind: 'refused', fileName: name, failure: { why: 'old-format' } }]);
  }
  expect(must(await call('reports.read', { report }))).toEqual(before);
  expect(must(await call('markups.list', { report })).bringBacks).toEqual([]);
  expect(asked).toEqual([]);
});
