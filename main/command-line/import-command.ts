import { basename, extname, resolve } from 'node:path';
import { failed, type Result } from '../../shared/result.ts';
import type { Imported, Reading } from '../../shared/contract/import-requests.ts';
import { stageNames } from '../../shared/words/stage-words.ts';
import type { Command } from './command.ts';
import { linkSureRows } from './link-sure-rows.ts';
import type { CommandApplication } from './open-application.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { withLibrary } from './with-library.ts';

export const importCommand: Command = {
  usage:
    'sengen import FILE.sengen REPORT.{json,docx} [REPORT…] [--replace] [--municipality M] [--department D] [--link] [--json]',
  purpose: [
    '報告を取り込みます。同じ年度・同じ部の報告があれば、取組ごとに更新し、ファイルにない取組や空欄の項目はそのまま残します。',
    '--replace は、ファイルにない取組を消し、報告をファイルのとおりにします。',
    '--municipality と --department は、ファイルに書かれていない市区町村名と部名を補います。',
    '--link は、取組名と担当課名が前年度と同じ取組のつながりを確定します。',
  ].join('\n      '),
  shape: {
    words: ['FILE.sengen', 'REPORT'],
    lastRepeats: true,
    options: ['municipality', 'department'],
    flags: ['replace', 'link'],
    json: true,
  },

  run({ words: [library, ...names], options, flags, json }, terminal) {
    const paths = names.map((name) => resolve(name));
    const files: { import?: string } = {};
    const way: Way = { replace: flags.has('replace'), names: options };
    return withLibrary(
      library,
      files,
      terminal,
      async (application) => {
        const taken: TakenFile[] = [];
        const codes: number[] = [];
        for (const path of paths) {
          // The next question for a file is answered with this one.
          files.import = path;
          const imported = await importFile(application, path, way, taken);
          taken.push({ path, imported });
          codes.push(say(terminal, path, imported, paths.length === 1));
        }
        if (json) sayAsJson(terminal, taken);
        if (flags.has('link')) codes.push(await link(application, reportsOf(taken), terminal));
        return Math.max(...codes);
      },
      { backUp: true },
    );
  },
};

/** How the files are taken in. */
interface Way {
  /** The report becomes what the file says; what the file does not bring goes. */
  readonly replace: boolean;
  /** For files that do not say them. */
  readonly names: { readonly municipality?: string; readonly department?: string };
}

interface TakenFile {
  readonly path: string;
  readonly imported: Result<Imported>;
}

/** A person at the page looks at what was understood first; at the command line the printed list is that look. */
async function importFile(
  application: CommandApplication,
  path: string,
  { replace, names }: Way,
  taken: readonly TakenFile[],
): Promise<Result<Imported>> {
  // What an old Word wrote is no .docx: opening it says so, and what to do.
  const known = ['.json', '.docx', '.doc', '.docm', '.dotx', '.dot'];
  if (!known.includes(extname(path).toLowerCase())) {
    return failed({ code: 'file-kind-unknown', path, accepted: ['json', 'docx'] });
  }
  const read = await application.call('imports.read', {});
  if (!read.ok) return read;
  const { id, heading, missing } = read.value;
  const completed = { ...heading };
  for (const part of ['municipality', 'department'] as const) {
    const name = names[part];
    if (name !== undefined && missing.includes(part)) completed[part] = name;
  }
  const twin = await twinOf(application, read.value, completed, taken);
  if (twin !== undefined) {
    return failed({
      code: 'report-chosen-twice',
      fileName: read.value.fileName,
      other: basename(twin.path),
    });
  }
  return application.call('imports.store', {
    reading: id,
    // The year of a file that does not say it is nothing that a heading may hold.
    ...(heading.fiscalYear === 0 ? {} : { heading: completed }),
    ...(replace ? { choice: { removed: 'all', empties: true } as const } : {}),
    unseen: true,
  });
}

/** A file that was taken in before and brought the same rows: of two Word files nobody has said which counts. */
async function twinOf(
  application: CommandApplication,
  { id, kind, heading: { fiscalYear } }: Reading,
  heading: Reading['heading'],
  taken: readonly TakenFile[],
): Promise<TakenFile | undefined> {
  if (kind !== 'word' || taken.length === 0 || fiscalYear === 0) return undefined;
  const plan = await application.call('imports.plan', { reading: id, heading });
  if (!plan.ok) return undefined;
  const rows = new Set(
    plan.value.rows.flatMap(({ place, initiative }) => (place === null ? [] : [initiative])),
  );
  return taken.find(
    ({ imported }) => imported.ok && imported.value.initiatives.some((row) => rows.has(row)),
  );
}

function reportsOf(taken: readonly TakenFile[]): string[] {
  return taken.flatMap(({ imported }) => (imported.ok ? [imported.value.report] : []));
}

/** Says what came of a file, of several in a line under its name; answers the exit code. */
function say(terminal: Terminal, path: string, imported: Result<Imported>, only: boolean): number {
  const name = only ? '' : `${basename(path)}: `;
  if (!imported.ok) {
    if (!only) terminal.messages(`${name}取り込めませんでした。`);
    return sayFailure(terminal, imported.failure);
  }
  const { rows, paragraphs, placed, added, updated, removed, unmentioned, warnings, unplaced, results } =
    imported.value;
  for (const warning of warnings) terminal.messages(`注意: ${name}${warning}`);
  for (const { row, text, why } of unplaced) {
    terminal.messages(`未配置: ${name}${row === null ? '' : `No.${row} `}「${text}」（${why}）`);
  }
  terminal.messages(
    `${name}${rows}件の取組（${paragraphs}段落${placed === paragraphs ? '' : `のうち${placed}段落`}）を取り込みました。`,
  );
  terminal.messages(`${name}追加 ${added}件・更新 ${updated}件・削除 ${removed}件`);
  if (results === 'begun') {
    terminal.messages(`${name}取組結果などがあるため、段階を「${stageNames.report}」に進めました。`);
  } else if (results === 'hidden') {
    terminal.messages(`${name}段階が「${stageNames.declaration}」のため、取組結果などは画面に出ません。`);
  }
  if (unmentioned > 0) {
    terminal.messages(
      `${name}ファイルにない取組${unmentioned}件は、そのまま残しました（消すときは --replace を付けます）。`,
    );
  }
  return exitCodes.done;
}

async function link(
  application: CommandApplication,
  reports: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const linked = await linkSureRows(application, reports);
  if (!linked.ok) return sayFailure(terminal, linked.failure);
  terminal.messages(`前年度の同じ取組とのつながりを${linked.value}件確定しました。`);
  return exitCodes.done;
}

/** One file as its object, several as a list of them, each with its file: those that failed with the failure. */
function sayAsJson(terminal: Terminal, taken: readonly TakenFile[]): void {
  const [only] = taken;
  if (taken.length === 1) {
    if (only?.imported.ok === true) terminal.output(JSON.stringify(only.imported.value));
    return;
  }
  const files = taken.map(({ path, imported }) =>
    imported.ok ? { file: path, ...imported.value } : { file: path, failure: imported.failure },
  );
  terminal.output(JSON.stringify(files));
}
