import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unfinishedFile, workshopPrefix, writerOn } from '../../main/domain/unfinished-names.ts';
import { clearLeftovers, thisWriter } from '../../main/files/leftovers.ts';
import { onWindows } from '../support/on-windows.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

test('what a writer left that is gone is taken away; what is being written, and what is not ours, stays', async () => {
  const folder = newFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const gone = writerOn(hostname(), pid);
  const elsewhere = writerOn('another computer', pid);
  const make = (name: string): string => {
    writeFileSync(join(folder, name), 'x');
    return name;
  };
  const makeFolder = (name: string, inside: string): string => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, inside), 'x');
    return name;
  };
  const old = (name: string): string => {
    const long = new Date(Date.now() - 2 * 60 * 60 * 1_000);
    utimesSync(join(folder, name), long, long);
    return name;
  };
  // To go:
  make(unfinishedFile(gone, 'aa11'));
  make(`${unfinishedFile(gone, 'aa12')}-journal`);
  makeFolder(`${workshopPrefix(gone)}Ab12Cd`, 'new.sengen-journal');
  old(make(unfinishedFile(elsewhere, 'aa13')));
  old(make('~sengen-0123456789ab.tmp'));
  old(makeFolder('.sengen-Zz9Yy8', 'new.sengen'));
  const stay = [
    make(unfinishedFile(thisWriter(), 'bb11')),
    make(unfinishedFile(elsewhere, 'bb12')),
    make('~sengen-ba9876543210.tmp'),
    makeFolder(`${workshopPrefix(gone)}Ab12Ce`, '大事な文書.docx'),
    old(make('~sengen-memo.tmp')),
    old(make('~$報告.docx')),
    make('報告.sengen'),
  ];
  if (!onWindows) {
    const link = unfinishedFile(gone, 'bb13');
    symlinkSync(join(folder, '報告.sengen'), join(folder, link));
    stay.push(link);
  }
  await clearLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(stay.sort());
});
