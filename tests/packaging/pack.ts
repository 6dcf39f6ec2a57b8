import { extractAll, listPackage } from '@electron/asar';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writePlaceholderRuntime } from './placeholder-runtime.ts';

export interface Packed {
  /** What a person unzips. */
  readonly folder: string;
  /** Files of the archive, with `/`, without folders. */
  readonly files: readonly string[];
  /** The archive and its binaries, as files. */
  readonly extracted: string;
  remove(): void;
}

export const repository = join(import.meta.dirname, '../..');

/** Packs the built program for Linux over a placeholder of Electron. */
export async function pack(): Promise<Packed> {
  const temporary = mkdtempSync(join(tmpdir(), 'sengen-package-'));
  const electron = JSON.parse(
    readFileSync(join(repository, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string };
  const runtime = join(temporary, 'runtime');
  writePlaceholderRuntime(runtime, electron.version);
  await promisify(execFile)(
    process.execPath,
    [
      join(repository, 'node_modules/electron-builder/cli.js'),
      ...['--linux', 'dir', '--x64', '--publish', 'never'],
      `-c.electronDist=${runtime}`,
      `-c.directories.output=${join(temporary, 'dist')}`,
    ],
    { cwd: repository },
  );
  const folder = join(temporary, 'dist/linux-unpacked');
  const archive = join(folder, 'resources/app.asar');
  const extracted = join(temporary, 'extracted');
  extractAll(archive, extracted);
  const listed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  return {
    folder,
    extracted,
    files: listed.filter((path) => !listed.some((other) => other.startsWith(`${path}/`))).sort(),
    remove: () => {
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}
