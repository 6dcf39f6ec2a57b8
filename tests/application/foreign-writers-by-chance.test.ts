import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import type { Report } from '../../shared/model/report.ts';
import { foreignWriters } from '../support/foreign-writers.ts';
import { lost } from '../support/lost.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';

/*
 * What foreign-writers.test.ts does once for each way, at any time of a library's life: after how many steps, with an
 * earlier state from how long ago. What was called saved stands in a file afterwards.
 */

const newFolder = temporaryFolders();
const ways = Object.keys(foreignWriters);
const runs = trustRuns('foreign-writers', { part: 'by chance', quick: 6, whole: 1_986 });

test(
  'whenever another program writes, nothing is called saved over it, and all stands in a file',
  runs.timeout,
  async () => {
    for (const { number, random } of runs) {
      const folder = join(newFolder(), '部');
      mkdirSync(folder);
      const file = join(folder, '報告.sengen');
      const application = openTestApplication(folder);
      const { report: id } = must(await application.call('sample.add', {}));
      const [before, after] = [random.between(0, 6), random.between(1, 6)];
      for (let count = 0; count < before; count += 1) await write(application, id, `前 ${count}`);
      const earlier = join(folder, '..', 'earlier');
      copyFileSync(file, earlier);
      for (let count = 0; count < after; count += 1) await write(application, id, `後 ${count}`);
      const stored = await read(application, id);
      const way = ways[number % ways.length]!;
      foreignWriters[way]!(file, earlier);
      const failure = lost(await tried(application, id, '保存できないはず'));
      const again = openTestApplication(
        join(failure.rescued!.file, '..'),
        failure.rescued!.file.split('/').at(-1),
      );
      const found = await read(again, id);
      await again.close();
      await application.close();
      if (JSON.stringify(found) !== JSON.stringify(stored)) runs.faults.push(`run ${number}: ${way}`);
      expect(readFileSync(earlier).length).toBeGreaterThan(0);
    }
    expect(runs.faults).toEqual([]);
  },
);

async function read({ call }: TestApplication, report: string): Promise<Report> {
  return must(await call('reports.read', { report })).report;
}

async function tried(application: TestApplication, report: string, after: string) {
  // What is held is asked for beforehand: afterwards every request is answered alike.
  const { id, title } = held.get(report)!;
  const edits = [
    { kind: 'set-field', owner: 'row', initiative: id, field: 'title', before: title, after } as const,
  ];
  return application.call('reports.edit', { report, step: { id: newIdentifier(), edits } });
}

/** The first row of a report as it was written last. */
const held = new Map<string, { id: string; title: string }>();

async function write(application: TestApplication, report: string, after: string): Promise<void> {
  const { id, title } = (await read(application, report)).initiatives[0]!;
  held.set(report, { id, title });
  must(await tried(application, report, after));
  held.set(report, { id, title: after });
}
