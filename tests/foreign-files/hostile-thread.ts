import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';
import { limitsFor, type ReadingLimits } from '../../main/foreign-files/apart/limits.ts';
import { watchReading } from '../../main/foreign-files/apart/watch-reading.ts';
import type { ToProcess } from '../../main/foreign-files/apart/messages.ts';

/*
 * The process that reads, with another thread that does what a file could make ours do: the job's file says
 * what, and is told the process that does it.
 */

const deeds: Readonly<Record<string, () => void>> = {
  loop: () => {
    for (;;);
  },
  // Neither of these comes back to the engine, so that a thread in it can't be ended.
  sort: () => {
    const list = Array.from({ length: 2_000_000 }, () => Math.random());
    for (;;) list.sort();
  },
  pattern: () => /^(a+)+$/.test(`${'a'.repeat(60)}b`),
  // Both fill the heap with few large lists: many small ones would cost the time as well.
  heap: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(1_000_000).fill(0.5));
  },
  buffers: () => {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(50_000_000).fill(1));
  },
  parse: () => void JSON.parse(`[${'0,'.repeat(40_000_000)}0]`),
  die: () => process.kill(process.pid, 'SIGKILL'),
};

/**
 * What is to cost memory has a minute for it: on a machine where memory is slow to come, it would else be ended for its time.
 * Its file is longer by spaces, for a file's size is all that limits know of it.
 */
const limitsOf = (bytes: number): ReadingLimits => ({
  ...limitsFor(bytes),
  ...(bytes > 1_000 ? { time: 60_000 } : {}),
});

if (isMainThread) watchReading(import.meta.filename, limitsOf);
else {
  parentPort?.postMessage({ kind: 'ready' });
  parentPort?.on('message', (message: ToProcess) => {
    if (message.kind !== 'job') return;
    const { path } = message.input;
    const deed = readFileSync(path, 'utf8').trim();
    writeFileSync(`${path}.process`, String(process.pid));
    deeds[deed]?.();
    parentPort?.postMessage({ kind: 'done', job: message.job });
  });
}
