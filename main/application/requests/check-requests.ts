import * as v from 'valibot';
import type { CheckedLibrary, LibraryProblem } from '../../../shared/contract/check-requests.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import { damagedRecordDetail } from '../../../shared/words/mending-sentences.ts';
import { reportSchema } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { LibraryDamaged } from '../../data/sqlite-failure.ts';
import { breath } from '../breath.ts';
import { openedLibrary, type Context } from '../context.ts';
import { damagedPlace } from '../mending/damaged-place.ts';
import type { HandlersOf } from '../handlers.ts';
import { sha256Of } from '../../files/sha256.ts';

/** Looking the open library through. */
export const checkRequests: HandlersOf<'library.check'> = {
  'library.check': (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    return context.session.longWork.run('library.check', ({ signal }) =>
      checkLibrary(library.value, context, signal),
    );
  },
};

/** What no record of its own gives back, as mending does (docs/decisions/0039). */
const unreadable: ReadonlySet<LibraryProblem['kind']> = new Set(['table', 'together', 'report']);

/** One piece of the work, and what is on the screen meanwhile. */
interface Piece {
  readonly label: string;
  run(): LibraryProblem[];
}

async function checkLibrary(
  library: LibraryFile,
  { ports, session }: Context,
  signal: AbortSignal,
): Promise<Result<CheckedLibrary>> {
  // What is looked at below is what SQLite holds in memory: first of all it must be what stands on the disk.
  const how = library.watch?.compare() ?? null;
  if (how !== null) return failed({ code: 'library-lost', path: library.path, how, rescued: null });
  const reports = library.reports.list();
  let signedFiles = 0;
  const pieces: Piece[] = [
    ...library.check.tables().map((table) => ({ label: '', run: () => problemsOfTable(library, table) })),
    { label: '', run: () => damageOf('together', null, () => library.check.together()) },
    ...reports.map((report) => ({
      label: nameOf(report),
      run: () => {
        const signed = signedFilesOf(library, report);
        signedFiles += signed.files;
        return [...problemsOfReport(library, report), ...signed.problems];
      },
    })),
  ];
  const problems: LibraryProblem[] = [];
  for (const [done, { label, run }] of pieces.entries()) {
    ports.send('work.progress', { request: 'library.check', done, total: pieces.length, label });
    await breath();
    signal.throwIfAborted();
    problems.push(...run());
  }
  problems.push(...(await problemsOfRecords(library, signal)));
  const rows = reports.reduce((sum, report) => sum + report.rows, 0);
  const canBeRescued = !library.isReadOnly && problems.some(({ kind }) => unreadable.has(kind));
  if (canBeRescued) session.damaged = library.path;
  return success({ reports: reports.length, rows, signedFiles, problems, canBeRescued });
}

/** What does not fit its hash, and what the log says otherwise. */
async function problemsOfRecords(library: LibraryFile, signal: AbortSignal): Promise<LibraryProblem[]> {
  const { care } = library;
  const through = async <T>(work: Generator<undefined, T>): Promise<T> => {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      await breath();
      signal.throwIfAborted();
    }
  };
  // Of indexes the tables tell already.
  const found = (await through(care.look())).filter(({ what }) => what !== 'index');
  const examined = await through(care.prove(found, () => []));
  const disagreements = await through(care.compareWithLog());
  const records = [
    ...disagreements.map(({ record: { table, key }, values }) => ({
      kind: table.name,
      key,
      isKnown: values !== null,
    })),
    ...examined.map(({ misfit: { kind, key }, proof }) => ({ kind, key, isKnown: proof !== null })),
  ];
  // What a hash proves counts more than what the log says.
  const named = new Map(records.map((record) => [`${record.kind} ${record.key}`, record]));
  return [...named.values()].map(({ kind, key, isKnown }) => {
    const { report, ...place } = damagedPlace(care, kind, key, null);
    return { kind: 'record', report, detail: damagedRecordDetail({ report: null, ...place }, isKnown) };
  });
}

function problemsOfTable(library: LibraryFile, table: string): LibraryProblem[] {
  return damageOf('table', null, () => {
    const found = library.check.table(table);
    return found === null ? null : `${table}: ${found}`;
  });
}

function problemsOfReport(library: LibraryFile, summary: ReportSummary): LibraryProblem[] {
  return damageOf('report', nameOf(summary), () => {
    const read = library.reports.read(summary.id);
    if (!read.ok) return read.failure.code;
    const checked = v.safeParse(reportSchema, read.value.report);
    return checked.success ? null : (v.getDotPath(checked.issues[0]) ?? checked.issues[0].message);
  });
}

function signedFilesOf(
  library: LibraryFile,
  summary: ReportSummary,
): { readonly files: number; readonly problems: LibraryProblem[] } {
  const listed = library.signOffs.list(summary.id);
  if (!listed.ok)
    return { files: 0, problems: problemOf('signed-file', nameOf(summary), listed.failure.code) };
  const { signOffs } = listed.value;
  const problems = signOffs.flatMap(({ revision, sha256 }) =>
    damageOf('signed-file', nameOf(summary), () => {
      const file = library.signOffs.file(summary.id, revision);
      if (!file.ok) return file.failure.code;
      const found = sha256Of(file.value);
      return found === sha256 ? null : `第${revision}版`;
    }),
  );
  return { files: signOffs.length, problems };
}

/** Damage that SQLite or a store meets while it reads is what is looked for, and ends nothing. */
function damageOf(
  kind: LibraryProblem['kind'],
  report: string | null,
  look: () => string | null,
): LibraryProblem[] {
  try {
    return problemOf(kind, report, look());
  } catch (error) {
    if (!(error instanceof LibraryDamaged)) throw error;
    const { failure } = error;
    return problemOf(kind, report, 'detail' in failure ? failure.detail : failure.code);
  }
}

function problemOf(
  kind: LibraryProblem['kind'],
  report: string | null,
  detail: string | null,
): LibraryProblem[] {
  return detail === null ? [] : [{ kind, report, detail }];
}

function nameOf({ yearLabel, department }: ReportSummary): string {
  return `${yearLabel} ${department}`;
}
