import { existsSync } from 'node:fs';
import { inProject } from '../set-up/project.mjs';

/*
 * What `npm test` runs. A stage has a name and a command for Node 24; with `results` it is a Vitest run
 * that writes its counts there, else one check that passes or fails.
 */

/** Checks of the sources; they need one processor each and disturb nobody. */
export function checks() {
  return [
    ...['shared', 'main/domain', 'main', 'tests'].map((room) => ({
      name: `型: ${room}`,
      command: [packageFile('typescript/bin/tsc'), '--project', room],
    })),
    {
      name: '型: renderer',
      command: [
        packageFile('svelte-check/bin/svelte-check'),
        ...['--workspace', 'renderer', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      ],
    },
    { name: '書き方: ESLint', command: [packageFile('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
    {
      name: '書き方: Prettier',
      command: [packageFile('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    },
  ];
}

/** Test runs; each uses the whole machine. */
export function testRuns() {
  return [
    vitest('テスト', 'vitest.config.ts', 'tests'),
    ...(existsSync(inProject('vitest.browser.config.ts'))
      ? [vitest('ブラウザーのテスト', 'vitest.browser.config.ts', 'browser')]
      : []),
  ];
}

/** Only the tests whose file's path holds one of `paths`. */
export function testsUnder(paths) {
  return vitest('テスト', 'vitest.config.ts', 'tests', paths);
}

function vitest(name, config, results, paths = []) {
  return {
    name,
    command: [packageFile('vitest/vitest.mjs'), 'run', '--config', config, ...paths],
    results: inProject('.cache', 'test-results', `${results}.json`),
  };
}

function packageFile(path) {
  return inProject('node_modules', ...path.split('/'));
}
