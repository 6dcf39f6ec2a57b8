import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInterchange, reportFiles, sampleReport } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { storedContent } from '../support/stored-content.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const heading = [
  ...['--municipality', '別の市', '--department', '別の部', '--fiscal-year', '2020'],
  ...['--post', '別の部長', '--name', '別 人'],
];

interface Imported {
  report: string;
  rows: number;
  paragraphs: number;
  placed: number;
  unplaced: unknown[];
}

async function newLibrary(): Promise<string> {
  const path = join(newFolder(), '報告.sengen');
  await runSengenHere('new', path, ...heading);
  return path;
}

async function imported(library: string, path: string): Promise<Imported> {
  const { code, stdout, stderr } = await runSengenHere('import', library, path, '--json');
  expect(stderr).not.toContain('番号');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Imported;
}

async function exportedJson(library: string, report: string): Promise<Record<string, unknown>> {
  const out = join(newFolder(), '控え.json');
  expect((await runSengenHere('export', library, out, '--report', report)).code).toBe(0);
  return JSON.parse(readFileSync(out, 'utf8'), (key, value: unknown) =>
    key === 'id' ? undefined : value,
  ) as Record<string, unknown>;
}

describe.each(reportFiles())('$name', ({ path }) => {
  test('goes out as a Word file and comes into another library as an equal document', async () => {
    const first = await newLibrary();
    const { report } = await imported(first, path);
    const word = join(newFolder(), '報告.docx');
    await runSengenHere('export', first, word, '--report', report);

    const second = await newLibrary();
    const back = await imported(second, word);
    expect(back.placed).toBe(back.paragraphs);
    expect(back.unplaced).toEqual([]);
    expect(await exportedJson(second, back.report)).toEqual(readInterchange(path));
  });

  test('as declaration of spring leaves the results of the year alone', async () => {
    const library = await newLibrary();
    const { report } = await imported(library, path);
    const word = join(newFolder(), '宣言.docx');
    await runSengenHere('export', library, word, '--report', report, '--form', 'declaration');
    expect((await imported(library, word)).report).toBe(report);
    expect(await exportedJson(library, report)).toEqual(readInterchange(path));
  });
});

/** As Word 97–2003 begins its files, with the stream that names them. */
const oldWordFile = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'),
  Buffer.from('WordDocument', 'utf16le'),
]);

test('an old Word file is told how to be saved, wherever it is named', async () => {
  const library = await newLibrary();
  const path = join(newFolder(), '昔の.doc');
  writeFileSync(path, oldWordFile);
  for (const command of ['import', 'bring-back', 'verify']) {
    const { code, stderr } = await runSengenHere(
      command,
      library,
      path,
      ...(command === 'import' ? [] : ['--json']),
    );
    expect([command, code]).toEqual([command, 2]);
    expect(stderr).toContain('ファイルの種類を「Word 文書（.docx）」にして保存し');
  }
});

test('files that are no reports are refused, and nothing is stored', async () => {
  const library = await newLibrary();
  const before = storedContent(library);
  const folder = newFolder();
  const files: [string, string | Buffer, string][] = [
    ['空.docx', '', 'Word'],
    ['文章.docx', 'これはただの文章です。', 'Word'],
    ['古い.docx', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'), 'Word'],
    ['昔の.doc', oldWordFile, 'ファイルの種類を「Word 文書（.docx）」にして保存し'],
    ['名前だけ.docx', oldWordFile, 'ファイルの種類を「Word 文書（.docx）」にして保存し'],
    ['報告.txt', readFileSync(sampleReport), '種類は扱えません'],
  ];
  for (const [name, content, sentence] of files) {
    writeFileSync(join(folder, name), content);
    const { code, stderr } = await runSengenHere('import', library, join(folder, name));
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(storedContent(library)).toBe(before);
  }
});
