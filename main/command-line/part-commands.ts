import { extname, resolve } from 'node:path';
import { formNames } from '../../shared/model/form.ts';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import type { OpenOptions } from './open-application.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { withLibrary } from './with-library.ts';

export const giveOutCommand: Command = {
  usage:
    'sengen give-out FILE.sengen --section 課 OUT.{sengen-part,docx}|--to-folder フォルダー [--word] [--report ID] [--deadline 期限] [--note 連絡] [--form report|declaration]',
  purpose:
    '課の取組を、課に配布するファイルに書き出します。--word を付けると、プログラムのない課が Word で記入して返せるファイルにします。',
  shape: {
    words: ['FILE.sengen', 'OUT'],
    lastIsOptional: true,
    options: ['section', 'report', 'deadline', 'note', 'form', 'to-folder'],
    required: ['section'],
    flags: ['word'],
  },
  run: ({ words, options, flags }, terminal) => {
    const form = formNames.find((name) => name === options['form']);
    if (options['form'] !== undefined && form === undefined) {
      terminal.messages(
        `様式「${options['form']}」はありません。${formNames.join('、')} のどれかを指定してください。何も書き出していません。`,
      );
      return Promise.resolve(exitCodes.refused);
    }
    const kind = flags.has('word') || extname(words[1] ?? '').toLowerCase() === '.docx' ? 'word' : 'part';
    const target = targetOf(words[1], options['to-folder']);
    if (target === null) return Promise.resolve(sayTarget(terminal));
    return withLibrary(words[0], target.files, terminal, async (application) => {
      const report = await chosenReport(application, options['report']);
      if (!report.ok) return sayFailure(terminal, report.failure);
      const written = await application.call('parts.giveOut', {
        report: report.value,
        section: options['section'] ?? '',
        deadline: options['deadline'] ?? '',
        note: options['note'] ?? '',
        kind,
        toFolder: target.toFolder,
        ...(form === undefined ? {} : { form }),
      });
      if (!written.ok) return sayFailure(terminal, written.failure);
      terminal.messages(`${written.value.path} に、取組${written.value.rows}件を書き出しました。`);
      return exitCodes.done;
    });
  },
};

export const handInCommand: Command = {
  usage:
    'sengen hand-in FILE.sengen --section 課 OUT.sengen-part|--to-folder フォルダー [--report ID] [--note 連絡]',
  purpose:
    '課の取組を、取りまとめ担当に提出するファイルに書き出します。--to-folder は、提出用フォルダーに名前を付けて置きます。',
  shape: {
    words: ['FILE.sengen', 'OUT.sengen-part'],
    lastIsOptional: true,
    options: ['section', 'report', 'note', 'to-folder'],
    required: ['section'],
  },
  run: ({ words, options }, terminal) => {
    const target = targetOf(words[1], options['to-folder']);
    if (target === null) return Promise.resolve(sayTarget(terminal));
    return withLibrary(words[0], target.files, terminal, async (application) => {
      const report = await chosenReport(application, options['report']);
      if (!report.ok) return sayFailure(terminal, report.failure);
      const written = await application.call('parts.handIn', {
        report: report.value,
        section: options['section'] ?? '',
        note: options['note'] ?? '',
        toFolder: target.toFolder,
      });
      if (!written.ok) return sayFailure(terminal, written.failure);
      terminal.messages(`${written.value.path} に、取組${written.value.rows}件を書き出しました。`);
      return exitCodes.done;
    });
  },
};

/** Where a file goes: to a path, or to the folder of hand-ins under a name of its own; null where neither or both are said. */
function targetOf(
  path: string | undefined,
  folder: string | undefined,
): { readonly toFolder: boolean; readonly files: NonNullable<OpenOptions['files']> } | null {
  if ((path === undefined) === (folder === undefined)) return null;
  return folder === undefined
    ? { toFolder: false, files: { export: resolve(path ?? '') } }
    : { toFolder: true, files: { 'hand-in-folder': resolve(folder) } };
}

function sayTarget(terminal: Terminal): number {
  terminal.messages(
    '書き出すファイルの名前か --to-folder のどちらか一つを指定してください。何も書き出していません。',
  );
  return exitCodes.refused;
}
