import { writeSync } from 'node:fs';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { identifier } from './sample-content.ts';

/**
 * A program that changes a library until it is killed: `commit-in-a-loop.ts LIBRARY REPORT`.
 *
 * After each step that was answered it prints the step's sequence, a tab, and the first row's title.
 */
const [path = '', report = ''] = process.argv.slice(2);
const opened = openLibrary(path, () => new Date());
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { reports } = opened.value;

for (let count = 0; ; count += 1) {
  const stored = reports.read(report);
  if (!stored.ok) throw new Error(JSON.stringify(stored.failure));
  const row = stored.value.report.initiatives[0]!;
  const title = `取組 ${stored.value.sequence + 1}`;
  const edits: Edit[] = [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: 'title',
      before: row.title,
      after: title,
    },
    {
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: 'plan',
      before: row.plan,
      after: [`${title}の内容です。`.repeat(200)],
    },
  ];
  const actor = { author: '繰返し', at: new Date() };
  const accepted =
    count % 7 === 6
      ? reports.undo(report, identifier(), actor)
      : reports.commit(report, { id: identifier(), edits }, actor);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.failure));
  const after = reports.read(report);
  writeSync(1, `${accepted.value.sequence}\t${after.ok ? after.value.report.initiatives[0]!.title : ''}\n`);
}
