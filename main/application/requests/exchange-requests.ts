import { success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { writeOutReport } from '../word/write-out-report.ts';
import { doJob } from '../../foreign-files/do-job.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import { takeInReport } from '../importing/take-in-report.ts';

/** The sample coming in, reports going out to files. */
export const exchangeRequests: HandlersOf<
  'sample.add' | 'reports.export' | 'files.reveal' | 'files.chosen'
> = {
  'sample.add': async (_input, context) => {
    // The program's own file.
    const read = await doJob(
      'read-report',
      { path: context.samplePath, changes: 'accepted', forms: [] },
      noHost,
    );
    if (!read.ok) return read;
    const library = openedLibrary(context);
    if (!library.ok) return library;
    // A sample that someone has written in is theirs: never set it back.
    const there = library.value.reports.find(read.value.draft);
    if (there !== null) return success({ report: there });
    const taken = takeInReport(context, read.value);
    return taken.ok ? success({ report: taken.value.report }) : taken;
  },

  'reports.export': (input, context) =>
    context.session.longWork.run('reports.export', (stopping) => writeOutReport(context, input, stopping)),

  'files.reveal': ({ path }, { ports, session }) => {
    // A page can't make the system open a path of its own choice.
    if (session.writtenFiles.has(path)) ports.revealFile(path);
    return success({});
  },

  'files.chosen': ({ question, names }, { ports }) => {
    ports.fileChosen?.(question, names);
    return success({});
  },
};
