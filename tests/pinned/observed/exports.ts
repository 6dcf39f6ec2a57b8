import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestInput } from '../../../shared/contract/requests.ts';
import { formNames } from '../../../shared/model/form.ts';
import { must } from '../../support/must.ts';
import { firstWith, readReport, type PinnedLibrary } from '../pinned-library.ts';
import { everyComparison } from './comparison.ts';
import { hashOf, sha256 } from './content.ts';

/** SHA-256 of every file that goes out of a library, by what it is, and of the content in it. */
export async function exported(library: PinnedLibrary): Promise<Record<string, string>> {
  const files = await exportedFiles(library);
  const hashes = [...files].map(([name, bytes]) => [name, sha256(bytes)] as const);
  return { content: hashOf(await readReport(library)), ...Object.fromEntries(hashes) };
}

/** Every file that goes out of a library: name → bytes. */
export async function exportedFiles(library: PinnedLibrary): Promise<Map<string, Uint8Array>> {
  const { application, report, lastYear, version } = library;
  const files = new Map<string, Uint8Array>();
  const goingOut = async (name: string, write: () => Promise<unknown>): Promise<void> => {
    application.files.export = join(library.folder, name);
    await write();
    files.set(name, readFileSync(application.files.export));
  };
  const writtenOut = (name: string, input: RequestInput<'reports.export'>) =>
    goingOut(name, async () => must(await application.call('reports.export', input)));
  for (const form of formNames) {
    await writtenOut(`${form}.docx`, { report, form });
    await writtenOut(`${form}-untracked.docx`, { report, form, trackChanges: false });
  }
  await writtenOut('report.json', { report, kind: 'json' });
  await writtenOut('last-year.docx', { report: lastYear });
  await writtenOut('last-year.json', { report: lastYear, kind: 'json' });
  for (const against of everyComparison(version)) {
    for (const as of ['redline', 'table'] as const) {
      await goingOut(`${as}-${against.kind}.docx`, async () =>
        must(await application.call('comparisons.export', { report, against, form: 'report', as })),
      );
    }
  }
  for (const [name, signed] of version < firstWith.signed ? [] : signedReports(library)) {
    await goingOut(`${name}.docx`, async () =>
      must(await application.call('signOffs.export', { report: signed, revision: 1 })),
    );
  }
  return files;
}

/** The reports of which a revision is signed, by what its file is called here. */
export function signedReports({ report, lastYear }: PinnedLibrary): readonly (readonly [string, string])[] {
  return [
    ['signed', report],
    ['last-year-signed', lastYear],
  ];
}
