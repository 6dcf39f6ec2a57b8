import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FormName } from '../../shared/model/form.ts';
import type { Report } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';

/** What programs of earlier days left behind: tests/fixtures/pinned/README.md tells how each file was made. */
export const pinnedFolder = resolve(import.meta.dirname, '../fixtures/pinned');

/** Every version of the library file of which one is kept. */
export const pinnedVersions: readonly number[] = Array.from({ length: 15 }, (_, index) => index + 1);

/** Versions whose programs wrote a log of their own; in the others stands what stands in that of the version before. */
export const ownLogs: readonly number[] = [1, 7, 8, 9, 15];

/** The first version that knows of it. */
export const firstWith = { signed: 7, breaksPerDocument: 10 } as const;

/** A library that a program of its time wrote, opened by the program of today. */
export interface PinnedLibrary {
  readonly version: number;
  readonly folder: string;
  readonly application: TestApplication;
  /** The report that every kind of edit went through, steps at its end taken back. */
  readonly report: string;
  readonly lastYear: string;
  /** In the bin, where the version had one. */
  readonly removed: string;
}

/** Copies a pinned library into an empty folder and opens it, which brings it up to today's version. */
export async function openPinned(version: number, folder: string): Promise<PinnedLibrary> {
  const name = nameOf(version);
  const packed = readFileSync(join(pinnedFolder, 'libraries', `${name}.sengen.gz`));
  writeFileSync(join(folder, `${name}.sengen`), gunzipSync(packed));
  const application = openTestApplication(folder, `${name}.sengen`);
  const there = must(await application.call('reports.list', {}));
  const removed = must(await application.call('reports.listRemoved', {}));
  const of = (fiscalYear: number): string => {
    const found = [...there, ...removed].find((summary) => summary.fiscalYear === fiscalYear);
    if (found === undefined) throw new Error(`${name} has no report of ${fiscalYear}`);
    return found.id;
  };
  return { version, folder, application, report: of(2026), lastYear: of(2025), removed: of(2024) };
}

/** A file that was exported at the time and marked up by hand, and has not come back yet. */
export function pinnedMarkedFile(version: number, form: FormName): string {
  return join(pinnedFolder, 'marked', `${nameOf(version)}-${form}.docx`);
}

/** The report as `sengen-report/1`, as it was written at the time; its last export. */
export function pinnedJson(version: number): string {
  return readFileSync(join(pinnedFolder, 'json', `${nameOf(version)}.json`), 'utf8');
}

export async function readReport({ application, report }: PinnedLibrary): Promise<Report> {
  return must(await application.call('reports.read', { report })).report;
}

function nameOf(version: number): string {
  return `v${String(version).padStart(2, '0')}`;
}
