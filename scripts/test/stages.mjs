import { existsSync, readdirSync } from 'node:fs';
import { inProject } from '../set-up/project.mjs';
import { windowsSettings } from '../windows/wine.mjs';

/*
 * What `npm test` runs. A stage has a name and a command for Node 24; with `results` it is a Vitest run
 * that writes its counts there, else one check that passes or fails. `environment` is added to ours. With
 * `missing`, which says what this machine lacks, it is not run and counts as skipped.
 */

/** Checks of the sources; they need one processor each and disturb nobody. */
export function checks() {
  return [
    { name: '型と書き方', command: [inProject('scripts', 'suites', 'check-sources.mjs')] },
    {
      name: '型: renderer',
      command: [
        packageFile('svelte-check/bin/svelte-check'),
        ...['--workspace', 'renderer', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      ],
    },
    {
      name: '書き方: Prettier',
      command: [packageFile('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    },
  ];
}

/** The tests of each room, most of them busy with one processor. */
export function roomTests() {
  return [vitest('テスト', 'vitest.config.ts', 'tests')];
}

/** The browser suite: two files at a time, which wait for their pages as long as they are busy. */
export function browserTests() {
  return [vitest('ブラウザーのテスト', 'vitest.browser.config.ts', 'browser')];
}

/**
 * The tests of what touches files, on Windows, and one walk through the program that is served from there.
 *
 * `missing`: why there is no Windows here; null where there is one. `paths` as in testsUnder.
 */
export function windowsRuns(missing, paths = []) {
  const name = (what) => `Windows: ${what}`;
  const inside = vitest(name('データ・ファイル・控え・コマンド'), 'vitest.windows.config.ts', 'windows', [
    '--project=windows',
    ...paths,
  ]);
  const walk = vitest(name('通し'), 'vitest.windows.config.ts', 'windows-walk', [
    '--project=walk',
    ...paths,
  ]);
  const script = inProject('scripts', 'windows', 'vitest.mjs');
  const stages =
    process.platform === 'win32'
      ? [inside, walk]
      : [
          { ...inside, command: [script, ...inside.command.slice(1)] },
          { ...walk, environment: windowsSettings() },
        ];
  return stages.map((stage) => ({ ...stage, missing }));
}

/**
 * What `npm run test:long` runs beside: all of the random runs, kills and files, all of the browser suite in both windows, and Windows
 * (`noWindows` as in windowsRuns).
 */
export function longRuns(noWindows) {
  return [
    {
      ...vitest('長いテスト: 乱数・強制終了・壊れたファイル', 'vitest.config.ts', 'tests-long'),
      environment: { SENGEN_LONG: '1' },
    },
    {
      ...vitest('長いテスト: 1366 × 768 の画面', 'vitest.browser.config.ts', 'browser-long'),
      environment: { SENGEN_LONG: '1' },
    },
    {
      ...vitest('長いテスト: 1920 × 1080 の画面', 'vitest.browser.config.ts', 'browser-wide'),
      environment: { SENGEN_LONG: '1', SENGEN_WINDOW: '1920x1080', SENGEN_PICTURES: '1' },
    },
    ...(hasTests('input-method-suite')
      ? [vitest('長いテスト: 日本語入力', 'vitest.input-method.config.ts', 'input-method')]
      : []),
    {
      name: '長いテスト: 壊れた Word ファイル',
      command: [inProject('scripts', 'suites', 'hostile-word.ts')],
    },
    ...windowsRuns(noWindows),
    {
      // `npm test` lints them without types: see check-sources.mjs.
      name: '長いテスト: 部品の書き方',
      command: [packageFile('eslint/bin/eslint.js'), '--max-warnings', '0', '**/*.svelte'],
    },
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

function hasTests(folder) {
  const place = inProject('tests', folder);
  return existsSync(place) && readdirSync(place).some((name) => name.endsWith('.test.ts'));
}

function packageFile(path) {
  return inProject('node_modules', ...path.split('/'));
}
