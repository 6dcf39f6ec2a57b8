import { knownForms } from '../importing/known-forms.ts';
import { basename } from 'node:path';
import { mostFiles, type ReadFile, type StoredFile } from '../../../shared/contract/import-requests.ts';
import type { LongRequest } from '../../../shared/contract/work-requests.ts';
import type { RequestArguments } from '../../../shared/contract/requests.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import { breath } from '../breath.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import type { FileReading } from '../../foreign-files/file-reading.ts';
import { namesOf, readingSummary, withMunicipality } from '../importing/waiting-readings.ts';
import { storeReading } from './import-requests.ts';
import { newIdentifier } from '../new-identifier.ts';
import { wantedFiles } from '../word/wanted-file.ts';

/** Many files in one go: ten years of a department. */
export const importManyRequests: HandlersOf<'imports.readMany' | 'imports.storeMany'> = {
  'imports.readMany': (input, context) =>
    context.session.longWork.run('imports.readMany', ({ signal }) => readMany(context, input, signal)),

  'imports.storeMany': ({ readings }, context) =>
    context.session.longWork.run('imports.storeMany', async ({ signal }) => {
      await context.session.backups.make('import');
      return success({ files: await storeMany(context, readings, signal) });
    }),
};

const endings = { word: 'docx', json: 'json' } as const;

async function readMany(
  context: Context,
  { kind, changes, dropped }: RequestArguments<'imports.readMany'>,
  signal: AbortSignal,
): Promise<Result<{ files: ReadFile[] }>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const paths = await wantedFiles(context, dropped, {
    purpose: 'import',
    endings: [endings[kind]],
  });
  if (!paths.ok) return paths;
  if (paths.value.length > mostFiles) {
    return failed({ code: 'too-many-files', files: paths.value.length, limit: mostFiles });
  }
  const forms = knownForms(context, library.value);
  const files: ReadFile[] = [];
  const readings = new Map<string, FileReading>();
  for (const [done, path] of paths.value.entries()) {
    tell(context, 'imports.readMany', done, paths.value.length, basename(path));
    await breath();
    signal.throwIfAborted();
    const read = await context.reader.run('read-report', { path, changes, forms }, noHost, signal);
    if (!read.ok) {
      files.push({ kind: 'refused', fileName: basename(path), failure: read.failure });
      continue;
    }
    const id = newIdentifier();
    const reading = withMunicipality(read.value, library.value);
    readings.set(id, reading);
    files.push({ kind: 'read', reading: readingSummary(library.value, id, reading) });
  }
  await breath();
  signal.throwIfAborted();
  const { session } = context;
  session.readings.clear();
  for (const [id, reading] of readings) session.readings.set(id, reading);
  return success({ files });
}

type Completed = RequestArguments<'imports.storeMany'>['readings'];

/** Stores those that it may, and says of each what came of it. It ends early when it is told to. */
async function storeMany(
  context: Context,
  readings: Completed,
  signal: AbortSignal,
): Promise<StoredFile[]> {
  const twins = twinsAmong(context, readings);
  const files: StoredFile[] = [];
  for (const [done, wish] of readings.entries()) {
    const { reading } = wish;
    const fileName = context.session.readings.get(reading)?.fileName ?? '';
    tell(context, 'imports.storeMany', done, readings.length, fileName);
    await breath();
    if (signal.aborted) {
      files.push({ kind: 'left', reading });
      continue;
    }
    const other = twins.get(reading);
    const stored =
      other === undefined
        ? storeReading(context, wish)
        : failed({ code: 'report-chosen-twice', fileName, other } as const);
    files.push(
      stored.ok
        ? { kind: 'stored', reading, imported: stored.value }
        : { kind: 'refused', reading, failure: stored.failure },
    );
  }
  return files;
}

/** By reading: the name of another file that brings the same row. Which of the two counts is not ours to say. */
function twinsAmong({ session }: Context, readings: Completed): Map<string, string> {
  const named = readings.flatMap(({ reading: id, heading }) => {
    const reading = session.readings.get(id);
    if (reading === undefined) return [];
    const key = reportKey(heading ?? reading.draft);
    return [{ id, fileName: reading.fileName, key, names: namesOf(reading.draft) }];
  });
  const byReport = Map.groupBy(named, ({ key }) => key);
  return new Map(
    named.flatMap(({ id, key, names }) => {
      const own = new Set(names);
      const other = byReport
        .get(key)
        ?.find((each) => each.id !== id && each.names.some((name) => own.has(name)));
      return other === undefined ? [] : [[id, other.fileName]];
    }),
  );
}

function reportKey({ municipality, department, fiscalYear }: ReportHeading): string {
  return [municipality, department, fiscalYear].join('\n');
}

function tell({ ports }: Context, request: LongRequest, done: number, total: number, label: string): void {
  ports.send('work.progress', { request, done, total, label });
}
