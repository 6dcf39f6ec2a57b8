import type { Result } from '../../shared/result.ts';
import type { JobHost, JobInput, JobName, JobOutput } from './jobs.ts';
import { checkJson } from './jobs/check-json.ts';
import { compareWord } from './jobs/compare-word.ts';
import { formOfWord } from './jobs/form-of-word.ts';
import { markedWord } from './jobs/marked-word.ts';
import { wordHandIn } from './jobs/word-hand-in.ts';
import { readForm } from './jobs/read-form.ts';
import { readPart } from './jobs/read-part.ts';
import { readReport } from './jobs/read-report.ts';
import { readRules } from './jobs/read-rules.ts';
import type { Reader } from './reader.ts';

const jobs: {
  readonly [N in JobName]: (input: JobInput<N>, host: JobHost<N>) => Promise<Result<JobOutput<N>>>;
} = {
  'read-report': readReport,
  'check-json': checkJson,
  'read-form': readForm,
  'form-of-word': formOfWord,
  'read-rules': readRules,
  'read-part': readPart,
  'compare-word': compareWord,
  'marked-word': markedWord,
  'word-hand-in': wordHandIn,
};

/** Does a job in this process. */
export function doJob<N extends JobName>(
  name: N,
  input: JobInput<N>,
  host: JobHost<N>,
): Promise<Result<JobOutput<N>>> {
  return jobs[name](input, host);
}

/** A reader in this process, where nothing else waits: nothing ends it. */
export const readerHere: Reader = {
  run: async (name, input, host, signal) => {
    const answer = await doJob(name, input, host);
    signal?.throwIfAborted();
    return answer;
  },
  close: () => undefined,
};
