/**
 * Vitest under Node for Windows, as a stage runs it on this system: `vitest.mjs ARGUMENT…` with Vitest's own words.
 *
 * What it printed is printed at its end, and its results name files as this system does.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { endTogether } from '../set-up/processes.mjs';
import { inProject } from '../set-up/project.mjs';
import { main } from '../set-up/say.mjs';
import { endWindows, startOnWindows, windowsPath } from './wine.mjs';

const isPath = (word) => word.startsWith('/');
const onWindows = (word) => {
  const [option, value] = word.split('=');
  if (value !== undefined && isPath(value)) return `${option}=${windowsPath(value)}`;
  return isPath(word) ? windowsPath(word) : word;
};

await main(async () => {
  endTogether(endWindows);
  const words = process.argv.slice(2);
  const results = words.find((word) => word.startsWith('--outputFile'))?.split('=')[1];
  const printed = inProject('.cache', 'windows', 'printed.txt');
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const child = startOnWindows([vitest, ...words.map(onWindows)], printed, { NO_COLOR: '1' });
  const { code } = await child.ended;
  await endWindows();
  process.stdout.write(readFileSync(printed, 'utf8'));
  if (results !== undefined && existsSync(results)) {
    writeFileSync(results, readFileSync(results, 'utf8').replaceAll('"Z:/', '"/'));
  }
  return code;
});
