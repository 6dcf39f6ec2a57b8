import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { whileHeld } from '../patience.ts';
import { sha256Of } from '../sha256.ts';
import { discard } from './discard.ts';
import { syncFolder } from './sync-folder.ts';

/** Of each library so many are kept, the latest. They are counted, so that a clock that jumps takes none away. */
const mostKept = 5;

/** Nothing takes longer to be copied, in ms: what is older was cut off. */
const longestCopy = 60 * 60 * 1_000;

/**
 * Copies a library that a crash left half written, with the journals beside it, into the program's own place, before
 * any of it is changed: `folder/1a2b3c4d5e6f/000001_0123456789abcdef/NAME.sengen` (which library; number, content).
 *
 * They are on the disk when it returns, for their owner alone and not to be written, so that opening one to look at it
 * changes nothing. The same content is kept once. Throws the errors of node:fs.
 */
export function keepCrash(folder: string, file: string): void {
  const own = join(folder, sha256Of(file).slice(0, 12));
  mkdirSync(own, { recursive: true, mode: 0o700 });
  chmodSync(own, 0o700);
  const files = ['', '-journal', '-wal', '-shm']
    .map((ending) => `${file}${ending}`)
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile());
  const content = sha256Of(...files.map((path) => readFileSync(path))).slice(0, 16);
  const kept = keptIn(own);
  if (kept.some((name) => name.endsWith(`_${content}`))) return;
  const draft = mkdtempSync(join(own, unfinished));
  try {
    for (const path of files) copy(path, join(draft, basename(path)));
    syncFolder(draft);
    const number = Number.parseInt(kept.at(-1) ?? '0', 10) + 1;
    const place = join(own, `${String(number).padStart(6, '0')}_${content}`);
    whileHeld('replace', () => renameSync(draft, place));
    syncFolder(own);
  } catch (error) {
    discard(draft);
    throw error;
  }
  thin(own);
}

const unfinished = '~';

/** The latest last. */
function keptIn(own: string): string[] {
  return readdirSync(own)
    .filter((name) => /^\d{6,}_[0-9a-f]{16}$/u.test(name))
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
}

function copy(from: string, to: string): void {
  copyFileSync(from, to);
  // As it was copied it may be for all to read, or not to be written.
  chmodSync(to, 0o600);
  const handle = whileHeld('open', () => openSync(to, 'r+'));
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(to, 0o400);
}

function thin(own: string): void {
  const cutOff = readdirSync(own).filter(
    (name) =>
      name.startsWith(unfinished) &&
      Date.now() - (lstatSync(join(own, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) >
        longestCopy,
  );
  for (const name of [...keptIn(own).slice(0, -mostKept), ...cutOff]) {
    discard(join(own, name));
  }
}
