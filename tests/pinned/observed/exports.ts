import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestInput } from '../../../shared/contract/requests.ts';
import { formNames } from '../../../shared/model/form.ts';
import { must } from '../../support/must.ts';
import { firstWith, ownLogs, readReport, type PinnedLibrary } from '../pinned-library.ts';
import { everyComparison } from './comparison.ts';
import { hashOf, sha256 } from './content.ts';

/** SHA-256 of what goes out of a library, by what it is, and of the content in it. */
export async function exported(library: PinnedLibrary): Promise<Record<string, string>> {
  const files = await (ownLogs.includes(library.version) ? exportedFiles(library) : documents(library));
  const hashes = [...files].map(([name, bytes]) => [name, sha256(bytes)] as const);
  return { content: hashOf(await readReport(library)), ...Object.fromEntries(hashes) };
}

/** Every file that goes out of a library: name → bytes. */
export async function exportedFiles(library: PinnedLibrary): Promise<Map<string, Uint8Array>> {
  return new Map([...(await documents(library)), ...(await variants(library))]);
}

/** The reports as they go out every day, and as they were signed. */
async function documents(library: PinnedLibrary): Promise<Map<string, Uint8Array>> {
  const { report, lastYear, version } = library;
  const files = new Map<string, Uint8Array>();
  for (const form of formNames) {
    files.set(`${form}.docx`, await goingOut(library, 'reports.export', { report, form }));
  }
  for (const kind of ['docx', 'json'] as const) {
    files.set(`last-year.${kind}`, await goingOut(library, 'reports.export', { report: lastYear, kind }));
  }
  files.set('report.json', await goingOut(library, 'reports.export', { report, kind: 'json' }));
  for (const [name, signed] of version < firstWith.signed ? [] : signedReports(library)) {
    const input = { report: signed, revision: 1 };
    files.set(`${name}.docx`, await goingOut(library, 'signOffs.export', input));
  }
  return files;
}

/** Without tracking, and held against what was before. */
async function variants(library: PinnedLibrary): Promise<Map<string, Uint8Array>> {
  const { report, version } = library;
  const files = new Map<string, Uint8Array>();
  for (const form of formNames) {
    const input = { report, form, trackChanges: false };
    files.set(`${form}-untracked.docx`, await goingOut(library, 'reports.export', input));
  }
  for (const against of everyComparison(version)) {
    for (const as of ['redline', 'table'] as const) {
      const input = { report, against, form: 'report', as } as const;
      files.set(`${as}-${against.kind}.docx`, await goingOut(library, 'comparisons.export', input));
    }
  }
  return files;
}

/** The bytes of a file that a request writes. */
async function goingOut<N extends 'reports.export' | 'signOffs.export' | 'comparisons.export'>(
  { application, folder }: PinnedLibrary,
  request: N,
  input: RequestInput<N>,
): Promise<Uint8Array> {
  application.files.export = join(folder, 'going-out');
  must(await application.call(request, input));
  return readFileSync(application.files.export);
}

/** The reports of which a revision is signed, by what its file is called here. */
export function signedReports({ report, lastYear }: PinnedLibrary): readonly (readonly [string, string])[] {
  return [
    ['signed', report],
    ['last-year-signed', lastYear],
  ];
}
