import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { WordSurgery } from '../marked/word-surgery.ts';
import { openSample } from '../browser-suite/sample-library.ts';
import { button, textbox } from '../browser-suite/start-report.ts';
import { storedReport } from '../browser-suite/stored-report.ts';
import { waitUntilSaved } from '../browser-suite/type-report.ts';
import { fromWordMenu, pressExport } from '../browser-suite/word-files.ts';
import { chooseFile } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { newWindow } from '../support/test-window.ts';
import { usualSize } from '../support/window-sizes.ts';
import {
  killOnWindows,
  onDrive,
  runSengenOnWindows,
  serveOnWindows,
  smallDisk,
} from './program-on-windows.ts';

/** The whole program but its window, on Windows, with a browser of this system in front of it. */

const newFolder = temporaryFolders();

async function newPage(): Promise<Page> {
  const page = await newWindow(usualSize);
  page.setDefaultTimeout(120_000);
  onTestFinished(() => page.context().close());
  return page;
}

test('a report is written, outlives the program’s death, goes out to Word and comes back marked up', async () => {
  const desk = { folder: newFolder() };
  const folder = newFolder();
  const library = join(folder, '報告.sengen');
  const page = await newPage();

  const first = await serveOnWindows(desk, library);
  await page.goto(first.address);
  await openSample(page);
  await textbox(page, '取組内容').fill('窓を閉じても残る文');
  await waitUntilSaved(page);
  await killOnWindows(first.child);
  await textbox(page, '取組名').fill('止まっている間に書いた題');
  await page
    .getByText(/保存できて?いません|保存できません/)
    .first()
    .waitFor();
  // The same port, so that the open page finds it and stores by itself what was typed meanwhile.
  const second = await serveOnWindows(desk, library);
  expect(new URL(second.address).port).toBe(new URL(first.address).port);
  await waitUntilSaved(page);
  const stored = await storedReport(page);
  expect(stored.initiatives[0]).toMatchObject({
    title: '止まっている間に書いた題',
    plan: ['窓を閉じても残る文'],
  });

  const file = join(folder, '提出.docx');
  await chooseFile(page, onDrive(file), () => pressExport(page));
  await page.getByText('達成状況報告を書き出しました').waitFor();

  const [, two] = stored.initiatives;
  if (two === undefined) throw new Error('the sample has no second row');
  const surgery = await WordSurgery.open(readFileSync(file));
  const old = (two.plan[0] ?? '').slice(0, 4);
  surgery.track(two.id, 'plan', { old, now: '地域の皆さん', author: '部長 相沢', behind: '・' });
  writeFileSync(join(folder, '朱書き.docx'), surgery.bytes());
  await chooseFile(page, onDrive(join(folder, '朱書き.docx')), () =>
    fromWordMenu(page, '朱書きの入ったファイル（.docx）を取り込む'),
  );
  const panel = page.getByRole('tabpanel', { name: '朱書き' });
  await panel.getByText('未処理 1件・反映 0件・見送り 0件').waitFor();
  await button(page, 'No.2 取組内容（1）：反映').click();
  await panel.getByText('未処理 0件・反映 1件・見送り 0件').waitFor();
  const after = await storedReport(page);
  expect(after.initiatives[1]?.plan[0]).toBe(`地域の皆さん${(two.plan[0] ?? '').slice(4)}`);

  await killOnWindows(second.child);
  const listed = await runSengenOnWindows(desk, 'doctor', onDrive(library));
  expect(listed.printed).not.toMatch(/誤り|壊れ/u);
  expect(listed.code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('~') || name.startsWith('.sengen'))).toEqual(
    [],
  );
});

test('a disk that is full or takes no writes is told in words, and what stood there is whole', async () => {
  const desk = { folder: newFolder() };
  const disk = smallDisk();
  if (disk === null) return;
  const folder = newFolder();
  const library = join(folder, '報告.sengen');
  const heading = ['--municipality', '星見市', '--department', '部', '--fiscal-year', '2026'];
  const made = await runSengenOnWindows(
    desk,
    ...['new', onDrive(library), ...heading, '--post', '部長', '--name', '山辺'],
  );
  expect(made).toMatchObject({ code: 0 });
  const target = join(disk.folder, '報告.docx');
  // All but one page of the disk.
  const before = Buffer.alloc(1024 * 1024 - 4096, 1);
  writeFileSync(target, before);
  const full = await runSengenOnWindows(desk, 'export', onDrive(library), onDrive(target));
  expect(full.printed).toContain('空き容量が足りない');
  expect(full.code).toBe(2);
  expect(readFileSync(target).equals(before)).toBe(true);
  expect(readdirSync(disk.folder)).toEqual(['報告.docx']);

  disk.readOnly();
  const refused = await runSengenOnWindows(
    desk,
    'export',
    onDrive(library),
    onDrive(join(disk.folder, '新.docx')),
  );
  expect(refused.printed).toContain('読み取り専用');
  expect(refused.code).toBe(2);
});
