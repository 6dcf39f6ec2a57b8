import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { environment, node24 } from './node-24.mjs';
import { start, stop } from './processes.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

/*
 * The npm package `electron` holds no runtime: importing it, or its `cli.js`, downloads one first.
 * So nothing here imports it; these are the same questions that its own `install.js` asks.
 */
const folder = inProject('node_modules', 'electron');
const refusalPath = inProject('.cache', 'electron-not-available.json');
const day = 24 * 60 * 60 * 1_000;

/** Path of Electron's program; null when its runtime is not on this machine. */
export function electronProgram() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  try {
    if (readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '') !== version()) return null;
    const path = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Tries once a day to download the runtime; true when it is there afterwards. */
export async function fetchElectron() {
  if (refusedLately()) return false;
  if (await sourceAnswers()) {
    say('Electron を取り込んでいます(約100 MB)。');
    const child = start(node24(), [join(folder, 'install.js')], { env: environment(), output: 'ignore' });
    const impatience = setTimeout(() => void stop(child), 5 * 60 * 1_000);
    await child.ended;
    clearTimeout(impatience);
  }
  if (electronProgram() !== null) return true;
  mkdirSync(inProject('.cache'), { recursive: true });
  writeFileSync(refusalPath, JSON.stringify({ version: version(), at: Date.now() }));
  return false;
}

/** Asks the download's server for anything at all: without a network this fails at once or in four seconds. */
function sourceAnswers() {
  const mirror = process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR;
  return new Promise((resolve) => {
    const answered = request(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      timeout: 4_000,
    });
    answered.once('response', (response) => {
      response.resume();
      resolve(true);
    });
    answered.once('timeout', () => answered.destroy());
    answered.once('error', () => resolve(false));
    answered.once('close', () => resolve(false));
    answered.end();
  });
}

function refusedLately() {
  try {
    const refusal = JSON.parse(readFileSync(refusalPath, 'utf8'));
    return refusal.version === version() && Date.now() - refusal.at < day;
  } catch {
    return false;
  }
}

function version() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
