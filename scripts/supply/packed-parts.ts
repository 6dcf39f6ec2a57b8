import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkedSqlite } from './linked-sqlite.ts';

/** A package, or what comes inside one, that goes into what an office gets. */
export interface PackedPart {
  readonly name: string;
  readonly version: string;
  /** SPDX: https://spdx.org/licenses/ */
  readonly licence: string;
  readonly licenceText: string;
  /** Where npm has it from; null for what comes inside another part. */
  readonly integrity: string | null;
}

/** Agreed to for a program that is given away under the MIT licence: they ask for their text and nothing else. */
const agreed = ['MIT', 'ISC', 'OFL-1.1', 'blessing'];

/** What is packed beside the bundles: SQLite's binary, and the program that all runs in. */
const besideTheBundles = ['better-sqlite3', 'electron'];

/** All parts, by name. Throws on a part without a licence that was agreed to. */
export function packedParts(project: string): PackedPart[] {
  const names = new Set([
    ...['main', 'preload', 'renderer'].flatMap((room) =>
      readJson<string[]>(join(project, 'out/packed', `${room}.json`)),
    ),
    ...besideTheBundles,
  ]);
  const lock = readJson<Lock>(join(project, 'package-lock.json'));
  const parts = [...names].map((name) => npmPart(project, lock, name));
  const all = [...parts, sqlite(project)].sort((one, other) => (one.name < other.name ? -1 : 1));
  const strange = all.filter(({ licence }) => !agreed.includes(licence));
  if (strange.length > 0) {
    throw new Error(
      `a licence that nobody has agreed to: ${strange.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    );
  }
  return all;
}

interface Lock {
  readonly packages: Record<string, { readonly version?: string; readonly integrity?: string }>;
}

function npmPart(project: string, lock: Lock, name: string): PackedPart {
  const folder = join(project, 'node_modules', name);
  const { version, license, author } = readJson<{ version: string; license: string; author?: unknown }>(
    join(folder, 'package.json'),
  );
  const locked = lock.packages[`node_modules/${name}`];
  if (locked?.integrity === undefined || locked.version !== version) {
    throw new Error(`${name} ${version} is not what the lockfile names`);
  }
  return {
    name,
    version,
    licence: license,
    licenceText: licenceFile(folder) ?? notCarried(name, author, license),
    integrity: locked.integrity,
  };
}

function licenceFile(folder: string): string | null {
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/iu.test(each));
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8').trim();
}

/** Of packages that name their licence and leave its text out. */
function notCarried(name: string, author: unknown, licence: string): string {
  if (licence !== 'ISC') throw new Error(`${name} carries no text of its licence`);
  return `ISC License\n\nCopyright (c) ${String(author)} and contributors\n\n${isc}`;
}

/** https://spdx.org/licenses/ISC.html */
const isc = [
  'Permission to use, copy, modify, and/or distribute this software for any',
  'purpose with or without fee is hereby granted, provided that the above',
  'copyright notice and this permission notice appear in all copies.',
  '',
  'THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES',
  'WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF',
  'MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY',
  'SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER',
  'RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,',
  'NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE',
  'USE OR PERFORMANCE OF THIS SOFTWARE.',
].join('\n');

/** It comes as source inside better-sqlite3, and is in the public domain. */
function sqlite(project: string): PackedPart {
  return {
    name: 'sqlite',
    version: linkedSqlite(project),
    licence: 'blessing',
    licenceText: 'SQLite is in the public domain: https://www.sqlite.org/copyright.html',
    integrity: null,
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
