/**
 * `npm run test:windows`: what touches files, run on Windows, and the whole program served from there.
 *
 * Elsewhere Wine stands for it (docs/decisions/0043). Words name the test files. A part of `npm run test:long`.
 */
import { endTogether } from './set-up/processes.mjs';
import { main } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forWindow } from './set-up/system-packages.mjs';
import { runAll } from './test/run-all.mjs';
import { windowsRuns } from './test/stages.mjs';
import { setUpWindows } from './windows/set-up.mjs';

await main(async () => {
  endTogether();
  await setUp({ built: true });
  await ensureSystemPackages(forWindow);
  return runAll([[windowsRuns(await setUpWindows(), process.argv.slice(2))]]);
});
