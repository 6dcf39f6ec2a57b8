import type { Result } from '../../shared/result.ts';
import type { JobHost, JobInput, JobName, JobOutput } from './jobs.ts';

/** Reads files that others made, wherever that is done. */
export interface Reader {
  /**
   * Does a job. When `signal` aborts, the reading ends and its reason is thrown; a job that needs more time or
   * memory than an honest file fails with `reading-ended`.
   */
  run<N extends JobName>(
    name: N,
    input: JobInput<N>,
    host: JobHost<N>,
    signal?: AbortSignal,
  ): Promise<Result<JobOutput<N>>>;
  /** Ends what is under way, and whatever reads. */
  close(): void;
}
