import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProgram, type StartedProgram } from '../data/start-program.ts';
import { draftLibrary } from '../support/draft-library.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/* A library that another program has open is looked at, and is written in when that one has let go of it. */

const newFolder = temporaryFolders();
let folder: string;
let library: string;
let report: string;
let other: StartedProgram;
let application: TestApplication;

beforeEach(async () => {
  folder = newFolder();
  library = join(folder, '報告.sengen');
  const before = openTestApplication(folder);
  ({ report } = must(await before.call('sample.add', {})));
  // A page of the other program has typed this and not stored it yet.
  const edits = [
    { kind: 'set-field', owner: 'report', field: 'headName', before: '', after: '書きかけ' } as const,
  ];
  const draft = { steps: [{ id: 'step2test', edits }], aside: [], unsent: [] };
  must(
    await before.call('drafts.keep', {
      library: draftLibrary(library),
      report,
      page: 'page1test',
      turn: 1,
      draft,
    }),
  );
  await before.close();
  copyFileSync(library, join(folder, '別.sengen'));
  other = startProgram('hold-library.ts', library);
  await other.printed('held');
});
afterEach(() => application.close());

const titles = async (): Promise<string[]> =>
  must(await application.call('reports.read', { report })).report.initiatives.map(({ title }) => title);
const rename = (step: string, before: string, after: string) =>
  application.call('reports.edit', {
    report,
    step: { id: step, edits: [{ kind: 'set-field', owner: 'report', field: 'headName', before, after }] },
  });

test('at start it is refused, looked at, and opened for writing once it is free', async () => {
  application = openTestApplication(folder);
  const start = must(await application.call('application.start', {}));
  expect(start.library).toBeNull();
  const failure = start.libraryFailure as { readonly code: string; readonly id: string };
  expect(failure.code).toBe('library-in-use');
  const { id } = failure;
  // Nobody has looked at it yet: there is nothing to go on writing in.
  expect(mustFail(await application.call('library.write', { id })).code).toBe('library-changed');

  const looked = must(await application.call('library.look', { id }));
  expect(looked).toMatchObject({ id, path: library, isReadOnly: true, isBackup: false });
  expect(looked.look).toEqual({ asOf: '2026-05-01T00:00:00.000Z', holder: null });
  expect(must(await application.call('application.start', {})).library).toEqual(looked);
  expect(await titles()).toHaveLength(15);
  expect(must(await application.call('library.check', {})).problems).toEqual([]);
  const { headName } = must(await application.call('reports.read', { report })).report;
  expect(mustFail(await rename('step1test', headName, '別人')).code).toBe('library-in-use');
  // What pages of the other program have typed is theirs.
  expect(must(await application.call('drafts.read', { report }))).toEqual([]);
  expect(must(await application.call('drafts.stray', {}))).toEqual([]);

  expect(mustFail(await application.call('library.write', { id }))).toMatchObject({
    code: 'library-in-use',
    id,
  });
  expect(must(await application.call('library.look', { id })).look).not.toBeNull();
  await other.kill();
  const written = must(await application.call('library.write', { id }));
  expect(written).toMatchObject({ id, isReadOnly: false, look: null });
  expect(must(await application.call('drafts.read', { report }))).toHaveLength(1);
  must(await rename('step1test', headName, '別人'));
  expect(mustFail(await application.call('library.write', { id })).code).toBe('library-changed');
});

test('from another library it is gone to, and a look that fails leaves that one open', async () => {
  application = openTestApplication(folder, '別.sengen');
  application.files['open-library'] = library;
  const refused = mustFail(await application.call('library.open', {})) as { readonly id: string };
  expect(must(await application.call('application.start', {})).library?.name).toBe('別.sengen');
  // A page can't have a file looked at that it was not refused.
  expect(mustFail(await application.call('library.look', { id: 'another' })).code).toBe('library-not-open');
  expect(must(await application.call('library.look', { id: refused.id })).path).toBe(library);
  // Asked for by its name it is tried again, though it is the one on show.
  expect(mustFail(await application.call('library.open', {})).code).toBe('library-in-use');
  await other.kill();
  expect(must(await application.call('library.open', {}))).toMatchObject({ path: library, look: null });
});
