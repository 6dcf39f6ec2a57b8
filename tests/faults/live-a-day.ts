import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { initiative } from '../data/sample-content.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { takeIn } from '../support/take-in.ts';
import { stateHash, type Answered } from './answered.ts';

/**
 * A program that does all that a person does in a year, and writes down after each answer what stands then:
 * `live-a-day.ts FOLDER`. In the folder stand `old.sengen`, of version 1, and a folder `USB`.
 */
const [folder = ''] = process.argv.slice(2);
const at = (name: string): string => join(folder, name);
const notes = openSync(at('answered.jsonl'), 'a');
const application = openTestApplication(folder, '報告.sengen', at('recent.json'), readerHere, at('控え'));
const { call, files } = application;

/** What was asked for was answered: from now on it must stand. */
async function answered(library: string, what: string, file: string | null = null): Promise<void> {
  const states = [];
  for (const { id, state, revision } of must(await call('reports.list', {}))) {
    const { report, sequence } = must(await call('reports.read', { report: id }));
    states.push({ report, sequence, state, revision });
  }
  const { backups } = must(await call('backups.list', {}));
  const note: Answered = {
    what,
    library,
    state: stateHash(states),
    backups: backups.map(({ name }) => name),
    file: file === null ? null : { name: file, hash: hashOf(readFileSync(at(file))) },
  };
  writeSync(notes, `${JSON.stringify(note)}\n`);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const own = '報告.sengen';
await answered(own, 'creation');
const { report } = must(
  await call('reports.create', {
    municipality: '汐見市',
    department: '港湾部',
    fiscalYear: 2026,
    yearLabel: '令和8年度',
    headPost: '部長',
    headName: '沖 三郎',
  }),
);
await answered(own, 'a new report');

const rows = async () => must(await call('reports.read', { report })).report.initiatives;
const edit = async (...edits: Edit[]) =>
  must(await call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
const retitle = async (after: string) => {
  const [row] = await rows();
  await edit({
    kind: 'set-field',
    owner: 'row',
    initiative: row!.id,
    field: 'title',
    before: row!.title,
    after,
  });
};

await edit({ kind: 'add-initiative', at: 0, initiative: initiative({ title: '港の朝市' }) });
await answered(own, 'save');
await edit({ kind: 'add-initiative', at: 1, initiative: initiative({ title: '灯台守の記録' }) });
await answered(own, 'save');
await retitle('港の朝市を続ける');
await answered(own, 'save');
must(await call('reports.undo', { report }));
await answered(own, 'undo');
must(await call('reports.redo', { report }));
await answered(own, 'redo');

files.export = at('報告.json');
must(await call('reports.export', { report, kind: 'json' }));
await answered(own, 'export', '報告.json');
must(await call('backups.make', {}));
await answered(own, 'backup');
const [{ name: backup } = { name: '' }] = must(await call('backups.list', {})).backups;

await retitle('書き直した名前');
await answered(own, 'save');
files.import = at('報告.json');
must(await takeIn(application));
await answered(own, 'import');
await retitle('控えのあとの名前');
await answered(own, 'save');

const [first] = await rows();
const restored = must(await call('backups.restoreRow', { name: backup, report, row: first!.id }));
await answered(own, 'a row restored');
must(await call('backups.takeBack', restored));
await answered(own, 'taken back');
must(await call('backups.restoreReport', { name: backup, report }));
await answered(own, 'a report restored');
await retitle('全体を戻す前');
await answered(own, 'save');
const { before } = must(await call('backups.restore', { name: backup }));
await answered(own, 'all restored');
must(await call('backups.restore', { name: before }));
await answered(own, 'all taken back');

files['second-backups'] = at('USB');
must(await call('backups.chooseSecond', {}));
await answered(own, 'a second place');
must(await call('backups.drill', {}));
await answered(own, 'drill');

files.export = at('提出.docx');
must(await call('reports.export', { report }));
await answered(own, 'export', '提出.docx');
files['sign-off'] = at('提出.docx');
must(await call('signOffs.record', { report, signedBy: '部長', signedAt: '2026-05-01' }));
await answered(own, 'sign-off');

files['open-library'] = at('old.sengen');
must(await call('library.open', {}));
await answered('old.sengen', 'migration');
await application.close();
closeSync(notes);
