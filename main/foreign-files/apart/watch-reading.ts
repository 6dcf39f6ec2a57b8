import { statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { limitsFor, type ReadingLimits } from './limits.ts';
import { mainPort } from './main-port.ts';
import type { FromThread, ToProcess } from './messages.ts';

/** How often time and memory are looked at, in milliseconds. */
const beat = 20;

interface Watched {
  readonly job: number;
  readonly limits: ReadingLimits;
  /** Microseconds of processor time when it began. */
  readonly from: number;
}

/**
 * The thread that watches: passes jobs on to the one that reads, and ends the process when one costs too much.
 * `limitsOf`: what a file of so many bytes may cost.
 */
export function watchReading(script: string, limitsOf: (bytes: number) => ReadingLimits = limitsFor): void {
  try {
    // On a PC that is busy whoever types comes first.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not allow it reads as fast as it does.
  }
  const main = mainPort(() => {
    // Main is gone; the thread that reads may never come back to hear of it.
    process.kill(process.pid, 'SIGKILL');
  });
  let thread: { readonly worker: Worker; readonly heap: number } | null = null;
  let watched: Watched | null = null;

  const end = (why: 'time' | 'memory'): void => {
    if (watched === null) return;
    // Main ends the process: a thread that is busy in one call of the engine can't be ended from here.
    main.send({ kind: 'ended', job: watched.job, why });
    watched = null;
  };
  setInterval(() => {
    if (watched === null) return;
    const { limits, from } = watched;
    if (processorTime() - from > limits.time * 1_000) end('time');
    else if (process.memoryUsage.rss() > limits.memory) end('memory');
  }, beat);

  const threadWith = ({ heap, memory }: ReadingLimits): Worker => {
    // What files before have left behind must not count as this one's.
    const isClean = process.memoryUsage.rss() < memory / 2;
    if (thread?.heap === heap && isClean) return thread.worker;
    void thread?.worker.terminate();
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heap } });
    thread = { worker, heap };
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        // Loading the reader is none of the file's time.
        if (watched !== null) watched = { ...watched, from: processorTime() };
        return;
      }
      if (message.kind === 'done' || message.kind === 'bug') watched = null;
      main.send(message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end('memory');
      else if (watched !== null) main.send({ kind: 'bug', job: watched.job, error: error.stack ?? '' });
    });
    return worker;
  };

  main.onMessage((message: ToProcess) => {
    if (message.kind === 'answer') {
      thread?.worker.postMessage(message);
      return;
    }
    const limits = limitsOf(sizeOf(message.input.path));
    const worker = threadWith(limits);
    watched = { job: message.job, limits, from: processorTime() };
    worker.postMessage(message);
  });
}

/** Microseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
