import { extname, resolve } from 'node:path';
import { formNames } from '../../shared/model/form.ts';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { withLibrary } from './with-library.ts';

export const giveOutCommand: Command = {
  usage:
    'sengen give-out FILE.sengen --section 課 OUT.{sengen-part,docx} [--word] [--report ID] [--deadline 期限] [--note 連絡] [--form report|declaration]',
  purpose:
    '課の取組を、課に配布するファイルに書き出します。--word を付けると、プログラムのない課が Word で記入して返せるファイルにします。',
  shape: {
    words: ['FILE.sengen', 'OUT'],
    options: ['section', 'report', 'deadline', 'note', 'form'],
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
    return withLibrary(words[0], { export: resolve(words[1] ?? '') }, terminal, async (application) => {
      const report = await chosenReport(application, options['report']);
      if (!report.ok) return sayFailure(terminal, report.failure);
      const written = await application.call('parts.giveOut', {
        report: report.value,
        section: options['section'] ?? '',
        deadline: options['deadline'] ?? '',
        note: options['note'] ?? '',
        kind,
        ...(form === undefined ? {} : { form }),
      });
      if (!written.ok) return sayFailure(terminal, written.failure);
      terminal.messages(`${written.value.path} に、取組${written.value.rows}件を書き出しました。`);
      return exitCodes.done;
    });
  },
};

export const handInCommand: Command = {
  usage: 'sengen hand-in FILE.sengen --section 課 OUT.sengen-part [--report ID] [--note 連絡]',
  purpose: '課の取組を、取りまとめ担当に提出するファイルに書き出します。',
  shape: {
    words: ['FILE.sengen', 'OUT.sengen-part'],
    options: ['section', 'report', 'note'],
    required: ['section'],
  },
  run: ({ words, options }, terminal) =>
    withLibrary(words[0], { export: resolve(words[1] ?? '') }, terminal, async (application) => {
      const report = await chosenReport(application, options['report']);
      if (!report.ok) return sayFailure(terminal, report.failure);
      const written = await application.call('parts.handIn', {
        report: report.value,
        section: options['section'] ?? '',
        note: options['note'] ?? '',
      });
      if (!written.ok) return sayFailure(terminal, written.failure);
      terminal.messages(`${written.value.path} に、取組${written.value.rows}件を書き出しました。`);
      return exitCodes.done;
    }),
};
