import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import { doJob, readerHere } from '../../main/foreign-files/do-job.ts';
import { noHost } from '../../main/foreign-files/jobs.ts';
import type { Reader } from '../../main/foreign-files/reader.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { howMany, isLongRun } from '../support/how-many.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { must, mustFail } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { largeFiles } from './large-files.ts';
import { readBeside } from './read-beside.ts';

// A reading gives way to all else: where the machine has much else to do, its seconds of the processor take minutes.
vi.setConfig({ testTimeout: 600_000 });

const newFolder = temporaryFolders();
/** One for many applications, which close theirs. */
const shared = processReader(forkReading, programFiles().reading);
const reader: Reader = { run: shared.run, close: () => undefined };
afterAll(() => {
  shared.close();
});

/** A reader whose files say what their reading does; see hostile-thread.ts. */
const open: Reader[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});
function hostile() {
  const folder = newFolder();
  const made = processReader(forkReading, join(import.meta.dirname, 'hostile-thread.ts'));
  open.push(made);
  const fileOf = (deed: string): string => {
    const path = join(folder, `${deed}.json`);
    // See limitsOf there.
    writeFileSync(path, ['heap', 'buffers', 'parse'].includes(deed) ? deed.padEnd(2_000) : deed);
    return path;
  };
  const processOf = (path: string): Promise<number> =>
    vi.waitFor(
      () => {
        const text = readFileSync(`${path}.process`, 'utf8');
        if (text === '') throw new Error('not said yet');
        return Number(text);
      },
      { timeout: 60_000, interval: 10 },
    );
  return { reader: made, fileOf, processOf };
}

async function untilGone(process_: number): Promise<void> {
  await vi.waitFor(
    () => {
      // A zombie that nobody has waited for is gone, too.
      const status = `/proc/${process_}/status`;
      if (existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, 'utf8')))
        throw new Error('it lives');
    },
    { timeout: 60_000, interval: 20 },
  );
}

describe('A file is read in another process', () => {
  test('as it would be read in this one', async () => {
    const folder = newFolder();
    const word = join(folder, '前年度.docx');
    writeFileSync(word, layouts[0]?.make(draftOfFile(sampleReport)) ?? '');
    for (const path of [sampleReport, word]) {
      const input = { path, changes: 'accepted', forms: [] } as const;
      const here = must(await doJob('read-report', input, noHost));
      expect(here.draft.initiatives.length).toBeGreaterThan(10);
      expect(must(await reader.run('read-report', input, noHost))).toEqual(here);
    }
    const missing = { path: join(folder, 'ない.docx'), changes: 'accepted', forms: [] } as const;
    expect(mustFail(await reader.run('read-report', missing, noHost)).code).toBe('file-missing');
  });

  test('and what the library knows is asked for in between', async () => {
    const folder = newFolder();
    const application = openTestApplication(folder, undefined, undefined, reader);
    const { report } = must(await application.call('sample.add', {}));
    const path = join(folder, '提出.docx');
    for (const purpose of ['export', 'verify', 'bring-back', 'sign-off', 'import'] as const) {
      application.files[purpose] = path;
    }
    must(await application.call('reports.export', { report, form: 'report' }));
    expect(must(await application.call('files.verify', {})).status).toBe('same-text');
    expect(must(await application.call('markups.take', {}))).toMatchObject({ report, suggestions: 0 });
    expect(must(await application.call('imports.read', {})).rows).toBeGreaterThan(10);
    const signing = { report, signedBy: '部長', signedAt: '2026-05-01', note: '' };
    must(await application.call('signOffs.record', signing));
    expect(must(await application.call('files.verify', {})).status).toBe('signed');
    await application.close();
  });
});

describe('No reading holds up a save', () => {
  // Whose answer is the largest comes first: most is sent and taken over here.
  const most = '一万六千の行';
  const names = [most, ...Object.keys(largeFiles).filter((name) => name !== most)];
  test.for(names.slice(0, howMany({ usual: 1, long: names.length })))('%s', async (name) => {
    const path = join(newFolder(), `${name}.docx`);
    writeFileSync(path, largeFiles[name]?.() ?? '');
    const { longest, saves, code } = await readBeside(newFolder(), path, reader);
    expect(['understood', 'report-table-missing', 'reading-ended', 'word-refused']).toContain(code);
    expect(longest).toBeLessThan(100);
    expect(saves).toBeGreaterThan(5);
  });

  test('as it did when the program itself read them', async () => {
    const path = join(newFolder(), '大.docx');
    writeFileSync(path, largeFiles['表の中の表の中の表']?.() ?? '');
    expect((await readBeside(newFolder(), path, readerHere)).longest).toBeGreaterThan(100);
  });
});

describe('A reading is ended', () => {
  test.for([
    ['sort', 'time'],
    ['heap', 'memory'],
    ['die', 'died'],
    ...(isLongRun
      ? ([
          ['buffers', 'memory'],
          ['parse', 'memory'],
          ['loop', 'time'],
          ['pattern', 'time'],
        ] as const)
      : []),
  ] as const)('that costs too much: %s', async ([deed, why]) => {
    const { reader: by, fileOf, processOf } = hostile();
    const path = fileOf(deed);
    const failure = mustFail(await by.run('check-json', { path }, noHost));
    expect(failure).toEqual({ code: 'reading-ended', path, why });
    await untilGone(await processOf(path));
    // The next file is read, by a new process.
    await by.run('check-json', { path: fileOf('quick') }, noHost);
  });

  test('when it is cancelled, and the next one goes on', async () => {
    const { reader: by, fileOf, processOf } = hostile();
    const path = fileOf('loop');
    const stopping = new AbortController();
    const run = by.run('check-json', { path }, noHost, stopping.signal);
    const process_ = await processOf(path);
    stopping.abort();
    await expect(run).rejects.toBe(stopping.signal.reason);
    await untilGone(process_);
    await by.run('check-json', { path: fileOf('quick') }, noHost);
  });

  test('by itself only: another file is read meanwhile', async () => {
    const { reader: by, fileOf } = hostile();
    const order: string[] = [];
    const slow = by.run('check-json', { path: fileOf('loop') }, noHost).then(() => order.push('slow'));
    const quick = by.run('check-json', { path: fileOf('quick') }, noHost).then(() => order.push('quick'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['quick', 'slow']);
  });

  test('with the program that wanted it, however that ends', async () => {
    const { fileOf, processOf, reader: by } = hostile();
    const closed = fileOf('sort');
    const run = by.run('check-json', { path: closed }, noHost);
    const first = await processOf(closed);
    by.close();
    expect(mustFail(await run).code).toBe('cancelled');
    await untilGone(first);

    const killed = fileOf('loop');
    const program = fork(join(import.meta.dirname, 'hold-a-reading.ts'), [killed], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const second = await processOf(killed);
    program.kill('SIGKILL');
    await once(program, 'exit');
    await untilGone(second);
  });
});
