import { expect, test } from 'vitest';
import { howMany } from '../support/how-many.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { simulate } from './simulate.ts';
import { lastWriterWins, nameFirst, withoutBase, type Ways } from './ways.ts';

const newFolder = temporaryFolders();
const departments = howMany({ usual: 5, long: 5_000 });

test.for(Array.from({ length: departments }, (_, at) => at + 1))(
  'nothing that somebody wrote is lost in a department, whatever happens to its files: seed %i',
  async (seed) => {
    const { broken, acts } = await simulate(newFolder(), seed);
    expect(broken, acts.join('\n')).toEqual([]);
  },
);

test.for<[string, Ways, RegExp]>([
  ['the last writer wins', lastWriterWins, /was taken away/u],
  ['nobody knows what was given out', withoutBase, /nowhere|was taken away/u],
  ['a file has its name before it is whole', nameFirst, /a whole file was refused/u],
])('a department is found out in which %s', async ([, ways, promise]) => {
  const broken: string[] = [];
  for (let seed = 1; seed <= 6 && broken.length === 0; seed += 1) {
    broken.push(...(await simulate(newFolder(), seed, { ways })).broken);
  }
  expect(broken.join('\n')).toMatch(promise);
});
