import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { failed, type Result } from '../../shared/result.ts';
import type { ExaminedCopy } from '../data/backup/examine-copy.ts';
import { untilScanned } from '../files/patience.ts';
import { programFiles } from '../files/program-files.ts';

/** Examines a copy of a library (examine-copy.ts) in a thread of its own, so that no save waits for it. */
export async function examineApart(copy: string): Promise<Result<ExaminedCopy, string>> {
  const examined = await examineInThread(copy);
  return !examined.ok && (await untilScanned(copy)) ? examineInThread(copy) : examined;
}

function examineInThread(copy: string): Promise<Result<ExaminedCopy, string>> {
  return new Promise((resolve) => {
    const thread = new Worker(threadFile(), { workerData: copy });
    thread.once('message', (answer: Result<ExaminedCopy, string>) => {
      resolve(answer);
      void thread.terminate();
    });
    thread.once('error', (error) => {
      resolve(failed(String(error)));
    });
    thread.once('exit', () => {
      resolve(failed('the thread ended'));
    });
  });
}

/** In the sources beside this file, in a build a bundle of its own. */
function threadFile(): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, 'examine-in-thread.ts')
    : join(programFiles().root, 'out', 'main', 'examine-backup.js');
}
