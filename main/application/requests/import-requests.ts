import { knownForms } from '../importing/known-forms.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { ImportChoice, Imported } from '../../../shared/contract/import-requests.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { planImport } from '../importing/plan-import.ts';
import { takeBackImport } from '../importing/take-back-import.ts';
import { takeInReport } from '../importing/take-in-report.ts';
import {
  underHeading,
  waitingReading,
  wholeReading,
  withMunicipality,
} from '../importing/waiting-readings.ts';
import { newIdentifier } from '../new-identifier.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** Reports in files: understood and shown first, then stored. */
export const importRequests: HandlersOf<
  'imports.read' | 'imports.show' | 'imports.plan' | 'imports.store' | 'imports.takeBack'
> = {
  'imports.read': async ({ changes, dropped, again }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const path =
      again === undefined
        ? await wantedFile(context, dropped, { purpose: 'import', endings: ['docx', 'json'] })
        : pathOfReading(context, again);
    if (!path.ok) return path;
    const read = await context.reader.run(
      'read-report',
      { path: path.value, changes, forms: knownForms(context, library.value) },
      noHost,
    );
    if (!read.ok) return read;
    const reading = withMunicipality(read.value, library.value);
    const id = newIdentifier();
    const { readings } = context.session;
    // One that is read again takes its own place among those that wait.
    if (again === undefined) readings.clear();
    else readings.delete(again);
    readings.set(id, reading);
    return success(wholeReading(library.value, id, reading));
  },

  'imports.show': ({ reading: id }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const reading = waitingReading(context, id);
    return reading.ok ? success(wholeReading(library.value, id, reading.value)) : reading;
  },

  'imports.plan': ({ reading: id, heading }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const reading = waitingReading(context, id);
    return reading.ok ? success(planImport(library.value, underHeading(reading.value, heading))) : reading;
  },

  'imports.store': async (wish, context) => {
    await context.session.backups.make('import');
    return storeReading(context, wish);
  },

  'imports.takeBack': (imported, context) => takeBackImport(context, imported),
};

interface StoreWish {
  readonly reading: string;
  readonly heading?: ReportHeading | undefined;
  readonly choice?: ImportChoice | undefined;
  readonly unseen?: boolean;
}

/** Stores a reading that waits, under a heading that a person completed. */
export function storeReading(
  context: Context,
  { reading: id, heading, choice, unseen = false }: StoreWish,
): Result<Imported> {
  const reading = waitingReading(context, id);
  if (!reading.ok) return reading;
  const taken = takeInReport(context, underHeading(reading.value, heading), { choice, unseen });
  if (taken.ok) context.session.readings.delete(id);
  return taken;
}

function pathOfReading(context: Context, id: string): Result<string> {
  const reading = waitingReading(context, id);
  return reading.ok ? success(reading.value.path) : reading;
}
