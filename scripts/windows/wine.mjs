import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, start } from '../set-up/processes.mjs';
import { inProject } from '../set-up/project.mjs';
import { SetUpFailure } from '../set-up/say.mjs';
import { bcryptPrimitives } from './bcrypt-primitives.mjs';
import { windowsModules, windowsNode } from './packages.mjs';

/** The Windows of these tests: its drives, its registry, its processes. */
const prefix = inProject('.cache', 'windows', 'prefix');
const stamp = join(prefix, '.sengen-ready');

/** `/home/me/file` as Windows sees it: Wine's drive Z is the root of this machine. */
export function windowsPath(path) {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** What a program needs in its environment to run on that Windows. */
export function windowsSettings() {
  return {
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // Names of files are UTF-8.
    LC_ALL: 'C.UTF-8',
    // Node takes Wine for a Windows that it does not know.
    NODE_SKIP_PLATFORM_CHECK: '1',
    NODE_PATH: windowsPath(windowsModules),
    // For tests that start a program there themselves.
    SENGEN_WINDOWS_NODE: windowsNode,
  };
}

/** Makes the Windows in which the tests run; at once when it is there. */
export async function ensureWindows() {
  if (existsSync(stamp)) return;
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(prefix, { recursive: true });
  const version = ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
  const { code, text } = await wine(version);
  if (code !== 0) throw new SetUpFailure(`Wine を準備できませんでした。\n${text.trimEnd()}`);
  const primitives = join(prefix, 'drive_c', 'windows', 'system32', 'bcryptprimitives.dll');
  if (!existsSync(primitives)) writeFileSync(primitives, bcryptPrimitives());
  writeFileSync(stamp, '');
}

/**
 * Starts a script under Node for Windows. What it prints goes to the file `printed`: what a Windows program prints
 * reaches no pipe of Linux.
 */
export function startOnWindows([script, ...words], printed, own = {}) {
  mkdirSync(dirname(printed), { recursive: true });
  const file = openSync(printed, 'w');
  const child = start('wine', [windowsNode, windowsPath(script), ...words], {
    env: { ...process.env, ...windowsSettings(), ...own },
    cwd: inProject(),
    output: [file, file],
  });
  closeSync(file);
  return child;
}

/** Ends every process of that Windows which is left. */
export async function endWindows() {
  const env = { ...process.env, ...windowsSettings() };
  if (existsSync(stamp)) await run('wineserver', ['--kill'], { env });
}

async function wine(words) {
  const env = { ...process.env, ...windowsSettings() };
  const done = await run('wine', words, { env });
  // What it wrote is on the disk only when its server has ended.
  await run('wineserver', ['--wait'], { env });
  return done;
}
