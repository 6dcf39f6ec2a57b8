/**
 * `npm test`: sets up, then runs everything that says whether the program is sound.
 *
 * One line per stage and how far it is, the whole output of a stage that fails, no stop at the first
 * failure, a second try by itself for a few tests that failed (docs/decisions/0051), the ten slowest, what
 * failed, and at the end one line alone: `N passed, N failed`. A static check counts as one test.
 * `npm test -- tests/word` runs only the tests under that path. What takes longer is `npm run test:long`.
 */
import { browserTests, checks, roomTests, testsUnder } from './test/stages.mjs';
import { runAll } from './test/run-all.mjs';
import { endTogether } from './set-up/processes.mjs';
import { main } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forTests } from './set-up/system-packages.mjs';

await main(async () => {
  endTogether();
  const paths = process.argv.slice(2);
  await setUp({ built: true });
  await ensureSystemPackages(forTests);
  if (paths.length > 0) return runAll([[[testsUnder(paths)]]]);
  // Both last about as long on two processors: what the browser suite leaves of them while it waits, the rooms take, and what
  // the rooms leave when it is done, the checks.
  return runAll([[roomTests(), [...browserTests(), ...checks()]]], { secondTry: true });
});
