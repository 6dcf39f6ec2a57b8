/** Most files that a second try is given: more than these are no chance. */
const fewest = 3;

/** How much of what a failed test said is told again at the end, in lines. */
const told = 6;

/**
 * The stages to run once more, each with the failures of its first run that it may take back: nothing where too many
 * files failed, or where something failed that is no test (a check of the sources, an error outside a test).
 *
 * `stages`: what runStage gave. Gives `{ first, again }`: the failures, and the stage over their files alone.
 */
export function secondTries(stages) {
  const failing = stages.filter(({ counts }) => counts.failed > 0);
  const files = failing.flatMap(({ failed }) => [...new Set(failed.map(({ file }) => file))]);
  const allTests = failing.every(({ counts, failed }) => failed.length === counts.failed);
  if (!allTests || files.length > fewest) return [];
  return failing.map(({ stage, failed }) => ({
    first: failed,
    again: {
      ...stage,
      name: `${stage.name}: 2回目`,
      command: [...stage.command, ...new Set(failed.map(({ file }) => file))],
      results: stage.results.replace(/\.json$/u, '-again.json'),
    },
  }));
}

/** What failed, as lines to print last: a long run's own output of it is far above by then. */
export function failures(failed) {
  return listed('失敗したテスト', failed);
}

/** What failed beside others and passed by itself: nothing that may stay so. */
export function unsteady(failed) {
  return listed('不安定なテスト: 1回目は失敗、単独の2回目は成功。原因を調べて直す', failed);
}

function listed(heading, failed) {
  if (failed.length === 0) return [];
  return [
    `\n${heading}(${failed.length}件)`,
    ...failed.flatMap(({ file, name, message }) => [
      `    ${file}  ${name}`,
      ...message
        .split('\n')
        .slice(0, told)
        .map((line) => `        ${line}`),
    ]),
  ];
}
