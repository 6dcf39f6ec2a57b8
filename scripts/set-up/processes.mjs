import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Children that are still running; all end with us. */
const running = new Set();

/** True once we were told to end: what children then leave behind is nobody's failure. */
let ending = false;

/**
 * Starts a program.
 *
 * Its stdin is never ours: a closed or missing terminal must not make anything wait.
 * Windows starts `.cmd` files only through a shell; `shell` says so.
 */
export function start(
  command,
  args,
  { env = process.env, cwd, output = 'inherit', shell = false, channel = [] } = {},
) {
  const [standard, error] = Array.isArray(output) ? output : [output, output];
  const stdio = ['ignore', standard, error, ...channel];
  const child = spawn(command, args, { env, cwd, stdio, shell, windowsHide: true });
  running.add(child);
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal }));
  });
  void child.ended.then(() => running.delete(child));
  return child;
}

/**
 * Runs a program to its end and gives its exit code and everything that it printed.
 *
 * `onMessage` hears what a Node program sends by `process.send`.
 */
export async function run(command, args, { onMessage, ...options } = {}) {
  const child = start(command, args, {
    ...options,
    output: 'pipe',
    channel: onMessage === undefined ? [] : ['ipc'],
  });
  if (onMessage !== undefined) child.on('message', onMessage);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (part) => (text += part));
  }
  const { code, error } = await child.ended;
  if (ending) await new Promise(() => {});
  return { code, text: error === undefined ? text : `${text}${error.message}\n` };
}

/** Asks a child to end, and makes it when it does not within three seconds. */
export async function stop(child) {
  if (!running.has(child)) return;
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await child.ended;
  clearTimeout(impatience);
}

/** Ctrl+C, a closed terminal or a kill ends every child, then `last` runs, then we end. */
export function endTogether(last = () => {}) {
  const end = (code) => {
    if (ending) return;
    ending = true;
    void Promise.all([...running].map(stop))
      .then(last)
      .finally(() => process.exit(code));
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  // A signal to npm ends npm and its shell, but does not reach us: what is left is another parent.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && end(143);
  if (process.env.npm_lifecycle_event !== undefined) setInterval(orphaned, 500).unref();
}

/** The full path of a program, looked for as a shell would; null when there is none. */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return null;
}
