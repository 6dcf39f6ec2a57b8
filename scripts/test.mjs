/**
 * `npm test`: sets up, then runs everything that says whether the program is sound.
 *
 * One line per stage, the whole output of a stage that fails, no stop at the first failure, and at
 * the end one line alone: `N passed, N failed`. A static check counts as one test.
 * `npm test -- tests/word` runs only the tests under that path.
 */
import { checks, testRuns, testsUnder } from './test/stages.mjs';
import { runStage } from './test/run-stage.mjs';
import { endTogether } from './set-up/processes.mjs';
import { main } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forTests } from './set-up/system-packages.mjs';

await main(async () => {
  endTogether();
  const paths = process.argv.slice(2);
  await setUp({ built: true });
  await ensureSystemPackages(forTests);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const runAll = async (stages) => {
    for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
      const counts = await runStage(stage);
      for (const key of Object.keys(sum)) sum[key] += counts[key];
    }
  };
  if (paths.length > 0) {
    await runAll([testsUnder(paths)]);
  } else {
    const waiting = checks();
    await Promise.all([runAll(waiting), runAll(waiting)]);
    await runAll(testRuns());
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  return sum.failed > 0 ? 1 : 0;
});
