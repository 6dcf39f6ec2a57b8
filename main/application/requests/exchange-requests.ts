import { basename } from 'node:path';
import { readReportJson } from '../../exchange/read-report-json.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { wantedFile } from '../word/wanted-file.ts';
import { writeOutReport } from '../word/write-out-report.ts';
import { takeInDraft, takeInReportFile } from '../word/take-in-report.ts';

/** Reports coming in from files and going out to files. */
export const exchangeRequests: HandlersOf<
  'sample.add' | 'reports.import' | 'reports.export' | 'files.reveal' | 'files.chosen'
> = {
  'sample.add': async (_input, context) => {
    const bytes = await readBoundedFile(context.samplePath);
    if (!bytes.ok) return bytes;
    const read = readReportJson(bytes.value, context.samplePath);
    if (!read.ok) return read;
    const library = openedLibrary(context);
    if (!library.ok) return library;
    // A sample that someone has written in is theirs: never set it back.
    const there = library.value.reports.find(read.value.draft);
    if (there !== null) return success({ report: there });
    const taken = takeInDraft(context, read.value.draft, {
      fileName: basename(context.samplePath),
      warnings: [],
    });
    return taken.ok ? success({ report: taken.value.report }) : taken;
  },

  'reports.import': ({ dropped }, context) =>
    context.session.longWork.run('reports.import', async (stopping) => {
      const chosen = await wantedFile(context, dropped, { purpose: 'import', endings: ['json'] });
      return chosen.ok ? takeInReportFile(context, chosen.value, stopping) : chosen;
    }),

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
