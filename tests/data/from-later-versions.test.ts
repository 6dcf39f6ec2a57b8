import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const pinned = join(import.meta.dirname, '../fixtures/pinned');

test('a library of version 17 says the same, keeps its log, and hands out its sections', async () => {
  const folder = newFolder();
  const packed = readFileSync(join(pinned, 'libraries/v17.sengen.gz'));
  writeFileSync(join(folder, 'v17.sengen'), gunzipSync(packed));
  const application = openTestApplication(folder, 'v17.sengen');
  const [newest] = must(await application.call('reports.list', {}));
  const report = newest?.id ?? '';
  application.files.export = join(folder, 'v17.json');
  must(await application.call('reports.export', { report, kind: 'json' }));
  expect(readFileSync(join(folder, 'v17.json'), 'utf8')).toBe(
    readFileSync(join(pinned, 'json/v17.json'), 'utf8'),
  );
  expect(must(await application.call('conflicts.list', { report }))).toEqual([]);
  // The step that its program took back is done again, with what the form's own field said.
  must(await application.call('reports.redo', { report }));
  const [row] = must(await application.call('reports.read', { report })).report.initiatives;
  expect(Object.keys(row?.own ?? {}).length).toBeGreaterThan(3);
  application.files.export = join(folder, '配布.sengen-part');
  const section = row?.section ?? '';
  expect(must(await application.call('parts.giveOut', { report, section })).rows).toBeGreaterThan(0);
  await application.close();
});

test('a library of version 18 says the same, knows its hand-in and what it met, and every row begins as a draft', async () => {
  const folder = newFolder();
  writeFileSync(
    join(folder, 'v18.sengen'),
    gunzipSync(readFileSync(join(pinned, 'libraries/v18.sengen.gz'))),
  );
  const application = openTestApplication(folder, 'v18.sengen');
  const [newest] = must(await application.call('reports.list', {}));
  const report = newest?.id ?? '';
  application.files.export = join(folder, 'v18.json');
  must(await application.call('reports.export', { report, kind: 'json' }));
  expect(readFileSync(join(folder, 'v18.json'), 'utf8')).toBe(
    readFileSync(join(pinned, 'json/v18.json'), 'utf8'),
  );
  expect(must(await application.call('conflicts.list', { report }))).toMatchObject([
    { row: 1, field: 'results', theirs: ['課が書いた結果です。'] },
  ]);
  application.files['take-part'] = join(pinned, 'parts/v18.sengen-part');
  expect(must(await application.call('parts.takeIn', {}))).toMatchObject({ known: true, step: null });
  const read = must(await application.call('reports.read', { report })).report;
  expect([read, ...read.initiatives].map(({ standing }) => standing)).toEqual(
    [read, ...read.initiatives].map(() => undefined),
  );
  await application.close();
});

test('a library of version 19 says the same, knows where its rows stand, and its office wants nothing of its own yet', async () => {
  const folder = newFolder();
  writeFileSync(
    join(folder, 'v19.sengen'),
    gunzipSync(readFileSync(join(pinned, 'libraries/v19.sengen.gz'))),
  );
  const application = openTestApplication(folder, 'v19.sengen');
  const [newest] = must(await application.call('reports.list', {}));
  const report = newest?.id ?? '';
  application.files.export = join(folder, 'v19.json');
  must(await application.call('reports.export', { report, kind: 'json' }));
  expect(readFileSync(join(folder, 'v19.json'), 'utf8')).toBe(
    readFileSync(join(pinned, 'json/v19.json'), 'utf8'),
  );
  must(await application.call('reports.redo', { report }));
  const { initiatives } = must(await application.call('reports.read', { report })).report;
  expect(initiatives.slice(0, 2).map(({ standing }) => standing?.state)).toEqual(['confirmed', 'returned']);
  expect(must(await application.call('rules.read', {})).rules.words).toEqual([]);
  const change = { kind: 'weigh', rule: 'long-sentence', weight: 'off' } as const;
  must(await application.call('rules.change', { change }));
  expect(must(await application.call('rules.read', {})).rules.rules).toEqual({ 'long-sentence': 'off' });
  await application.close();
});
