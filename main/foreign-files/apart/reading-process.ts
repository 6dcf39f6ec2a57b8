import { isMainThread } from 'node:worker_threads';

/*
 * The process in which files of others are read; started by a shell, never by a person.
 *
 * Its first thread watches over time and memory, and is never busy; the second reads.
 */
if (isMainThread) {
  const { watchReading } = await import('./watch-reading.ts');
  watchReading(import.meta.filename);
} else {
  const { readInThread } = await import('./read-in-thread.ts');
  readInThread();
}
