import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { linkedSqlite } from './linked-sqlite.ts';

/** Known faults of packages, as of a day, kept here because a closed network can ask nobody. */
export interface AdvisoryList {
  /** The day on which somebody looked last, as 2026-11-30. */
  readonly checkedOn: string;
  readonly source: string;
  readonly advisories: readonly Advisory[];
  /** Those that do not touch this program, each with why. */
  readonly accepted: readonly { readonly id: string; readonly package: string; readonly why: string }[];
}

export interface Advisory {
  readonly id: string;
  readonly package: string;
  /** A range of semver. */
  readonly vulnerable: string;
  readonly title: string;
}

/** A package of the lockfile that an advisory is about. */
export interface Finding {
  readonly package: string;
  readonly version: string;
  readonly advisory: Advisory;
}

export const listPath = join(import.meta.dirname, 'advisories.json');

export function readAdvisories(path = listPath): AdvisoryList {
  return JSON.parse(readFileSync(path, 'utf8')) as AdvisoryList;
}

/** Each package of the lockfile with each of its versions, those that only build the program included; and SQLite. */
export function lockedPackages(project: string): Map<string, Set<string>> {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; name?: string }>;
  };
  const found = new Map([['sqlite', new Set([linkedSqlite(project)])]]);
  for (const [path, { version, name }] of Object.entries(packages)) {
    if (path === '' || version === undefined) continue;
    const known = name ?? path.replace(/^.*node_modules\//u, '');
    found.set(known, (found.get(known) ?? new Set()).add(version));
  }
  return found;
}

/** What the list says against the packages, but for what was accepted. */
export function findings(
  packages: ReadonlyMap<string, ReadonlySet<string>>,
  list: AdvisoryList,
): Finding[] {
  const isAccepted = (advisory: Advisory): boolean =>
    list.accepted.some(({ id, package: name }) => id === advisory.id && name === advisory.package);
  return list.advisories
    .filter((advisory) => !isAccepted(advisory))
    .flatMap((advisory) =>
      [...(packages.get(advisory.package) ?? [])]
        .filter((version) => satisfies(version, advisory.vulnerable, { includePrerelease: true }))
        .map((version) => ({ package: advisory.package, version, advisory })),
    );
}
