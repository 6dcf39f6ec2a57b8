import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack, repository, type Packed } from './pack.ts';

const isBuilt = existsSync(join(repository, 'out/main/desktop.js'));
const canRun = process.platform === 'linux' && process.arch === 'x64' && isBuilt;
if (!canRun) console.log('省略: パッケージの検査は、Linux (x64) で組み立てた後に行います。');

describe.skipIf(!canRun)('the package', () => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await pack();
  }, 120_000);
  afterAll(() => {
    packed.remove();
  });

  test('holds the built program, SQLite, the sample, the forms and nothing else', () => {
    const strange = packed.files.filter((path) => !expectedKinds.some((kind) => kind.test(path)));

    expect(strange).toEqual([]);
    for (const kind of expectedKinds) {
      expect(
        packed.files.filter((path) => kind.test(path)),
        String(kind),
      ).not.toEqual([]);
    }
  });

  test('holds one package, and of that only what runs here', () => {
    expect(readdirSync(join(packed.extracted, 'node_modules'))).toEqual(['better-sqlite3']);
    expect(packed.files.filter((path) => path.endsWith('.node'))).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
  });

  test('keeps outside the archive only the binary', () => {
    const outside = readdirSync(join(packed.folder, 'resources/app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    });

    expect(outside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['linux-x64.node']);
  });

  test('names no folder of the machine that built it, and no source map', () => {
    const built = packed.files.filter((path) => /^out\/.*\.(?:js|cjs|css|html)$/.test(path));

    expect(built.length).toBeGreaterThan(4);
    for (const path of built) {
      const text = readFileSync(join(packed.extracted, path), 'utf8');
      expect(text.includes(repository), path).toBe(false);
      expect(text.includes('sourceMappingURL'), path).toBe(false);
    }
  });

  test('starts the desktop shell, and carries no development entries', () => {
    const manifest = JSON.parse(readFileSync(join(packed.extracted, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;

    expect(manifest).toMatchObject({ main: 'out/main/desktop.js', type: 'module', productName: 'Sengen' });
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  test('has a preload script that needs nothing but electron', () => {
    const preload = readFileSync(join(packed.extracted, 'out/preload/preload.cjs'), 'utf8');

    expect([...preload.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map(([, name]) => name)).toEqual([
      'electron',
    ]);
    expect(preload).not.toMatch(/\bimport\b\s*[("'{*]/);
  });

  test('has a page without inline scripts and styles', () => {
    const page = readFileSync(join(packed.extracted, 'out/renderer/index.html'), 'utf8');

    expect(page).toMatch(/<script type="module"[^>]* src="\.\/assets\/[^"]+"><\/script>/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
    expect(page).not.toMatch(/https?:/);
  });

  test('has the fuses of a program that is nothing but itself', async () => {
    const wire = await getCurrentFuseWire(join(packed.folder, 'sengen'));
    const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === '1'.charCodeAt(0);

    expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
    expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false);
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
  });

  test('has the licences of all its parts where they are found without opening it', () => {
    expect(readdirSync(join(packed.folder, 'licenses')).sort()).toEqual(['licenses.txt', 'sbom.cdx.json']);
  });

  test('carries the languages of its users only', () => {
    expect(readdirSync(join(packed.folder, 'locales')).sort()).toEqual(['en-US.pak', 'ja.pak']);
  });

  test('runs: its code makes a library, takes the sample in and writes it to Word', () => {
    const library = join(packed.extracted, 'packed.sengen');
    const word = join(packed.extracted, 'packed.docx');
    const run = (...words: string[]): string =>
      execFileSync(process.execPath, [join(packed.extracted, 'out/main/sengen.js'), ...words], {
        encoding: 'utf8',
        cwd: packed.extracted,
        stdio: ['ignore', 'pipe', 'pipe'],
      });

    const head = [
      '--municipality',
      '海辺市',
      '--department',
      '環境部',
      '--post',
      '環境部長',
      '--name',
      '潮田 みなと',
    ];
    run('new', library, ...head, '--fiscal-year', '2025');
    run('import', library, join(packed.extracted, 'resources/sample/report.json'));
    run('export', library, word);

    expect(JSON.parse(run('list', library, '--json'))).toHaveLength(2);
    expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK');
  });
});

const expectedKinds = [
  /^package\.json$/,
  /^out\/main\/(?:desktop|sengen|reading|examine-backup|rescue-library)\.js$/,
  /^out\/main\/chunks\/[\w-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/[\w-]+\.svg$/,
  /^out\/renderer\/assets\/[\w-]+\.(?:js|css|woff2)$/,
  /^out\/notices\/(?:licenses\.txt|sbom\.cdx\.json)$/,
  /^resources\/forms\/[a-z-]+\.json$/,
  /^resources\/sample\/report\.json$/,
  /^resources\/icons\/icon\.png$/,
  /^node_modules\/better-sqlite3\/(?:LICENSE|package\.json)$/,
  /^node_modules\/better-sqlite3\/lib\/(?:[\w-]+\/)?[\w-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
];
