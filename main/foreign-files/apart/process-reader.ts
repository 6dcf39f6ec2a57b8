import { deserialize } from 'node:v8';
import { failed, type Result } from '../../../shared/result.ts';
import type { JobHost, JobInput, JobName, JobOutput, ReadingEnded } from '../jobs.ts';
import type { Reader } from '../reader.ts';
import type { FromProcess, ToProcess } from './messages.ts';
import { PieceCollector, type Piece } from './pieces.ts';
import type { LaunchReading, ReadingProcess } from './reading-process-port.ts';

/** So many files are read at once; one that takes long does not hold up the next. */
const mostProcesses = 2;
/** How long a process stays ready for the next file, in milliseconds: a start costs a quarter of a second. */
const staysReady = 5 * 60 * 1_000;

/** One job, from its start to its answer. */
interface Work {
  readonly name: JobName;
  readonly input: JobInput<JobName>;
  readonly host: JobHost<JobName>;
  readonly answer: (result: Result<unknown>) => void;
  readonly fail: (error: unknown) => void;
}

/** A process with the job that it does. */
interface Desk {
  readonly process: ReadingProcess;
  work: (Work & { readonly job: number; readonly pieces: PieceCollector }) | null;
  ready: NodeJS.Timeout | null;
}

/**
 * Reads files in processes of their own, which are started when they are needed and ended when a file costs
 * too much, when a job is cancelled, or when they had nothing to do for long.
 */
export function processReader(launch: LaunchReading, script: string): Reader {
  const desks = new Set<Desk>();
  const waiting: Work[] = [];
  let jobs = 0;
  let closed = false;

  const openDesk = (): Desk => {
    const desk: Desk = { process: launch(script), work: null, ready: null };
    desks.add(desk);
    desk.process.onMessage((message) => {
      take(desk, message);
    });
    desk.process.onExit((how) => {
      closeDesk(desk, how === 'aborted' ? 'memory' : 'died');
    });
    return desk;
  };

  /** Ends a process, and the job that it does with this reason. */
  const closeDesk = (desk: Desk, why: ReadingEnded['why']): void => {
    if (!desks.delete(desk)) return;
    if (desk.ready !== null) clearTimeout(desk.ready);
    desk.process.kill();
    const { work } = desk;
    desk.work = null;
    work?.answer(failed({ code: 'reading-ended', path: work.input.path, why }));
    startNext();
  };

  const take = (desk: Desk, message: FromProcess): void => {
    const { work } = desk;
    if (work?.job !== message.job) return;
    switch (message.kind) {
      case 'question':
        void answerQuestion(desk, work, message);
        break;
      case 'piece':
        work.pieces.add(deserialize(message.bytes) as Piece);
        break;
      case 'done':
        free(desk);
        work.answer(work.pieces.value() as Result<unknown>);
        break;
      case 'bug':
        free(desk);
        work.fail(new Error(`while a file was read: ${message.error}`));
        break;
      case 'ended':
        closeDesk(desk, message.why);
    }
  };

  /** Asks the host what the job wants to know of the library. */
  const answerQuestion = async (
    desk: Desk,
    { job, host, fail }: Work & { readonly job: number },
    { question, ask, at }: Extract<FromProcess, { kind: 'question' }>,
  ): Promise<void> => {
    try {
      const method = (host as Readonly<Record<string, (at: unknown) => Promise<unknown>>>)[ask];
      if (method === undefined) throw new Error(`the job asked for ${ask}`);
      const value = await method(at);
      desk.process.send({ kind: 'answer', job, question, value });
    } catch (error) {
      // The library failed, not the file; nobody waits for the rest of the job.
      fail(error);
      desk.work = null;
      closeDesk(desk, 'died');
    }
  };

  const free = (desk: Desk): void => {
    desk.work = null;
    desk.ready = setTimeout(() => {
      closeDesk(desk, 'died');
    }, staysReady).unref();
    startNext();
  };

  const startNext = (): void => {
    const next = waiting[0];
    if (next === undefined || closed) return;
    const idle = [...desks].find(({ work }) => work === null);
    if (idle === undefined && desks.size >= mostProcesses) return;
    waiting.shift();
    const desk = idle ?? openDesk();
    if (desk.ready !== null) clearTimeout(desk.ready);
    desk.work = { ...next, job: (jobs += 1), pieces: new PieceCollector() };
    const { job, name, input } = desk.work;
    desk.process.send({ kind: 'job', job, name, input } satisfies ToProcess);
  };

  return {
    run: <N extends JobName>(name: N, input: JobInput<N>, host: JobHost<N>, signal?: AbortSignal) =>
      new Promise<Result<JobOutput<N>>>((resolve, reject) => {
        const work: Work = {
          name,
          input,
          host: host as JobHost<JobName>,
          answer: (result) => {
            signal?.removeEventListener('abort', stop);
            resolve(result as Result<JobOutput<N>>);
          },
          fail: (error) => {
            signal?.removeEventListener('abort', stop);
            reject(error as Error);
          },
        };
        function stop(): void {
          reject(signal?.reason as Error);
          const place = waiting.indexOf(work);
          if (place >= 0) waiting.splice(place, 1);
          const desk = [...desks].find((each) => each.work?.answer === work.answer);
          if (desk !== undefined) closeDesk(desk, 'died');
        }
        if (signal?.aborted === true || closed) {
          if (signal?.aborted === true) reject(signal.reason as Error);
          else resolve(failed({ code: 'cancelled' }));
          return;
        }
        signal?.addEventListener('abort', stop);
        waiting.push(work);
        startNext();
      }),

    close: () => {
      closed = true;
      for (const work of waiting.splice(0)) work.answer(failed({ code: 'cancelled' }));
      for (const desk of [...desks]) {
        desk.work?.answer(failed({ code: 'cancelled' }));
        desk.work = null;
        closeDesk(desk, 'died');
      }
    },
  };
}
