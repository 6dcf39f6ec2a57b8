import type { Reader } from '../../main/foreign-files/reader.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';

/**
 * Reads a file while a person writes: the longest time for which this thread was busy at a stretch, in ms of the processor,
 * and the saves meanwhile. A save waits for no more of the program than that; how long the machine makes it wait beside,
 * for the disk and for others, says nothing of the reading. `folder`: an empty one for the library.
 */
export async function readBeside(
  folder: string,
  path: string,
  by: Reader,
): Promise<{ longest: number; saves: number; code: string }> {
  const application = openTestApplication(folder, undefined, undefined, by);
  const { report } = must(await application.call('sample.add', {}));
  const [row] = must(await application.call('reports.read', { report })).report.initiatives;
  if (row === undefined) throw new Error('the sample has no rows');
  let [title, saves, longest, done] = [row.title, 0, 0, false];
  application.files.import = path;
  let before = process.threadCpuUsage();
  const reading = application.call('imports.read', {}).finally(() => (done = true));
  while (!done) {
    const after = `題${saves}`;
    const edits = [
      {
        kind: 'set-field' as const,
        owner: 'row' as const,
        initiative: row.id,
        field: 'title' as const,
        before: title,
        after,
      },
    ];
    must(
      await application.call('reports.edit', {
        report,
        step: { id: `step${saves}aaaaaaaaaaaaaaaa`, edits },
      }),
    );
    title = after;
    saves += 1;
    // As a person types, who leaves the machine to the reading in between.
    await new Promise((next) => setTimeout(next, 10));
    const now = process.threadCpuUsage();
    longest = Math.max(longest, (now.user + now.system - before.user - before.system) / 1_000);
    before = now;
  }
  const answer = await reading;
  await application.close();
  return { longest, saves, code: answer.ok ? 'understood' : answer.failure.code };
}
