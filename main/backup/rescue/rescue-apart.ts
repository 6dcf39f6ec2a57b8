import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { RescuedContent, RescueTask } from '../../data/salvage/rescue-file.ts';
import { programFiles } from '../../files/program-files.ts';
import type { RescueLimits } from './rescue-limits.ts';

type RescueResult = Result<RescuedContent, LibraryFailure | WriteFailure>;

/** Milliseconds between two looks at what a rescue has cost. */
const lookEvery = 500;

/** Rescues a library (rescue-file.ts) in a thread of its own, which is ended when it goes beyond the limits. */
export function rescueApart(task: RescueTask, { time, heap }: RescueLimits): Promise<RescueResult> {
  return new Promise((resolve) => {
    const thread = new Worker(threadFile(), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    const end = (result: RescueResult): void => {
      clearInterval(watch);
      resolve(result);
      void thread.terminate();
    };
    const fail = (cause: string): void => {
      end(failed({ code: 'rescue-failed', path: task.file, cause }));
    };
    const watch = setInterval(() => {
      void thread.cpuUsage().then(
        ({ user, system }) => {
          if ((user + system) / 1_000 > time) fail('time');
        },
        // It has ended, and says so itself.
        () => undefined,
      );
    }, lookEvery);
    thread.once('message', end);
    thread.once('error', (error) => {
      fail(String(error));
    });
    thread.once('exit', () => {
      fail('the thread ended');
    });
  });
}

/** In the sources beside this file, in a build a bundle of its own. */
function threadFile(): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, 'rescue-in-thread.ts')
    : join(programFiles().root, 'out', 'main', 'rescue-library.js');
}
