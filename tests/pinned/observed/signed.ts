import { join } from 'node:path';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { formNames } from '../../../shared/model/form.ts';
import { must } from '../../support/must.ts';
import { pinnedMarkedFile, type PinnedLibrary } from '../pinned-library.ts';
import { signedReports } from './exports.ts';

/** What is known of signed revisions, and what verifying says of files of the library. */
export async function signOffs(library: PinnedLibrary): Promise<Record<string, unknown>> {
  const { application, report, version, folder } = library;
  const seen: Record<string, unknown> = {};
  for (const [name, signed] of signedReports(library)) {
    application.files.export = join(folder, `${name}.docx`);
    must(await application.call('signOffs.export', { report: signed, revision: 1 }));
    seen[name] = {
      known: known(must(await application.call('signOffs.list', { report: signed }))),
      verified: await verify(library, application.files.export),
    };
  }
  application.files.export = join(folder, 'now.docx');
  must(await application.call('reports.export', { report, form: 'report' }));
  seen['now'] = await verify(library, application.files.export);
  for (const form of formNames)
    seen[`marked ${form}`] = await verify(library, pinnedMarkedFile(version, form));
  return seen;
}

/** All but what names a file or a report. */
function known({ signOffs: signed, started }: RequestOutput<'signOffs.list'>) {
  return {
    signed: signed.map(({ report: _, sha256: __, bytes: ___, ...said }) => said),
    started,
  };
}

/** What is said of a file: all but what names it. */
async function verify({ application }: PinnedLibrary, path: string) {
  application.files.verify = path;
  const verification = must(await application.call('files.verify', {}));
  const { status, why, revision, signed, cells, comments, changes } = verification;
  return { status, why, revision, signed, cells, comments, changes };
}
