import { runStage } from './run-stage.mjs';
import { slowest } from './slowest.mjs';

/**
 * Runs stages and says at the end what came of them, on the last line alone: `N passed, N failed`.
 *
 * `rounds` are lists of lists of stages, one round after the other; the lists of a round run side by side.
 * Gives the exit code.
 */
export async function runAll(rounds) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const times = { files: [], tests: [] };
  for (const round of rounds) {
    await Promise.all(
      round.map(async (stages) => {
        for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
          const { counts, files, tests } = await runStage(stage);
          for (const key of Object.keys(sum)) sum[key] += counts[key];
          times.files.push(...files);
          times.tests.push(...tests);
        }
      }),
    );
  }
  console.log(`\n${slowest(times).join('\n')}`);
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  return sum.failed > 0 ? 1 : 0;
}
