import { readdirSync } from 'node:fs';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { actor, identifier, initiative, report, step, valueOf } from '../data/sample-content.ts';
import { FaultControl } from './fault-control.ts';

/**
 * Stores one of everything in a library while its states are copied (faults.c): `write-everything.ts CONTROL LIBRARY
 * STATES ROUNDS`. Prints a line of JSON for each transaction that was asked for: its name, and the states taken by then.
 */
const [control = '', path = '', states = '', rounds = '1'] = process.argv.slice(2);
const faults = new FaultControl(control);
faults.set({ at: 0, error: 0, kinds: ['copy'] });
const library = valueOf(openLibrary(path, () => new Date()));
told('opened');
for (let round = 0; round < Number(rounds); round += 1) writeAll(library, round);
library.close();

function told(name: string): void {
  process.stdout.write(`${JSON.stringify({ name, states: readdirSync(states).length / 2 })}\n`);
}

function writeAll(all: LibraryFile, round: number): void {
  const { reports, bin, comments, phrases, links, search } = all;
  const [late, early] = reports.list();
  const rows = valueOf(reports.read(late!.id)).report.initiatives;
  const row = rows[round % rows.length]!;
  const earlier = valueOf(reports.read(early!.id)).report.initiatives[0]!;
  const does = (name: string, work: () => unknown): void => {
    const outcome = work() as { ok: boolean };
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    told(name);
  };
  const edit: Edit = {
    kind: 'set-field',
    owner: 'row',
    initiative: row.id,
    field: 'plan',
    before: row.plan,
    after: [`${round}回目の見回り。`.repeat(300)],
  };
  const thread = { thread: identifier(), comment: identifier(), text: '続けますか。' };
  const phrase = { id: identifier(), text: '引き続き取り組みます。' };
  does('a step', () => reports.commit(late!.id, step(edit), actor));
  does('undo', () => reports.undo(late!.id, identifier(), actor));
  does('redo', () => reports.redo(late!.id, identifier(), actor));
  does('a report', () =>
    reports.create(report({ fiscalYear: 2000 + round, initiatives: [initiative()] }), actor),
  );
  does('the bin', () => bin.put(early!.id, actor.at));
  does('out of the bin', () => bin.takeOut(early!.id));
  does('a comment', () =>
    comments.start(late!.id, { initiative: row.id, field: 'title', quote: '' }, thread, actor),
  );
  does('a reply', () => comments.reply(thread.thread, identifier(), 'はい。', actor));
  does('a phrase', () => phrases.write(phrase));
  does('no phrase', () => phrases.remove(phrase.id));
  does('a link', () => links.confirm([{ initiative: row.id, earlier: earlier.id }]));
  does('no link', () => links.remove(row.id));
  does('the search index', () => search.bringUp(100));
}
