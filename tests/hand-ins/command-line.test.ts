import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleReport } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const section = '生活安全課';

interface Json {
  initiatives: { id: string; title: string; plan: string[] }[];
}

test('hand-in and merge say what was merged, what differs and what was refused', async () => {
  const folder = newFolder();
  const [library, part, own, handed] = [
    '部.sengen',
    '配布.sengen-part',
    '課.sengen',
    '提出.sengen-part',
  ].map((name) => join(folder, name)) as [string, string, string, string];
  const run = async (...words: string[]) => {
    const ran = await runSengenHere(...words);
    return { ...ran, json: ran.stdout.startsWith('{') ? (JSON.parse(ran.stdout) as unknown) : null };
  };
  const names = ['--municipality', '汐見市', '--department', '仮の部', '--fiscal-year', '2000'];
  expect((await run('new', library, ...names, '--post', '部長', '--name', '汐見')).code).toBe(0);
  expect((await run('import', library, sampleReport)).code).toBe(0);
  const given = await run('give-out', library, '--section', section, part, '--deadline', '4月30日');
  expect(given).toMatchObject({ code: 0, stderr: expect.stringContaining('取組3件') as string });
  const begun = await run('begin', own, part);
  expect(begun).toMatchObject({ code: 0, stderr: expect.stringContaining('提出期限: 4月30日') as string });
  expect((await run('begin', join(folder, '別.sengen'), join(folder, 'ない.sengen-part'))).code).toBe(2);

  const json = join(folder, '課.json');
  const rewrite = async (file: string, change: (rows: Json['initiatives']) => void): Promise<void> => {
    expect((await run('export', file, json)).code).toBe(0);
    const report = JSON.parse(readFileSync(json, 'utf8')) as Json;
    change(report.initiatives);
    writeFileSync(json, JSON.stringify(report));
    expect((await run('import', file, json)).code).toBe(0);
  };
  await rewrite(own, (rows) => {
    Object.assign(rows[0] ?? {}, { title: '課の題名', plan: ['課の取組です。'] });
  });
  await rewrite(library, (rows) => Object.assign(rows[8] ?? {}, { title: '部の題名' }));
  expect((await run('hand-in', own, '--section', section, handed, '--note', '一回目')).code).toBe(0);
  expect((await run('hand-in', own, '--section', '別の課', join(folder, 'x.sengen-part'))).code).toBe(2);

  const copy = join(folder, '読み.sengen');
  copyFileSync(library, copy);
  const merged = await run('merge', library, handed, sampleReport, '--json');
  expect(merged.code).toBe(2);
  expect(merged.json).toMatchObject({
    merged: [{ row: 9, field: 'plan' }],
    conflicts: [
      { row: 9, field: 'title', base: '地域の見守り活動の推進', ours: '部の題名', theirs: '課の題名' },
    ],
    refused: [{ file: sampleReport, why: expect.stringContaining('壊れている') as string }],
  });
  expect(await run('merge', copy, handed)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('食い違い: 9番 取組名') as string,
  });
  // The same once more is once; what is open is still open.
  expect((await run('merge', library, handed, '--json')).json).toMatchObject({
    merged: [],
    conflicts: [{ row: 9, field: 'title' }],
    refused: [],
  });
});
