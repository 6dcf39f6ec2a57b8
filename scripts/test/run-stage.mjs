import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { environment, node24 } from '../set-up/node-24.mjs';
import { run } from '../set-up/processes.mjs';
import { inProject, projectFolder } from '../set-up/project.mjs';
import { Progress } from './progress.mjs';

/**
 * Runs one stage, shows how far it is, prints its line (and all its output when it fails), and gives the stage, its
 * counts, which tests failed (`failed`: `{ file, name, message }`) and how long its files and tests took.
 */
export async function runStage(stage) {
  const { name, command, results, missing = null, environment: own = {} } = stage;
  if (missing !== null) {
    console.log(`省略  ${name}  ${missing}`);
    return { stage, counts: { passed: 0, failed: 0, skipped: 1 }, failed: [], files: [], tests: [] };
  }
  const start = Date.now();
  const progress = new Progress(name);
  const { code, text } = await run(node24(), [...command, ...reporters(results)], {
    cwd: projectFolder,
    // The command line is tested as it is built: that is what a person runs.
    env: {
      ...environment(),
      NO_COLOR: '1',
      SENGEN_ENTRY: 'out/main/sengen.js',
      // Many tests start processes of the sources: Node strips their types once.
      NODE_COMPILE_CACHE: inProject('.cache', 'compiled'),
      ...own,
    },
    ...(results === undefined ? {} : { onMessage: (message) => progress.show(message) }),
  });
  progress.end();
  const report = results === undefined ? null : readReport(results);
  const counts = results === undefined ? countsOfCheck(code) : countsOfTests(report, code, text);
  const seconds = ((Date.now() - start) / 1_000).toFixed(1);
  console.log(`${counts.failed === 0 ? '成功' : '失敗'}  ${name}  ${described(counts)}${seconds} 秒`);
  if (counts.failed > 0) console.log(text.trimEnd());
  else for (const line of reasonsIn(text)) console.log(`      ${line}`);
  return { stage, counts, failed: failedIn(report), ...timesIn(report) };
}

function reporters(results) {
  if (results === undefined) return [];
  rmSync(results, { force: true });
  const progress = inProject('scripts', 'test', 'progress-reporter.mjs');
  return ['default', 'json', progress]
    .map((reporter) => `--reporter=${reporter}`)
    .concat(`--outputFile.json=${results}`);
}

/** A file that does not load is told under its own name. */
function failedIn(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(projectFolder, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ file, name: '', message: message ?? '' }];
    return failed.map((test) => ({
      file,
      name: test.fullName,
      message: (test.failureMessages ?? []).join('\n'),
    }));
  });
}

function timesIn(report) {
  const results = report?.testResults ?? [];
  const file = ({ name }) => relative(inProject('tests'), name);
  return {
    files: results.map((each) => ({ name: file(each), milliseconds: each.endTime - each.startTime })),
    tests: results.flatMap((each) =>
      each.assertionResults.map(({ fullName, duration }) => ({
        name: `${file(each)}  ${fullName}`,
        milliseconds: duration ?? 0,
      })),
    ),
  };
}

function countsOfCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A file that does not even load has no failed test, and an error outside a test neither: both count as one. */
function countsOfTests(report, code, text) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const tests = report.numFailedTests + unloaded;
  const outside = /^⎯+ Unhandled Errors? ⎯+$/mu.test(text) || (tests === 0 && code !== 0);
  return {
    passed: report.numPassedTests,
    failed: tests + (outside ? 1 : 0),
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
