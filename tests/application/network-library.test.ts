import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isOnNetwork } from '../../main/files/on-network.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

/** The application over a library in a folder that is taken for a share. */
function openOnShare(copiesFolder: string) {
  const share = newFolder();
  const application = openTestApplication(share, '報告.sengen', undefined, undefined, undefined, {
    copiesFolder,
    isOnNetwork: (path) => path.startsWith(share),
  });
  onTestFinished(() => application.close());
  return { share, application };
}

test('a library on a network drive says so, and is gone on with in a copy on this PC', async () => {
  const copies = join(newFolder(), '写し');
  const { share, application } = openOnShare(copies);
  const { report } = must(await application.call('sample.add', {}));
  const there = must(await application.call('application.start', {})).library!;
  expect(there).toMatchObject({ isOnNetwork: true, path: join(share, '報告.sengen') });
  const before = must(await application.call('reports.read', { report }));

  const here = must(await application.call('library.copyHere', {}));
  expect(here).toMatchObject({
    isOnNetwork: false,
    isReadOnly: false,
    path: join(copies, '報告.sengen'),
  });
  expect(must(await application.call('reports.read', { report }))).toEqual(before);
  if (process.platform !== 'win32') expect(statSync(here.path).mode & 0o777).toBe(0o600);
  must(await application.call('reports.remove', { report }));

  // The file itself was let go of as it was; a second copy does not go over the first.
  application.files['open-library'] = there.path;
  must(await application.call('library.open', {}));
  expect(must(await application.call('reports.read', { report }))).toEqual(before);
  expect(must(await application.call('library.copyHere', {})).path).toBe(join(copies, '報告 (2).sengen'));
  expect(
    readdirSync(copies)
      .filter((name) => !name.endsWith('-journal'))
      .sort(),
  ).toEqual(['報告 (2).sengen', '報告.sengen']);
});

test('where no copy can be made the library stays open', async () => {
  const copies = join(newFolder(), '写し');
  writeFileSync(copies, 'ここにはファイルがあります');
  const { share, application } = openOnShare(copies);
  expect(mustFail(await application.call('library.copyHere', {})).code).toBe('write-failed');
  expect(must(await application.call('application.start', {})).library?.path).toBe(
    join(share, '報告.sengen'),
  );
});

test('a folder of this PC is no network drive', () => {
  expect(isOnNetwork(join(newFolder(), '報告.sengen'))).toBe(false);
});
