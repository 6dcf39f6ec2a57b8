import { basename, extname, resolve } from 'node:path';
import { failed, type Result } from '../../shared/result.ts';
import type { Imported } from '../../shared/contract/exchange-requests.ts';
import type { Command } from './command.ts';
import { linkSureRows } from './link-sure-rows.ts';
import type { CommandApplication } from './open-application.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { withLibrary } from './with-library.ts';

export const importCommand: Command = {
  usage: 'sengen import FILE.sengen REPORT.{json,docx} [REPORT…] [--link] [--json]',
  purpose:
    '報告を取り込みます。同じ年度・同じ部の報告があれば、その内容を更新します。--link は、取組名と担当課名が前年度と同じ取組のつながりを確定します。',
  shape: { words: ['FILE.sengen', 'REPORT'], lastRepeats: true, flags: ['link'], json: true },

  run({ words: [library, ...names], flags, json }, terminal) {
    const paths = names.map((name) => resolve(name));
    const files: { import?: string } = {};
    return withLibrary(library, files, terminal, async (application) => {
      const taken: TakenFile[] = [];
      const codes: number[] = [];
      for (const path of paths) {
        // The next question for a file is answered with this one.
        files.import = path;
        const imported = await importFile(application, path, taken);
        taken.push({ path, imported });
        codes.push(say(terminal, path, imported, paths.length === 1));
      }
      if (json) sayAsJson(terminal, taken);
      if (flags.has('link')) codes.push(await link(application, reportsOf(taken), terminal));
      return Math.max(...codes);
    });
  },
};

interface TakenFile {
  readonly path: string;
  readonly imported: Result<Imported>;
}

async function importFile(
  application: CommandApplication,
  path: string,
  taken: readonly TakenFile[],
): Promise<Result<Imported>> {
  const ending = extname(path).toLowerCase();
  if (ending === '.json') return application.call('reports.import', {});
  if (ending === '.docx') return importWordFile(application, taken);
  return failed({ code: 'file-kind-unknown', path, accepted: ['json', 'docx'] });
}

/** A person at the page looks at what was understood first; at the command line the printed list is that look. */
async function importWordFile(
  application: CommandApplication,
  taken: readonly TakenFile[],
): Promise<Result<Imported>> {
  const reading = await application.call('imports.read', {});
  if (!reading.ok) return reading;
  const { id, fileName, updates } = reading.value;
  // Of two files of one report nobody has said which counts.
  const twin = taken.find(({ imported }) => imported.ok && imported.value.report === updates);
  if (twin !== undefined) {
    return failed({ code: 'report-chosen-twice', fileName, other: basename(twin.path) });
  }
  return application.call('imports.store', { reading: id });
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
  const { rows, paragraphs, warnings, unplaced } = imported.value;
  for (const warning of warnings) terminal.messages(`注意: ${name}${warning}`);
  for (const { row, text, why } of unplaced) {
    terminal.messages(`未配置: ${name}${row === null ? '' : `No.${row} `}「${text}」（${why}）`);
  }
  terminal.messages(`${name}${rows}件の取組（${paragraphs}段落）を取り込みました。`);
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
