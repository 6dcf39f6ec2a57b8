import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { foreignWriters } from '../support/foreign-writers.ts';
import { must } from '../support/must.ts';
import type { openTestApplication as OpenTestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/*
 * The control for foreign-writers.test.ts: with the notice off, the same acts must be seen to lose what was called
 * saved. Should they not, those tests prove nothing.
 */

const watchModule = '../../main/data/opening/file-watch.ts';
let openTestApplication: typeof OpenTestApplication;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock(import('../../main/data/opening/file-watch.ts'), async (original) => {
    const { watchFile } = await original();
    const blind = { loss: () => null, stored: () => null, look: () => null, compare: () => null };
    return {
      watchFile: (file) => {
        const { of, close } = watchFile(file);
        return { close, of: (database) => ({ ...of(database), ...blind }) };
      },
    };
  });
  ({ openTestApplication } = await import('../support/open-test-application.ts'));
});
afterAll(() => {
  vi.doUnmock(watchModule);
  vi.resetModules();
});

const newFolder = temporaryFolders();

for (const what of [
  'writes over all but its first page',
  'puts an earlier state in its place, as a sync tool does',
  'removes it',
]) {
  test(`unnoticed, a program that ${what} takes what was called saved`, async () => {
    const folder = newFolder();
    const file = join(folder, '報告.sengen');
    const application = openTestApplication(folder);
    must(await application.call('sample.add', {}));
    copyFileSync(file, join(folder, 'earlier.bin'));
    foreignWriters[what]!(file, join(folder, 'earlier.bin'));
    const [first] = must(await application.call('reports.list', {}));
    const { report } = must(await application.call('reports.read', { report: first!.id }));
    const { id, title } = report.initiatives[0]!;
    const after = '保存したと言われた文';
    const edits = [
      { kind: 'set-field', owner: 'row', initiative: id, field: 'title', before: title, after } as const,
    ];
    must(
      await application.call('reports.edit', { report: report.id, step: { id: newIdentifier(), edits } }),
    );
    await application.close();
    const again = openTestApplication(folder);
    const read = await again.call('reports.read', { report: report.id });
    expect(read.ok && read.value.report.initiatives[0]?.title === after).toBe(false);
    await again.close();
  });
}
