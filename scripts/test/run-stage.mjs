import { readFileSync, rmSync } from 'node:fs';
import { environment, node24 } from '../set-up/node-24.mjs';
import { run } from '../set-up/processes.mjs';
import { projectFolder } from '../set-up/project.mjs';

/** Runs one stage, prints its line (and all its output when it fails), and gives its counts. */
export async function runStage({ name, command, results }) {
  const start = Date.now();
  const reporters =
    results === undefined ? [] : ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  if (results !== undefined) rmSync(results, { force: true });
  const { code, text } = await run(node24(), [...command, ...reporters], {
    cwd: projectFolder,
    // The command line is tested as it is built: that is what a person runs.
    env: { ...environment(), NO_COLOR: '1', SENGEN_ENTRY: 'out/main/sengen.js' },
  });
  const counts = results === undefined ? countsOfCheck(code) : countsOfTests(results, code);
  const seconds = ((Date.now() - start) / 1_000).toFixed(1);
  console.log(`${counts.failed === 0 ? '成功' : '失敗'}  ${name}  ${described(counts)}${seconds} 秒`);
  if (counts.failed > 0) console.log(text.trimEnd());
  else for (const line of reasonsIn(text)) console.log(`      ${line}`);
  return counts;
}

function countsOfCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A file that does not even load has no failed test, and an error outside a test neither: both count as one. */
function countsOfTests(path, code) {
  const report = readReport(path);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function described({ passed, failed, skipped }) {
  if (passed + failed + skipped <= 1) return '';
  return `${[`成功 ${passed}`, `失敗 ${failed}`, `省略 ${skipped}`].join('・')}  `;
}

/** Lines in which a test says why it is left out: `省略: …` or `skipped: …`. */
function reasonsIn(text) {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) =>
    /^(省略|skipped): /u.test(line),
  );
}
