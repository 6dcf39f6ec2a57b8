import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import type { Report } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { takeIn } from '../support/take-in.ts';
import { trustRuns } from '../support/trust-runs.ts';

/*
 * The program in use for a long time: edits, undone ones, searches, exports, imports. What it holds in memory does not
 * grow, and no save becomes slow. Both are told in what the process itself used, so that other work on the machine does
 * not count.
 */

const newFolder = temporaryFolders();
const runs = trustRuns('soak', { quick: 300, whole: 200_000 });
/** Longest that 99 of 100 saves may take of the processor, in ms. */
const slowest = 50;
/** Bytes held in memory after everything unneeded was swept up. */
const held = (): number => {
  sweep();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

setFlagsFromString('--expose-gc');
const sweep = runInNewContext('gc') as () => void;

/** One edit as a person makes it, in the row and text that chance gives. */
async function edit({ call }: TestApplication, report: string, at: number): Promise<void> {
  const { initiatives } = must(await call('reports.read', { report })).report;
  const row = initiatives[at % initiatives.length]!;
  const text = `${at}回目に書いた文です。${'公園の遊具を点検しました。'.repeat(at % 7)}`;
  const edits =
    at % 2 === 0
      ? ([
          {
            kind: 'set-field',
            owner: 'row',
            initiative: row.id,
            field: 'title',
            before: row.title,
            after: text,
          },
        ] as const)
      : ([
          {
            kind: 'set-field',
            owner: 'row',
            initiative: row.id,
            field: 'plan',
            before: row.plan,
            after: [text, ...row.plan.slice(0, 2)],
          },
        ] as const);
  must(await call('reports.edit', { report, step: { id: newIdentifier(), edits: [...edits] } }));
}

test('memory does not grow, and no save becomes slow', runs.timeout, async () => {
  const folder = newFolder();
  const application = openTestApplication(folder);
  const { call, files } = application;
  copyFileSync(sampleReport, (files.import = join(folder, '取込.json')));
  files.export = join(folder, '報告書.docx');
  const { report } = must(await call('sample.add', {}));
  const others = async (at: number): Promise<void> => {
    if (at % 5 === 0) must(await call('reports.undo', { report }));
    if (at % 23 === 0)
      must(await call('search.find', { query: '公園', variants: false, limit: 50, after: null }));
    if (at % 50 === 0) must(await call('reports.export', { report }));
    if (at % 75 === 0) must(await takeIn(application, {}));
    // What pages would have been told.
    application.sent.length = 0;
    application.wishes.length = 0;
  };
  // The first of everything fills caches that stay.
  for (let at = 1; at <= 100; at += 1) {
    await edit(application, report, at);
    await others(at);
  }
  const memory: number[] = [];
  const times: number[] = [];
  const every = Math.ceil(runs.count / 12);
  for (const { number } of runs) {
    const start = process.threadCpuUsage();
    await edit(application, report, number);
    const { user, system } = process.threadCpuUsage(start);
    times.push((user + system) / 1_000);
    await others(number);
    if (number % every === 0) memory.push(held());
  }
  const third = Math.ceil(memory.length / 3);
  const [before, after] = [median(memory.slice(0, third)), median(memory.slice(-third))];
  const growth = ((after - before) / before) * 100;
  const p99 = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
  const last: Report = must(await call('reports.read', { report })).report;
  await application.close();
  expect(application.logged).toEqual([]);
  const again = openTestApplication(folder);
  expect(must(await again.call('reports.read', { report })).report).toEqual(last);
  await again.close();
  runs.measured({
    'growth of memory, %': Math.round(growth * 10) / 10,
    'save p99, ms': Math.round(p99 * 10) / 10,
  });
  console.log(`${times.length} edits: memory ${growth.toFixed(1)} %, save p99 ${p99.toFixed(1)} ms`);
  expect(growth).toBeLessThan(10);
  expect(p99).toBeLessThan(slowest);
});

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

test('what is held for good, and a save that is slow, are found out', () => {
  // The control.
  const before = held();
  // A fifth of what there is, eight bytes each: other tests share this process.
  const kept = new Array<number>(Math.ceil(before / 40)).fill(0.5);
  expect(((held() - before) / before) * 100).toBeGreaterThan(10);
  expect(kept[0]).toBe(0.5);
});
