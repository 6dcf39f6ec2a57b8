import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../set-up/project.mjs';

const file = inProject('tests', 'support', 'trust-rows.json');

/** The rows of the table, each with its name: `{ name, title, tried, kept, runs, minutes, tests, script }`. */
export function trustRows() {
  const rows = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(rows).map(([name, row]) => ({ name, ...row }));
}

/** The runs of a row: what is driven in a browser has another configuration than the rest. */
export function stagesOf({ name, title, tests, script }) {
  const isBrowser = (path) => path.startsWith('tests/browser-suite/');
  const there = tests.filter((path) => existsSync(inProject(...path.split('/'))));
  return [
    ['vitest.config.ts', there.filter((path) => !isBrowser(path))],
    ['vitest.browser.config.ts', there.filter(isBrowser)],
  ]
    .filter(([, paths]) => paths.length > 0)
    .map(([config, paths]) => ({
      name: title,
      command: [
        inProject('node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--config', config, '--no-file-parallelism', ...paths],
      ],
      results: inProject('.cache', 'test-results', `trust-${name}-${config}.json`),
    }))
    .concat(script === undefined ? [] : [{ name: title, command: [inProject(...script.split('/'))] }]);
}
