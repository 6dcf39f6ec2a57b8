import type { JobHost, JobInput, JobName } from '../jobs.ts';

/** What main tells the process that reads: a job, or what the library says to a question of it. */
export type ToProcess =
  | {
      readonly kind: 'job';
      readonly job: number;
      readonly name: JobName;
      readonly input: JobInput<JobName>;
    }
  | { readonly kind: 'answer'; readonly job: number; readonly question: number; readonly value: unknown };

/**
 * What the process tells main. A job ends with `done`, `ended` or `bug`; an answer may be large and comes in
 * pieces before it, each as bytes of `v8.serialize`.
 */
export type FromProcess =
  | {
      readonly kind: 'question';
      readonly job: number;
      readonly question: number;
      readonly ask: HostMethod;
      readonly at: unknown;
    }
  | { readonly kind: 'piece'; readonly job: number; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly job: number }
  | { readonly kind: 'ended'; readonly job: number; readonly why: 'time' | 'memory' }
  | { readonly kind: 'bug'; readonly job: number; readonly error: string };

/** What the thread that reads tells the one that watches: that it is loaded, beside all that main hears. */
export type FromThread = FromProcess | { readonly kind: 'ready' };

/** Functions of any job's host. */
export type HostMethod = { [N in JobName]: keyof JobHost<N> }[JobName];
