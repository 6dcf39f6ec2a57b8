import { parentPort } from 'node:worker_threads';
import { serialize } from 'node:v8';
import { doJob } from '../do-job.ts';
import type { JobHost, JobName } from '../jobs.ts';
import type { FromThread, HostMethod, ToProcess } from './messages.ts';
import { piecesOf } from './pieces.ts';

/** The thread that reads: does jobs one by one, as they are told. */
export function readInThread(): void {
  const port = parentPort;
  if (port === null) throw new Error('not a thread');
  const send = (message: FromThread): void => {
    const bytes = message.kind === 'piece' ? [message.bytes.buffer as ArrayBuffer] : [];
    port.postMessage(message, bytes);
  };
  const asked = new Map<number, (value: unknown) => void>();
  let questions = 0;

  const work = async ({ job, name, input }: Extract<ToProcess, { kind: 'job' }>): Promise<void> => {
    const ask =
      (method: HostMethod) =>
      (at: unknown): Promise<unknown> =>
        new Promise((answered) => {
          const question = (questions += 1);
          asked.set(question, answered);
          send({ kind: 'question', job, question, ask: method, at });
        });
    // A host of any job: each of its functions is a question to main.
    const host = new Proxy({}, { get: (_, method) => ask(method as HostMethod) });
    const answer = await doJob<JobName>(name, input, host as JobHost<JobName>);
    for (const piece of piecesOf(answer)) {
      // Bytes of their own: those of a shared pool can't be handed over.
      send({ kind: 'piece', job, bytes: new Uint8Array(serialize(piece)) });
    }
    send({ kind: 'done', job });
  };

  send({ kind: 'ready' });
  port.on('message', (message: ToProcess) => {
    if (message.kind === 'answer') {
      asked.get(message.question)?.(message.value);
      asked.delete(message.question);
      return;
    }
    work(message).catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      send({ kind: 'bug', job: message.job, error: text });
    });
  });
}
