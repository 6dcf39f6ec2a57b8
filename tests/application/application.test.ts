import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requests } from '../../shared/contract/requests.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { reportTableOf } from '../support/table-text.ts';
import { takeIn } from '../support/take-in.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;

beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
});
afterEach(() => application.close());

const heading = {
  municipality: '星見市',
  department: '防災部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '防災部長',
  headName: '岸 ひろし',
};

async function newReport(): Promise<string> {
  return must(await application.call('reports.create', heading)).report;
}

const addRow = (id: string, at: number) =>
  ({ kind: 'add-initiative', at, initiative: { ...emptyInitiative(id), title: `取組${id}` } }) as const;

describe('the gate', () => {
  test('refuses a request that is not in the contract', async () => {
    expect(mustFail(await application.dispatch('reports.destroy', {}))).toEqual({
      code: 'request-unknown',
      request: 'reports.destroy',
    });
    expect(mustFail(await application.dispatch('toString', {})).code).toBe('request-unknown');
  });

  test('refuses input of the wrong shape for every request that takes any', async () => {
    for (const name of Object.keys(requests)) {
      expect(mustFail(await application.dispatch(name, null))).toMatchObject({ code: 'request-invalid' });
      expect(mustFail(await application.dispatch(name, 'x'.repeat(100)))).toMatchObject({
        code: 'request-invalid',
      });
    }
    const report = await newReport();
    const edits = [{ ...addRow('aaaa', 0), initiative: { ...emptyInitiative('aaaa'), title: '鐘\u0007' } }];
    expect(
      mustFail(await application.dispatch('reports.edit', { report, step: { id: 'step0001', edits } })),
    ).toMatchObject({ code: 'request-invalid' });
  });

  test('answers a bug with a reference, and keeps the details in the log', async () => {
    application.files.import = 'トラブル\0.json';
    const failure = mustFail(await takeIn(application));
    if (failure.code === 'unexpected') {
      expect(application.logged[0]?.reference).toBe(failure.reference);
    } else {
      expect(failure.code).toBe('file-unreadable');
    }
  });
});

describe('a report', () => {
  test('is made, changed, taken back and done again, and stays so after a restart', async () => {
    const report = await newReport();
    const step = { id: 'step0001', edits: [addRow('aaaa', 0), addRow('bbbb', 1)] };
    const accepted = must(await application.call('reports.edit', { report, step }));
    expect(accepted.sequence).toBe(1);
    expect(accepted.history.undo).toMatchObject({ kinds: ['add-initiative'] });

    must(await application.call('reports.undo', { report }));
    expect(must(await application.call('reports.read', { report })).report.initiatives).toEqual([]);
    await application.close();
    application = openTestApplication(folder);

    must(await application.call('reports.redo', { report }));
    const read = must(await application.call('reports.read', { report }));
    expect(read.report.initiatives.map(({ title }) => title)).toEqual(['取組aaaa', '取組bbbb']);
    expect(mustFail(await application.call('reports.redo', { report })).code).toBe('nothing-to-redo');
  });

  test('tells its pages of every change', async () => {
    const report = await newReport();
    const step = { id: 'step0001', edits: [addRow('aaaa', 0)] };
    must(await application.call('reports.edit', { report, step }));
    must(await application.call('reports.undo', { report }));
    expect(application.sent.filter(({ name }) => name === 'reports.changed')).toMatchObject([
      { payload: { report, sequence: 1, step: 'step0001', edits: step.edits } },
      { payload: { report, sequence: 2, edits: [{ kind: 'remove-initiative' }] } },
    ]);
  });

  test('refuses a change made to other content, and keeps what was first', async () => {
    const report = await newReport();
    must(
      await application.call('reports.edit', {
        report,
        step: { id: 'step0001', edits: [addRow('aaaa', 0)] },
      }),
    );
    const change = (id: string, after: string) =>
      application.call('reports.edit', {
        report,
        step: {
          id,
          edits: [
            {
              kind: 'set-field',
              owner: 'row',
              initiative: 'aaaa',
              field: 'title',
              before: '取組aaaa',
              after,
            },
          ],
        },
      });
    must(await change('step0002', '先の題名'));
    expect(mustFail(await change('step0003', '後の題名'))).toMatchObject({
      code: 'stale-edit',
      initiative: 'aaaa',
    });
    const read = must(await application.call('reports.read', { report }));
    expect(read.report.initiatives[0]?.title).toBe('先の題名');
  });
});

describe('the sample', () => {
  test('is added once; what someone wrote in it stays', async () => {
    const { report } = must(await application.call('sample.add', {}));
    const { initiatives } = must(await application.call('reports.read', { report })).report;
    const first = initiatives[0] ?? emptyInitiative('none');
    must(
      await application.call('reports.edit', {
        report,
        step: {
          id: 'step0001',
          edits: [
            {
              kind: 'set-field',
              owner: 'row',
              initiative: first.id,
              field: 'title',
              before: first.title,
              after: '書き込み',
            },
          ],
        },
      }),
    );
    expect(must(await application.call('sample.add', {})).report).toBe(report);
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
    expect(must(await application.call('reports.read', { report })).report.initiatives[0]?.title).toBe(
      '書き込み',
    );
  });
});

describe('import', () => {
  test('updates the report of the same year and department as one step that can be taken back', async () => {
    application.files.import = sampleReport;
    const first = must(await takeIn(application));
    const before = must(await application.call('reports.read', { report: first.report }));

    const changed = JSON.parse(readFileSync(sampleReport, 'utf8')) as {
      initiatives: { title: string; plan: string[] }[];
    };
    changed.initiatives.reverse();
    changed.initiatives[0]?.plan.push('加えた一文です。');
    changed.initiatives.splice(3, 1);
    application.files.import = join(folder, '直し.json');
    writeFileSync(application.files.import, JSON.stringify(changed));
    const second = must(await takeIn(application, { choice: { removed: 'all', empties: true } }));
    expect(second).toMatchObject({
      report: first.report,
      made: 'update',
      added: 0,
      updated: 1,
      removed: 1,
    });

    const after = must(await application.call('reports.read', { report: first.report })).report;
    expect(after.initiatives.map(({ title }) => title)).toEqual(
      changed.initiatives.map(({ title }) => title),
    );
    expect(after.initiatives[0]?.id).toBe(before.report.initiatives.at(-1)?.id);

    const undone = must(await application.call('reports.undo', { report: first.report }));
    expect(undone.history.redo?.cause).toEqual({ kind: 'import-file', fileName: '直し.json' });
    expect(must(await application.call('reports.read', { report: first.report })).report).toEqual(
      before.report,
    );
  });

  test('of another year with the identifiers of this one makes a new report', async () => {
    application.files.import = sampleReport;
    const first = must(await takeIn(application));
    application.files.export = join(folder, '控え.json');
    must(await application.call('reports.export', { report: first.report, form: 'report', kind: 'json' }));
    const next = JSON.parse(readFileSync(application.files.export, 'utf8')) as Record<string, unknown>;
    application.files.import = join(folder, '翌年.json');
    writeFileSync(
      application.files.import,
      JSON.stringify({ ...next, fiscalYear: 2026, yearLabel: '令和8年度' }),
    );
    const second = must(await takeIn(application));
    expect(second.report).not.toBe(first.report);
    expect(second.warnings.length).toBeGreaterThan(0);
    const rows = async (report: string): Promise<number> =>
      must(await application.call('reports.read', { report })).report.initiatives.length;
    expect([await rows(first.report), await rows(second.report)]).toEqual([15, 15]);
  });
});

describe('export', () => {
  test('suggests the official name, writes the file and shows it in its folder', async () => {
    const { report } = must(await application.call('sample.add', {}));
    application.files.export = join(folder, '提出.docx');
    const { path } = must(await application.call('reports.export', { report, form: 'declaration' }));
    expect(application.wishes.at(-1)).toMatchObject({
      mode: 'save',
      suggestedName: '01_令和7年度_くらし安心部長の目標宣言_第1版.docx',
    });
    const [columns] = await reportTableOf(readFileSync(path));
    expect(columns).toHaveLength(4);
    await application.call('files.reveal', { path });
    await application.call('files.reveal', { path: '/etc/passwd' });
    expect(application.revealed).toEqual([path]);
    expect(application.sent.map(({ name }) => name)).toContain('export.progress');
  });

  test('changed minds change nothing', async () => {
    const { report } = must(await application.call('sample.add', {}));
    const before = readdirSync(folder);
    expect(mustFail(await application.call('reports.export', { report, form: 'report' }))).toEqual({
      code: 'cancelled',
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('over a file open in Word leaves that file as it was', async () => {
    const { report } = must(await application.call('sample.add', {}));
    application.files.export = join(folder, '報告.docx');
    writeFileSync(application.files.export, '部長の朱書き入り');
    writeFileSync(join(folder, '~$報告.docx'), '');
    expect(mustFail(await application.call('reports.export', { report, form: 'report' })).code).toBe(
      'target-in-use',
    );
    expect(readFileSync(application.files.export, 'utf8')).toBe('部長の朱書き入り');
  });
});

describe('libraries', () => {
  test('another is opened or made, and the first stays whole', async () => {
    await newReport();
    application.files['create-library'] = join(folder, '別.sengen');
    expect(must(await application.call('library.create', {})).name).toBe('別.sengen');
    expect(must(await application.call('reports.list', {}))).toEqual([]);
    application.files['open-library'] = join(folder, '報告.sengen');
    must(await application.call('library.open', {}));
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
  });

  test('one that is refused leaves the open one in use', async () => {
    await newReport();
    const foreign = join(folder, '別物.sengen');
    writeFileSync(foreign, 'これはデータベースではありません'.repeat(40));
    application.files['open-library'] = foreign;
    expect(mustFail(await application.call('library.open', {})).code).toBe('library-not-a-database');
    expect(must(await application.call('reports.list', {}))).toHaveLength(1);
  });

  test('one that is in use is refused to a second program', async () => {
    const second = openTestApplication(folder);
    const start = must(await second.call('application.start', {}));
    expect(start.library).toBeNull();
    expect(start.libraryFailure).toMatchObject({ code: 'library-in-use' });
    expect(mustFail(await second.call('reports.list', {})).code).toBe('library-not-open');
    await second.close();
  });

  test('a read-only one opens for reading: all of it is there, and nothing can be changed', async () => {
    const name = '読み取り専用.sengen';
    const writable = openTestApplication(folder, name);
    const { report } = must(await writable.call('sample.add', {}));
    await writable.close();
    chmodSync(join(folder, name), 0o444);
    const readOnly = openTestApplication(folder, name);
    const start = must(await readOnly.call('application.start', {}));
    expect(start).toMatchObject({ library: { name, isReadOnly: true }, libraryFailure: null });
    const [row] = must(await readOnly.call('reports.read', { report })).report.initiatives;
    expect(must(await readOnly.call('search.find', { query: row!.title })).hits).not.toEqual([]);
    const remove = { kind: 'remove-initiative', at: 0, initiative: row! } as const;
    const step = { id: newIdentifier(), edits: [remove] };
    for (const refused of [
      await readOnly.call('reports.edit', { report, step }),
      await readOnly.call('reports.create', heading),
      await readOnly.call('reports.remove', { report }),
    ]) {
      expect(mustFail(refused).code).toBe('library-read-only');
    }
    await readOnly.close();
  });

  test('a folder and a missing place are said at the start', async () => {
    mkdirSync(join(folder, 'フォルダー.sengen'));
    for (const [name, code] of [
      ['フォルダー.sengen', 'library-is-a-folder'],
      ['無い/報告.sengen', 'target-folder-missing'],
    ] as const) {
      const opened = openTestApplication(folder, name);
      const start = must(await opened.call('application.start', {}));
      expect(start.libraryFailure).toMatchObject({ code });
      await opened.close();
    }
    expect(existsSync(join(folder, '無い'))).toBe(false);
  });
});
