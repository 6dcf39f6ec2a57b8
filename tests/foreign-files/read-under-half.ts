import { isMainThread } from 'node:worker_threads';
import { limitsFor } from '../../main/foreign-files/apart/limits.ts';
import { readInThread } from '../../main/foreign-files/apart/read-in-thread.ts';
import { watchReading } from '../../main/foreign-files/apart/watch-reading.ts';

/* The process that reads, with half of the time and memory that it has. */
if (isMainThread) {
  watchReading(import.meta.filename, (bytes) => {
    const { time, memory, heap } = limitsFor(bytes);
    return { time: time / 2, memory: memory / 2, heap };
  });
} else readInThread();
