import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { applicationWire } from './application-wire.ts';

/*
 * A page says with each request which library it shows, and is refused when that is open no more. After it has opened
 * another one itself, by whatever way, it shows that.
 */

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let bridge: Bridge;
let first: string;

beforeEach(async () => {
  folder = newFolder();
  application = start('報告.sengen');
  bridge = bridgeOverWire(applicationWire(application));
  first = must(await bridge.call('application.start', {})).library!.id;
  must(await bridge.call('sample.add', {}));
});

function start(name: string): TestApplication {
  const places = { copiesFolder: join(folder, '写し') };
  const started = openTestApplication(
    folder,
    name,
    join(folder, 'recent.json'),
    undefined,
    join(folder, '控え'),
    places,
  );
  onTestFinished(() => started.close());
  return started;
}

/** The page is heard, and what it types is kept under the library that it shows. */
async function isHeard(): Promise<void> {
  const [{ id } = { id: '' }] = must(await bridge.call('reports.list', {}));
  must(await bridge.call('reports.read', { report: id }));
}

test('a page that goes on with a copy shows the copy', async () => {
  const copy = must(await bridge.call('library.copyHere', {}));
  expect(copy.id).not.toBe(first);
  await isHeard();
});

test('a page that looks at a backup, and makes a library of it, shows each', async () => {
  must(await bridge.call('backups.make', {}));
  const name = must(await bridge.call('backups.list', {})).backups[0]!.name;
  expect(must(await bridge.call('backups.view', { name })).id).not.toBe(first);
  await isHeard();
  application.files['create-library'] = join(folder, '控えから.sengen');
  must(await bridge.call('backups.adopt', {}));
  await isHeard();
  must(await bridge.call('library.openRecent', { id: first }));
  await isHeard();
  must(await bridge.call('backups.restore', { name }));
  await isHeard();
});

test('a page whose file is rescued shows what came of it', async () => {
  const path = join(folder, '壊れたもの.sengen');
  application.files['create-library'] = path;
  must(await bridge.call('library.create', {}));
  must(await bridge.call('sample.add', {}));
  must(await bridge.call('library.openRecent', { id: first }));
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(100, 0x5a), 0, 100, 0);
  closeSync(file);
  application.files['open-library'] = path;
  mustFail(await bridge.call('library.open', {}));
  must(await bridge.call('library.rescue', {}));
  await isHeard();
});

test('a page that did not open it itself is refused', async () => {
  // The control: it is heard above because it says what it shows.
  const other = bridgeOverWire(applicationWire(application));
  must(await other.call('application.start', {}));
  must(await bridge.call('library.copyHere', {}));
  expect(mustFail(await other.call('reports.list', {})).code).toBe('library-changed');
});
