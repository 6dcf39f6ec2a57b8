import { failures, secondTries, unsteady } from './failures.mjs';
import { runStage } from './run-stage.mjs';
import { slowest } from './slowest.mjs';

/**
 * Runs stages and says at the end what came of them, on the last line alone: `N passed, N failed`.
 *
 * `rounds` are lists of lists of stages, one round after the other; the lists of a round run side by side. With
 * `secondTry`, the few files that failed are run once more when the machine is quiet (docs/decisions/0051).
 * Gives the exit code.
 */
export async function runAll(rounds, { secondTry = false } = {}) {
  const done = [];
  for (const round of rounds) {
    await Promise.all(
      round.map(async (stages) => {
        for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
          done.push(await runStage(stage));
        }
      }),
    );
  }
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts } of done) for (const key of Object.keys(sum)) sum[key] += counts[key];

  const chance = [];
  let left = done.flatMap((stage) => stage.failed);
  for (const { first, again } of secondTry ? secondTries(done) : []) {
    const second = await runStage(again);
    if (second.counts.failed > 0) continue;
    chance.push(...first);
    left = left.filter((failure) => !first.includes(failure));
    sum.passed += first.length;
    sum.failed -= first.length;
  }

  const times = (kind) => done.flatMap((stage) => stage[kind]);
  console.log(`\n${slowest({ files: times('files'), tests: times('tests') }).join('\n')}`);
  for (const line of [...unsteady(chance), ...failures(left)]) console.log(line);
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  return sum.failed > 0 ? 1 : 0;
}
