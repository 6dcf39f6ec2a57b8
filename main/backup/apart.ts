import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { failed, type Result } from '../../shared/result.ts';
import { couldNotRead, type ExaminedCopy } from '../data/backup/examine-copy.ts';
import { untilScanned } from '../files/patience.ts';
import { programFiles } from '../files/program-files.ts';
import type { ShelvedBackup } from './backup-shelf.ts';
import type { TriedBackup } from './try-backup.ts';

/** What is done in a thread of its own, so that no save waits for it. */
export type ThreadJob =
  | { readonly kind: 'examine'; readonly file: string }
  | { readonly kind: 'try'; readonly backup: string; readonly copy: string };

export interface ThreadQuestion {
  readonly id: number;
  readonly job: ThreadJob;
}

export interface ThreadAnswer {
  readonly id: number;
  readonly answer: Result<unknown, string>;
}

/** Examines a copy of a library (examine-copy.ts). */
export async function examineApart(copy: string): Promise<Result<ExaminedCopy, string>> {
  const examined = await apart<ExaminedCopy>({ kind: 'examine', file: copy });
  return !examined.ok && (await untilScanned(copy)) ? apart({ kind: 'examine', file: copy }) : examined;
}

/**
 * Examines a backup, and whether it holds what its name says. Looked at twice before it is found wanting: a disk may
 * fail to read once.
 */
export async function examineBackup(backup: ShelvedBackup): Promise<Result<ExaminedCopy, string>> {
  const first = await examineOnce(backup);
  return first.ok ? first : examineOnce(backup);
}

async function examineOnce({ path, root }: ShelvedBackup): Promise<Result<ExaminedCopy, string>> {
  const examined = await examineApart(path);
  return examined.ok && !examined.value.root.startsWith(root)
    ? failed('it does not hold what its name says')
    : examined;
}

/** Restores a backup to a file of its own and reads all of it there (try-backup.ts). */
export function tryApart(backup: string, copy: string): Promise<Result<TriedBackup, string>> {
  return apart({ kind: 'try', backup, copy });
}

function apart<T>(job: ThreadJob): Promise<Result<T, string>> {
  return new Promise((resolve) => {
    thread ??= startThread();
    // What is asked for keeps the program alive; a thread that waits does not.
    thread.ref();
    asked += 1;
    waiting.set(asked, resolve as (answer: Result<unknown, string>) => void);
    thread.postMessage({ id: asked, job });
  });
}

/** How long the thread waits for more to do before it ends, in ms: starting one takes longer than most jobs. */
const patience = 20_000;

let thread: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (answer: Result<unknown, string>) => void>();

function startThread(): Worker {
  const started = new Worker(threadFile());
  let timer: NodeJS.Timeout | undefined;
  const ended = (cause: string): void => {
    if (thread !== started) return;
    thread = null;
    for (const answer of waiting.values()) answer(couldNotRead(cause));
    waiting.clear();
  };
  started.on('message', ({ id, answer }: ThreadAnswer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    if (waiting.size > 0) return;
    started.unref();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (waiting.size > 0) return;
      if (thread === started) thread = null;
      void started.terminate();
    }, patience).unref();
  });
  started.once('error', (error) => ended(String(error)));
  started.once('exit', () => ended('the thread ended'));
  return started;
}

/** In the sources beside this file, in a build a bundle of its own. */
function threadFile(): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, 'in-thread.ts')
    : join(programFiles().root, 'out', 'main', 'examine-backup.js');
}
