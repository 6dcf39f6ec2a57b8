import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { longWork } from '../../main/application/long-work.ts';
import { success } from '../../shared/result.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;

beforeEach(() => {
  folder = newFolder();
  application = openTestApplication(folder);
});
afterEach(() => application.close());

/** A report so long that its export breathes several times. */
async function longReport(): Promise<string> {
  const { initiatives, id: _id, ...heading } = variedReport(2_000);
  const { report } = must(await application.call('reports.create', heading));
  const edits = initiatives.map((initiative, at) => ({ kind: 'add-initiative', at, initiative }) as const);
  must(await application.call('reports.edit', { report, step: { id: 'step0001', edits } }));
  return report;
}

describe('cancelling an export', () => {
  test('answers `cancelled` and writes nothing over what stood there', async () => {
    const report = await longReport();
    const path = join(folder, '出力.docx');
    writeFileSync(path, '前に書き出したもの');
    application.files.export = path;
    const answer = application.call('reports.export', { report, form: 'report' });
    await progress();
    expect(must(await application.call('work.cancel', { request: 'reports.export' }))).toEqual({
      cancelled: true,
    });
    expect(mustFail(await answer)).toEqual({ code: 'cancelled' });
    expect(readFileSync(path, 'utf8')).toBe('前に書き出したもの');
    expect(readdirSync(folder).filter((name) => name.startsWith('~'))).toEqual([]);
    expect(application.logged).toEqual([]);
    const last = application.sent.findLast(({ name }) => name === 'export.progress');
    expect((last?.payload as { written: number }).written).toBeLessThan(2_000);

    const written = must(await application.call('reports.export', { report, form: 'report' }));
    expect(written.path).toBe(path);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });

  test('stops every export under way, and an import not at all', async () => {
    const report = await longReport();
    application.files.export = join(folder, '出力.docx');
    const answers = [1, 2].map(() => application.call('reports.export', { report, form: 'report' }));
    await progress();
    expect(must(await application.call('work.cancel', { request: 'imports.readMany' }))).toEqual({
      cancelled: false,
    });
    must(await application.call('work.cancel', { request: 'reports.export' }));
    for (const answer of answers) expect(mustFail(await answer)).toEqual({ code: 'cancelled' });
    expect(existsSync(join(folder, '出力.docx'))).toBe(false);
  });

  /** Waits until an export has written its first rows. */
  async function progress(): Promise<void> {
    while (!application.sent.some(({ name }) => name === 'export.progress')) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
});

test('an import that was cancelled while its file was being chosen stores nothing', async () => {
  writeFileSync(join(folder, '報告.json'), '{}');
  application.several.push(join(folder, '報告.json'));
  const answer = application.call('imports.readMany', { kind: 'json' });
  expect(must(await application.call('work.cancel', { request: 'imports.readMany' }))).toEqual({
    cancelled: true,
  });
  expect(mustFail(await answer)).toEqual({ code: 'cancelled' });
  expect(must(await application.call('reports.list', {}))).toEqual([]);
});

test('nothing under way is nothing to cancel; an unknown request is refused', async () => {
  expect(must(await application.call('work.cancel', { request: 'reports.export' }))).toEqual({
    cancelled: false,
  });
  expect(mustFail(await application.dispatch('work.cancel', { request: 'reports.read' })).code).toBe(
    'request-invalid',
  );
});

describe('long work', () => {
  test('that has begun to store can no longer be stopped', async () => {
    const work = longWork();
    let finish = (): void => undefined;
    const answer = work.run('reports.export', async ({ commit }) => {
      commit();
      await new Promise<void>((resolve) => (finish = resolve));
      return success('書きました');
    });
    expect(work.cancel('reports.export')).toBe(false);
    finish();
    expect(await answer).toEqual({ ok: true, value: '書きました' });
  });

  test('that was stopped does not get as far as storing', async () => {
    const work = longWork();
    let stored = false;
    const answer = work.run('reports.export', async ({ commit }) => {
      await Promise.resolve();
      commit();
      stored = true;
      return success(null);
    });
    expect(work.cancel('reports.export')).toBe(true);
    expect(await answer).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(stored).toBe(false);
  });

  test('that fails for another reason fails for that reason', async () => {
    const work = longWork();
    const answer = work.run('reports.export', async () => {
      await Promise.resolve();
      throw new Error('別の理由');
    });
    work.cancel('reports.export');
    await expect(answer).rejects.toThrow('別の理由');
  });
});
