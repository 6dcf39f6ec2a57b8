/**
 * `npm run test:long`: what takes too long for every day, before a release and before an issue is closed.
 *
 * The stages are data: scripts/test/stages.mjs, `longRuns`. Prints as `npm test` does.
 */
import { longRuns } from './test/stages.mjs';
import { runAll } from './test/run-all.mjs';
import { endTogether } from './set-up/processes.mjs';
import { main } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forInputMethod, forTests } from './set-up/system-packages.mjs';
import { setUpWindows } from './windows/set-up.mjs';

await main(async () => {
  endTogether();
  await setUp({ built: true });
  await ensureSystemPackages([...new Set([...forTests, ...forInputMethod])]);
  return runAll([[longRuns(await setUpWindows())]]);
});
