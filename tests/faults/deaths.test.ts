import { appendFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { Random } from '../../scripts/suites/hostile-word/random.ts';
import { howMany } from '../support/how-many.ts';
import { shim, shimNeeds } from './shim.ts';
import { unfinishedFile } from '../../main/domain/unfinished-names.ts';
import { thisWriter } from '../../main/files/leftovers.ts';
import { libraryWith, report, reopened, valueOf } from '../data/sample-content.ts';
import { stateHash, type Answered } from './answered.ts';
import { deathsOfADay, doingOf, faultsOf, type Death } from './deaths.ts';

/*
 * What a killed process leaves is what stood on the disk before the operation that it did not come to. So one life gives
 * as many deaths as it has operations, without a start for each. Programs that are killed for real: killed-at-work.test.ts.
 */

/** One in so many operations. A life has some hundred. */
const odds = 9;
const count = howMany({ usual: 12, long: 2_000 });
const seed = Number(process.env['SENGEN_SEED'] ?? 20_270_401);

test(
  `a program that dies at ${count} disk operations loses nothing that it had answered, and leaves nothing`,
  { timeout: 0 },
  async () => {
    if (shim('deaths.c') === null) {
      console.log(`skipped: ${shimNeeds}`);
      return;
    }
    const place = temporaryFolder();
    const random = new Random(seed);
    const found: string[] = [];
    let deaths: Death[] = [];
    let inTheMiddle = 0;
    const doing = new Map<string, number>();
    let lives = 0;
    for (let made = 0; made < count; made += 1) {
      if (deaths.length === 0) {
        deaths = deathsOfADay(place, odds, random.below(2 ** 31));
        lives += 1;
        expect(deaths.length).toBeGreaterThan(20);
      }
      const [death] = deaths.splice(random.below(deaths.length), 1);
      if (isInTheMiddle(death!.folder)) inTheMiddle += 1;
      const what = doingOf(death!);
      doing.set(what, (doing.get(what) ?? 0) + 1);
      const faults = await faultsOf(death!);
      if (faults.length > 0)
        found.push(`seed ${seed}, operation ${death!.operation} (${what}): ${faults.join('; ')}`);
      rmSync(death!.folder, { recursive: true, force: true });
    }
    expect(found).toEqual([]);
    // A death between two transactions shows little.
    expect(inTheMiddle).toBeGreaterThan(0);
    console.log(`${count} deaths of ${lives} lives, ${inTheMiddle} in the middle of a transaction`);
    console.log([...doing].map(([what, count]) => `${what} ${count}`).join(', '));
  },
);

/** A journal is left that SQLite has to play back. */
function isInTheMiddle(folder: string): boolean {
  return (statSync(join(folder, '報告.sengen-journal'), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Bad on purpose: what the judge must find. */
test('a step that was answered and is gone, half a file, half a backup and what was left behind are found', async () => {
  const folder = temporaryFolder();
  const path = join(folder, '報告.sengen');
  const content = report();
  libraryWith(path, content);
  const note = (what: string, state: string): Answered => ({
    what,
    library: '報告.sengen',
    state,
    backups: [],
    file: null,
  });
  const answer = (each: Answered): void =>
    appendFileSync(join(folder, 'answered.jsonl'), `${JSON.stringify(each)}\n`);
  const first = note('first', stateOf(path));
  const second = note('second', 'of a step that is not there');
  answer(first);
  expect(await faultsOf({ folder, all: [first, second] })).toEqual([]);
  answer(second);
  expect(await faultsOf({ folder, all: [first, second] })).toEqual([
    '報告.sengen is not as it was after: second',
  ]);

  const written = { ...note('export', second.state), file: { name: '提出.docx', hash: '0' } };
  writeFileSync(join(folder, '提出.docx'), 'half');
  const backup = '000001_20260401-083000_open_1-2-0_0123456789abcdef_1a2b3c.sengen';
  writeFileSync(join(folder, backup), 'half');
  // Whoever writes it is alive: the next start leaves it alone.
  const left = unfinishedFile(thisWriter(), 'ab');
  writeFileSync(join(folder, left), '');
  const faults = await faultsOf({ folder, all: [first, written] });
  expect(faults).toContain('提出.docx is not whole');
  expect(faults).toContain(`a backup is not whole: ${backup}`);
  expect(faults).toContain(`left behind: ${left}`);
});

function stateOf(path: string): string {
  const library = reopened(path);
  const states = library.reports.list().map(({ id, state, revision }) => {
    const { report: content, sequence } = valueOf(library.reports.read(id));
    return { report: content, sequence, state, revision };
  });
  library.close();
  return stateHash(states);
}
