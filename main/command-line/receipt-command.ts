import { resolve } from 'node:path';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const receiptCommand: Command = {
  usage: 'sengen receipt FILE.sengen --section 課 OUT.docx [--report ID]',
  purpose:
    '課から最後に取り込んだ提出の受領書を、Word のファイルに書き出します。取り込んだ内容、食い違い、記入の不足を記します。',
  shape: {
    words: ['FILE.sengen', 'OUT.docx'],
    options: ['section', 'report'],
    required: ['section'],
  },
  run: ({ words, options }, terminal) =>
    lookIntoLibrary(words[0], { export: resolve(words[1] ?? '') }, terminal, async (application) => {
      const report = await chosenReport(application, options['report']);
      if (!report.ok) return sayFailure(terminal, report.failure);
      const section = options['section'] ?? '';
      const written = await application.call('handIns.receipt', { report: report.value, section });
      if (!written.ok) return sayFailure(terminal, written.failure);
      terminal.messages(`${written.value.path} に書き出しました。`);
      return exitCodes.done;
    }),
};
