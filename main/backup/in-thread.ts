import { parentPort } from 'node:worker_threads';
import { examineCopy } from '../data/backup/examine-copy.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { ThreadAnswer, ThreadJob, ThreadQuestion } from './apart.ts';

/** A thread of its own, for one job after the other: reading a copy through takes as long as the copy is large. */
let before: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, job }: ThreadQuestion) => {
  before = before.then(async () => {
    const answer = await done(job).catch((error: unknown) => failed(String(error)));
    parentPort?.postMessage({ id, answer } satisfies ThreadAnswer);
  });
});

async function done(job: ThreadJob): Promise<Result<unknown, string>> {
  if (job.kind === 'examine') return examineCopy(job.file);
  // Examining is done often, and needs little of the program.
  const { tryBackup } = await import('./try-backup.ts');
  return tryBackup(job.backup, job.copy);
}
