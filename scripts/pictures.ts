import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeFileAtomically } from '../main/files/write-file-atomically.ts';
import { smallPng } from './pictures/small-png.ts';

/**
 * `npm run pictures`: takes the few pictures that README shows from those that the browser tests made
 * last (out/pictures) and keeps them, small, in docs/pictures.
 *
 * They show the sample, which is about a city that does not exist.
 */
const chosen = {
  '01-reports.png': 'state-the-list-of-reports.png',
  '02-row-form.png': 'state-a-row-s-form.png',
  '03-table-view.png': 'state-the-table.png',
  '04-last-year.png': 'state-beside-a-row-last-year.png',
} as const;

const project = resolve(import.meta.dirname, '..');
const target = join(project, 'docs/pictures');
mkdirSync(target, { recursive: true });
for (const [name, source] of Object.entries(chosen)) {
  const path = join(project, 'out/pictures', source);
  if (!existsSync(path)) {
    console.error(`${source} がありません。先に npm test を実行してください。`);
    process.exitCode = 1;
    continue;
  }
  const picture = smallPng(readFileSync(path));
  await writeFileAtomically(join(target, name), picture);
  console.log(`docs/pictures/${name}  ${Math.round(picture.length / 1024)} KiB`);
}
