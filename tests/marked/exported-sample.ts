import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { printedDifferences } from '../../main/word/verifying/printed-differences.ts';
import { printedDocument } from '../../main/word/verifying/printed-document.ts';
import type { CellDifference } from '../../shared/contract/sign-off-requests.ts';
import type { Suggestion } from '../../shared/contract/markup-requests.ts';
import { type FormName } from '../../shared/model/form.ts';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline } from '../../shared/model/outline.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { WordSurgery } from './word-surgery.ts';

/** The sample in a library of its own, exported to Word, and ways to bring the file back. */
export interface ExportedSample {
  readonly application: TestApplication;
  readonly folder: string;
  readonly report: string;
  readonly bytes: Uint8Array;
  read(): Promise<Report>;
  row(number: number): Promise<Initiative>;
  surgery(): Promise<WordSurgery>;
  /** Writes a file, brings it back, and answers its suggestions. */
  take(bytes: Uint8Array): Promise<Taken>;
  /** Accepts all that is open but comments. */
  acceptAll(): Promise<void>;
  /** Where the report, as the Word table, says something else than a file with its changes accepted. */
  differences(bytes: Uint8Array): Promise<CellDifference[]>;
}

export interface Taken {
  readonly suggestions: readonly Suggestion[];
  readonly unplaced: readonly { row: number | null; field: string | null; text: string; why: string }[];
}

export async function exportedSample(folder: string, form: FormName = 'report'): Promise<ExportedSample> {
  const application = openTestApplication(folder);
  const { report } = must(await application.call('sample.add', {}));
  application.files.export = join(folder, '提出.docx');
  must(await application.call('reports.export', { report, form }));
  const bytes = readFileSync(application.files.export);
  let files = 0;
  const read = async () => must(await application.call('reports.read', { report })).report;
  return {
    application,
    folder,
    report,
    bytes,
    read,
    row: async (number) => {
      const found = (await read()).initiatives[number - 1];
      if (found === undefined) throw new Error(`no row ${number}`);
      return found;
    },
    surgery: () => WordSurgery.open(bytes),
    take: async (marked) => {
      files += 1;
      const path = join(folder, `朱書き${files}.docx`);
      writeFileSync(path, marked);
      application.files['bring-back'] = path;
      const { id, unplaced } = must(await application.call('markups.take', {}));
      const { suggestions } = must(await application.call('markups.list', { report, bringBack: id }));
      return { suggestions, unplaced };
    },
    acceptAll: async () => {
      const { suggestions } = must(await application.call('markups.list', { report }));
      const ids = suggestions
        .filter(({ kind, state }) => kind !== 'comment' && state === 'open')
        .map(({ id }) => id);
      const { conflicts } = must(await application.call('markups.accept', { suggestions: ids }));
      if (conflicts.length > 0) throw new Error(`${conflicts.length} conflicts`);
    },
    differences: async (marked) => {
      const document = must(await readWordDocument(marked));
      return printedDifferences(
        outline(await read(), builtInForm(form)),
        printedDocument(document, 'accepted'),
      );
    },
  };
}
