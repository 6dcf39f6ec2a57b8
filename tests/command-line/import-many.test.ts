import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleReport } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { oldWordFile, writeYears } from '../support/years-of-files.ts';

const newFolder = temporaryFolders();

async function newLibrary(folder: string): Promise<string> {
  const path = join(folder, '報告.sengen');
  await runSengenHere(
    ...['new', path, '--municipality', '見晴市', '--department', '別の部', '--fiscal-year', '2026'],
    ...['--post', '別の部長', '--name', '別 人'],
  );
  return path;
}

test('several files come in one after the other; those that are refused stop none of the rest', async () => {
  const folder = newFolder();
  const library = await newLibrary(folder);
  const [first, second] = writeYears(folder, [2023, 2024]);
  const old = join(folder, '旧形式.docx');
  writeFileSync(old, oldWordFile);
  const twin = join(folder, '写し.docx');
  copyFileSync(first!.path, twin);

  const { code, stdout, stderr } = await runSengenHere(
    ...['import', library, first!.path, old, twin, join(folder, '報告.txt'), second!.path, sampleReport],
    ...['--link', '--json'],
  );
  expect(code).toBe(2);
  expect(stderr).toContain(`${first!.name}: 15件の取組`);
  expect(stderr).toContain('旧形式.docx: 取り込めませんでした。');
  expect(stderr).toContain('写し.docx: 取り込めませんでした。');
  expect(stderr).toContain('同じ年度・同じ部の報告です');
  expect(stderr).toContain('report.json: 15件の取組');
  const taken = JSON.parse(stdout) as { file: string; report?: string; failure?: { code: string } }[];
  expect(taken.map(({ failure }) => failure?.code ?? 'taken')).toEqual([
    'taken',
    'word-refused',
    'report-chosen-twice',
    'file-kind-unknown',
    'taken',
    'taken',
  ]);
  // FY2024 goes on from FY2023, row by row.
  expect(stderr).toContain('つながりを15件確定しました');
  const listed = JSON.parse((await runSengenHere('list', library, '--json')).stdout) as unknown[];
  expect(listed).toHaveLength(4);
});
