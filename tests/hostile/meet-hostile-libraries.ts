import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../scripts/suites/hostile-word/random.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { layHostileLibrary } from './hostile-library.ts';

/**
 * Opens hostile libraries, one after the other, as the program does: `meet-hostile-libraries.ts FOLDER`. A message is a seed;
 * the answer is what became of the library, and what it took. A seed of -1 makes an honest one to be made hostile.
 */
export interface Met {
  readonly kind: string;
  /** `opened`, or the code of the refusal; `CRASH` with what was thrown. */
  readonly outcome: string;
  /** Of the processor, in ms. */
  readonly milliseconds: number;
  /** Bytes that the whole process holds. */
  readonly memory: number;
}

const [folder = ''] = process.argv.slice(2);
const honest = join(folder, 'honest', '報告.sengen');

process.on('message', (seed: number) => {
  void (seed === -1 ? prepare() : meet(seed)).then((answer) => process.send?.(answer));
});

async function prepare(): Promise<Met> {
  mkdirSync(join(folder, 'honest'));
  const application = openTestApplication(join(folder, 'honest'));
  must(await application.call('sample.add', {}));
  await application.close();
  return { kind: '', outcome: 'opened', milliseconds: 0, memory: 0 };
}

async function meet(seed: number): Promise<Met> {
  const own = join(folder, 'hostile');
  mkdirSync(own);
  const kind = layHostileLibrary(honest, join(own, '報告.sengen'), new Random(seed));
  const start = process.cpuUsage();
  const outcome = await workIn(own).catch(
    (error: unknown) => `CRASH ${error instanceof Error ? error.stack : String(error)}`,
  );
  const { user, system } = process.cpuUsage(start);
  rmSync(own, { recursive: true });
  return { kind, outcome, milliseconds: (user + system) / 1_000, memory: process.memoryUsage.rss() };
}

/** What a person does with a library that they were given. */
async function workIn(own: string): Promise<string> {
  const application = openTestApplication(own);
  try {
    const { libraryFailure } = must(await application.call('application.start', {}));
    if (libraryFailure) return (libraryFailure as Failure).code;
    const answers: Result<unknown>[] = [await application.call('library.check', {})];
    const list = await application.call('reports.list', {});
    answers.push(list);
    for (const { id } of list.ok ? list.value : []) {
      answers.push(await application.call('reports.read', { report: id }));
      answers.push(await application.call('reports.undo', { report: id }));
    }
    const query = { query: '公園', variants: false, limit: 50, after: null };
    answers.push(await application.call('search.find', query));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure.code]));
    // A bug that the gate caught.
    const bug = application.logged[0]?.error;
    if (bug !== undefined) throw bug instanceof Error ? bug : new Error(JSON.stringify(bug));
    return refused.length === 0 ? 'opened' : `opened, ${refused[0]}`;
  } finally {
    await application.close();
  }
}
