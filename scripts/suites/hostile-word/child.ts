import { tryFile } from './try-file.ts';

/** Reads each file that the parent sends and answers what became of it; see ../hostile-word.ts. */
export interface Answer {
  readonly outcome: string;
  /** Of the processor, so that other work on the machine is not counted. */
  readonly milliseconds: number;
  /** Bytes that the whole process holds. */
  readonly memory: number;
}

let turn = 0;

process.on('message', (bytes: Uint8Array) => {
  turn += 1;
  const start = process.cpuUsage();
  void tryFile(bytes, turn % 2 === 0 ? 'original' : 'accepted')
    .catch((error: unknown) => `CRASH ${error instanceof Error ? error.stack : String(error)}`)
    .then((outcome) => {
      const { user, system } = process.cpuUsage(start);
      const answer: Answer = {
        outcome,
        milliseconds: (user + system) / 1_000,
        memory: process.memoryUsage.rss(),
      };
      process.send?.(answer);
    });
});
