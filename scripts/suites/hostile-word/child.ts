import { hostileFile } from './hostile-file.ts';
import { realFiles } from './real-files.ts';
import { tryFile } from './try-file.ts';

/** Reads hostile files from one number to another and tells the parent of each; see ../hostile-word.ts. */
const [first = 0, last = 0] = process.argv.slice(2).map(Number);
const files = await realFiles();
for (let number = first; number <= last; number += 1) {
  const { kind, bytes } = hostileFile(number, files);
  process.send?.({ number, kind, started: true });
  const start = process.cpuUsage();
  let outcome: string;
  try {
    outcome = await tryFile(bytes);
  } catch (error) {
    outcome = `CRASH ${error instanceof Error ? error.stack : String(error)}`;
  }
  // The time of the processor, so that other work on the machine is not counted.
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1_000;
  process.send?.({ number, kind, outcome, milliseconds, memory: process.memoryUsage.rss() });
}
process.disconnect?.();
