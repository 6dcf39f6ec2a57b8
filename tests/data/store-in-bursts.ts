import { writeSync } from 'node:fs';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { identifier } from './sample-content.ts';

/**
 * A program that stores as persons do, some steps and then a rest: `store-in-bursts.ts LIBRARY REPORT`. Prints the
 * sequence of each step that was answered.
 */
const [path = '', report = ''] = process.argv.slice(2);
const opened = openLibrary(path, () => new Date());
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { reports } = opened.value;
const rest = new Int32Array(new SharedArrayBuffer(4));

for (let burst = 0; ; burst += 1) {
  for (let count = 0; count < 1 + (burst % 4); count += 1) {
    const stored = reports.read(report);
    if (!stored.ok) throw new Error(JSON.stringify(stored.failure));
    const text = `${stored.value.sequence + 1}まで`.repeat(40);
    // Every row says the same: a state that is half of one step and half of another shows.
    const edits = stored.value.report.initiatives.map((row): Edit => ({
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: 'plan',
      before: row.plan,
      after: [text],
    }));
    const accepted = reports.commit(
      report,
      { id: identifier(), edits },
      { author: '書き手', at: new Date() },
    );
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.failure));
    writeSync(1, `${accepted.value.sequence}\n`);
  }
  Atomics.wait(rest, 0, 0, 20 + ((burst * 211) % 900));
}
