/**
 * Shows the program's page in a window of the browser, and ends with it; its code is the browser's.
 *
 * Started by start.mjs with a channel, over which it is told what to show: the address stands in no list of
 * processes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { personalFolder } from '../../main/files/program-files.ts';
import { quietSwitches } from './quiet-browser.ts';
import { WindowProfile } from './window-profile.ts';
import { writeWayIn } from './way-in.ts';

export interface WindowWish {
  readonly address: string;
  /** Path of the browser. */
  readonly browser: string;
  /** Words for its command line that this machine needs. */
  readonly words: readonly string[];
}

const [{ address, browser, words }] = (await once(process, 'message')) as [WindowWish];
const profile = WindowProfile.take(personalFolder());
const wayIn = writeWayIn(profile.folder, address);
const args = [
  `--app=${wayIn.address}`,
  `--user-data-dir=${profile.folder}`,
  '--lang=ja',
  ...quietSwitches,
  ...words,
];
// On Linux the browser's own words follow the environment, whatever `--lang` says.
const env = { ...process.env, LANGUAGE: 'ja' };
const child = spawn(browser, args, { env, stdio: 'ignore', windowsHide: true });
process.once('SIGTERM', () => child.kill('SIGTERM'));
process.once('disconnect', () => child.kill('SIGTERM'));
const code = await new Promise<number>((ended) => {
  child.once('error', () => ended(127));
  child.once('close', (status) => ended(status ?? 1));
});
wayIn.remove();
profile.letGo();
process.exit(code);
