import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findings,
  lockedPackages,
  readAdvisories,
  type AdvisoryList,
} from '../../scripts/supply/advisories.ts';
import { askRegistry } from '../../scripts/supply/ask-registry.ts';
import { billOfMaterials } from '../../scripts/supply/bill-of-materials.ts';
import { linkedSqlite } from '../../scripts/supply/linked-sqlite.ts';
import { packedParts } from '../../scripts/supply/packed-parts.ts';
import { repository } from './pack.ts';

const isBuilt = existsSync(join(repository, 'out/packed'));
if (!isBuilt) console.log('省略: 部品の一覧の検査は、組み立てた後に行います。');

describe.skipIf(!isBuilt)('the parts of the program', () => {
  test('are all known: what is bundled, what that has bundled itself, fonts, SQLite and Electron', () => {
    expect(packedParts(repository).map(({ name }) => name)).toEqual([
      ...['@digital-go-jp/design-tokens', '@fontsource/biz-udpgothic', 'better-sqlite3', 'clsx', 'docx'],
      ...['electron', 'esm-env', 'fflate', 'nanoid', 'pend', 'saxes', 'sqlite', 'svelte', 'valibot'],
      ...['xmlchars', 'yauzl'],
    ]);
  });

  test('stand with their licence in full in a text that is given out, the font’s with its reserved name', () => {
    const text = readFileSync(join(repository, 'out/notices/licenses.txt'), 'utf8');

    for (const { name, version, licence, licenceText } of packedParts(repository)) {
      expect(text).toContain(`${name} ${version} (${licence})`);
      expect(text).toContain(licenceText);
      expect(licenceText.length, name).toBeGreaterThan(60);
    }
    expect(text).toMatch(/SIL OPEN FONT LICENSE/iu);
  });

  test('stand in the bill of materials with their version, licence and hash', () => {
    const written = readFileSync(join(repository, 'out/notices/sbom.cdx.json'), 'utf8');
    const bill = JSON.parse(written) as {
      components: { name: string; version: string; hashes?: unknown[] }[];
    };

    expect(bill).toEqual(billOfMaterials(repository, packedParts(repository)));
    const lock = lockedPackages(repository);
    for (const { name, version, hashes } of bill.components) {
      expect(lock.get(name), name).toContain(version);
      expect(hashes?.length ?? 0, name).toBe(name === 'sqlite' ? 0 : 1);
    }
  });
});

describe('advisories', () => {
  const list: AdvisoryList = {
    checkedOn: '2026-11-30',
    source: 'test',
    advisories: [
      { id: 'A', package: 'zip', vulnerable: '<1.2.0 || >=2.0.0 <2.0.3', title: 'old' },
      { id: 'B', package: 'zip', vulnerable: '2.1.0', title: 'one version' },
    ],
    accepted: [{ id: 'B', package: 'zip', why: 'never called' }],
  };
  const found = (...versions: string[]): string[] =>
    findings(new Map([['zip', new Set(versions)]]), list).map(
      ({ version, advisory }) => `${advisory.id} ${version}`,
    );

  test('none of the list is about a package of the lockfile', () => {
    expect(findings(lockedPackages(repository), readAdvisories())).toEqual([]);
  });

  test('each that was accepted is still about one, and says why', () => {
    const { accepted, advisories } = readAdvisories();
    const all = findings(lockedPackages(repository), { ...readAdvisories(), accepted: [] });

    for (const { id, package: name, why } of accepted) {
      expect(all.map(({ advisory }) => [advisory.id, advisory.package])).toContainEqual([id, name]);
      expect(why.length).toBeGreaterThan(10);
    }
    expect(advisories.length).toBeGreaterThan(10);
  });

  test('are told by range, each version of a package for itself, but for what was accepted', () => {
    expect(found('1.1.9', '2.0.3', '2.1.0')).toEqual(['A 1.1.9']);
    expect(found('2.0.2')).toEqual(['A 2.0.2']);
  });

  test('come from the registry as npm’s own audit asks for them; a refusal leaves the list alone', async () => {
    let asked = '';
    const server = createServer((request, response) => {
      void (async () => {
        for await (const part of request) asked += String(part);
        response.statusCode = request.url === '/npm/-/npm/v1/security/advisories/bulk' ? 200 : 405;
        response.end(
          '{"zip":[{"url":"https://example.test/advisories/GHSA-1","title":"old","vulnerable_versions":"<2"}]}',
        );
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const packages = new Map([['zip', new Set(['1.0.0', '2.0.0'])]]);
    try {
      expect(await askRegistry(`${address}/npm/`, packages)).toEqual([
        { id: 'GHSA-1', package: 'zip', vulnerable: '<2', title: 'old' },
      ]);
      expect(JSON.parse(asked)).toEqual({ zip: ['1.0.0', '2.0.0'] });
      await expect(askRegistry(`${address}/`, packages)).rejects.toThrow('405');
    } finally {
      server.close();
    }
  });
});

describe('SQLite', () => {
  test('is the one that the parts name, and the only copy in the process', () => {
    const script = `
      import { connect } from '${join(repository, 'main/data/opening/connection.ts')}';
      import { mkdtempSync, rmSync } from 'node:fs';
      const folder = mkdtempSync('${join(repository, 'out/')}sqlite-');
      try {
        const database = connect(folder + '/a.sengen', false);
        const version = database.prepare('SELECT sqlite_version()').pluck().get();
        database.close();
        process.report.excludeNetwork = true;
        const copies = process.report.getReport().sharedObjects.filter((path) => /sqlite/i.test(path));
        const { DatabaseSync } = await import('node:sqlite');
        let refusal = null;
        try { connect(folder + '/a.sengen', true); } catch (error) { refusal = error.message; }
        console.log(JSON.stringify({ version, copies, refusal, second: typeof DatabaseSync }));
      } finally { rmSync(folder, { recursive: true }); }`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      cwd: repository,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

    expect(JSON.parse(printed)).toEqual({
      version: linkedSqlite(repository),
      copies: [expect.stringMatching(/better-sqlite3[\\/]prebuilds/u)],
      refusal: 'node:sqlite is loaded beside better-sqlite3',
      second: 'function',
    });
  });

  test('is locked once', () => {
    const holders = [...lockedPackages(repository)].filter(([name]) =>
      /sqlite|^sql\.js$|libsql/u.test(name),
    );

    expect(holders.map(([name, versions]) => [name, versions.size])).toEqual([
      ['sqlite', 1],
      ['@types/better-sqlite3', 1],
      ['better-sqlite3', 1],
    ]);
  });
});
