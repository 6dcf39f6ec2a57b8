import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { serveApplication, type Served } from '../../main/browser/serve-application.ts';
import { largestReportFile } from '../../shared/contract/largest-report-file.ts';
import type { Result } from '../../shared/result.ts';
import { comeIn } from '../support/come-in.ts';
import { must, mustFail } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const samplePath = resolve(import.meta.dirname, '../../resources/sample/report.json');
let served: Served;
let dropped: string;
let origin: string;
let cookie: string;

beforeEach(async () => {
  const folder = newFolder();
  dropped = join(folder, 'dropped');
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>宣言</title>');
  served = await serveApplication({
    reader: readerHere,
    databasePath: join(folder, '報告.sengen'),
    createIfMissing: true,
    port: 0,
    pageFolder: join(folder, 'page'),
    droppedFolder: dropped,
    samplePath,
    version: '0.0.0',
    userName: '試験担当',
    log: () => undefined,
  });
  origin = new URL(served.address).origin;
  cookie = await comeIn(served.address);
});
afterEach(() => served.close());

interface Posted {
  readonly headers?: Record<string, string>;
  readonly size?: number;
}

const post = (name: string, body: BodyInit | null, { headers = {}, size = 0 }: Posted = {}) =>
  fetch(`${origin}/dropped?name=${encodeURIComponent(name)}&size=${size}`, {
    method: 'POST',
    body,
    headers: { cookie, ...headers },
  });

const drop = async (name: string, body: BodyInit | null, posted?: Posted) =>
  (await (await post(name, body, posted)).json()) as Result<{ token: string }>;

const call = async (name: string, input: unknown): Promise<Result<Record<string, unknown>>> => {
  const answer = await fetch(`${origin}/call/${name}`, {
    method: 'POST',
    body: JSON.stringify({ input }),
    headers: { cookie },
  });
  return (await answer.json()) as Result<Record<string, unknown>>;
};

/** Paths of the copies that are kept now. */
const copies = (): string[] =>
  existsSync(dropped)
    ? readdirSync(dropped, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

test('a dropped file is kept under a token while the program runs, for this account alone', async () => {
  const { token: handed } = must(await drop('報告.json', readFileSync(samplePath)));
  const [copy] = copies();
  if (copy === undefined) throw new Error('no copy is kept');
  expect(readFileSync(copy).equals(readFileSync(samplePath))).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(copy, '../..')).mode & 0o077).toBe(0);
  expect(must(await call('drops.examine', { dropped: handed }))).toEqual({
    kind: 'report-json',
    fileName: '報告.json',
  });
  expect(must(await call('imports.read', { dropped: handed }))['rows']).toBeGreaterThan(5);
  await served.close();
  expect(copies()).toEqual([]);
});

test('only our own page can hand a file over', async () => {
  for (const headers of [
    { cookie: 'sengen=wrong' },
    { cookie: '' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example' },
  ]) {
    expect((await post('報告.docx', 'x', { headers })).status).toBe(403);
  }
  expect(copies()).toEqual([]);
});

test('a file that is too large is refused by its size, whether it is sent or not', async () => {
  const said = mustFail(await drop('大.docx', null, { size: largestReportFile + 1 }));
  expect(said).toMatchObject({ code: 'file-too-large', path: '大.docx', bytes: largestReportFile + 1 });
  const sent = mustFail(await drop('大.docx', new Uint8Array(largestReportFile + 1)));
  expect(sent).toMatchObject({ code: 'file-too-large', path: '大.docx' });
  expect(copies()).toEqual([]);
});

test.each([
  '../../外.docx',
  'C:\\フォルダー\\外.docx',
  '..',
  '',
  'a\u0000b.docx',
  `${'長'.repeat(300)}.docx`,
])('the name %j leads nowhere else', async (name) => {
  must(await drop(name, 'x'));
  const [copy, ...others] = copies();
  expect(others).toEqual([]);
  expect(copy?.startsWith(dropped)).toBe(true);
});

test('a failure names the file as the person knows it', async () => {
  const { token: handed } = must(await drop('壊れた報告.docx', 'PKこわれています'));
  expect(mustFail(await call('drops.examine', { dropped: handed }))).toMatchObject({
    code: 'word-refused',
    path: '壊れた報告.docx',
  });
});

test('a library is known by its beginning, and is not opened from a copy', async () => {
  const library = readFileSync(join(dropped, '../報告.sengen')).subarray(0, 100);
  const { token: handed } = must(await drop('別の部.sengen', library));
  expect(must(await call('drops.examine', { dropped: handed }))).toEqual({
    kind: 'library',
    fileName: '別の部.sengen',
    asksAgain: true,
  });
});

test('what a killed program left is thrown away after a day', async () => {
  const left = join(dropped, 'run-old');
  const fresh = join(dropped, 'run-fresh');
  for (const folder of [left, fresh]) mkdirSync(folder, { recursive: true });
  const old = Date.now() / 1000 - 2 * 24 * 60 * 60;
  utimesSync(left, old, old);
  must(await drop('報告.docx', 'x'));
  expect([existsSync(left), existsSync(fresh)]).toEqual([false, true]);
});

test('a drop that fails takes none after it along', async () => {
  writeFileSync(dropped, 'in the way');
  expect(mustFail(await drop('朱書き.docx', 'PK'))).toMatchObject({
    code: 'dropped-folder-unusable',
    path: '朱書き.docx',
  });
  rmSync(dropped);
  must(await drop('朱書き.docx', 'PK'));
  // The folder of this run may go, too: a program that cleans up temporary files.
  rmSync(dropped, { recursive: true });
  mustFail(await drop('次.docx', 'PK'));
  must(await drop('次.docx', 'PK'));
});
