import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { findProgram, run } from './processes.mjs';
import { inProject, projectFolder } from './project.mjs';
import { say, SetUpFailure } from './say.mjs';

const stampPath = inProject('node_modules', '.sengen-set-up.json');

/** True when node_modules holds what package-lock.json says. */
export function packagesAreCurrent() {
  const stamp = readJson(stampPath);
  return stamp !== null && sameStamp(stamp, currentStamp());
}

/** Installs the packages of the lockfile when they are missing or another lockfile's. */
export async function ensurePackages() {
  if (packagesAreCurrent()) return;
  if (!installedAsLocked()) await install();
  writeFileSync(stampPath, JSON.stringify(currentStamp()));
}

async function install() {
  say('パッケージを取り込んでいます(初回は1分ほどかかります)。');
  const { command, args, shell } = npm();
  const runsFromPackages = process.execPath.startsWith(inProject('node_modules') + sep);
  // Windows can't delete a program that runs, and `npm ci` deletes everything first.
  const verb = process.platform === 'win32' && runsFromPackages ? 'install' : 'ci';
  const { code, text } = await run(
    command,
    // Scripts of packages are not run: none is needed, and from a lockfile npm does not see that
    // better-sqlite3 brings its binary and would compile it, which asks for a compiler and Python.
    [...args, verb, '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: projectFolder,
      shell,
      env: { ...process.env, NODE_ENV: 'development', PATH: pathWithoutPackages() },
    },
  );
  if (code === 0) return;
  say(text.trimEnd());
  throw new SetUpFailure(
    'パッケージを取り込めませんでした。上の表示とネットワークの接続を確かめて、もう一度実行してください。',
  );
}

/** npm itself, run by a Node that is not about to be replaced. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(script)) {
    const node = pathWithoutPackages()
      .split(delimiter)
      .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
      .find((path) => existsSync(path));
    return { command: node ?? process.execPath, args: [script], shell: false };
  }
  const command = findProgram('npm');
  if (command === null) {
    throw new SetUpFailure(
      'npm が見つかりません。https://nodejs.org/ から Node.js を入れて、もう一度実行してください。',
    );
  }
  return process.platform === 'win32'
    ? { command: `"${command}"`, args: [], shell: true }
    : { command, args: [], shell: false };
}

function pathWithoutPackages() {
  const inPackages = `${sep}node_modules${sep}`;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !`${folder}${sep}`.includes(inPackages))
    .join(delimiter);
}

/**
 * True when npm's own record of node_modules agrees with the lockfile.
 *
 * npm writes the record last, so a broken-off installation has none. Packages for other systems
 * are in the lockfile only.
 */
function installedAsLocked() {
  const installed = readJson(inProject('node_modules', '.package-lock.json'))?.packages;
  const locked = readJson(inProject('package-lock.json'))?.packages;
  if (!installed || !locked) return false;
  return (
    Object.entries(locked).every(
      ([path, { version, optional }]) =>
        path === '' || installed[path]?.version === version || (optional && !installed[path]),
    ) && Object.keys(installed).every((path) => path in locked)
  );
}

function currentStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  return { lock, platform: process.platform, arch: process.arch };
}

function sameStamp(one, other) {
  return one.lock === other.lock && one.platform === other.platform && one.arch === other.arch;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
