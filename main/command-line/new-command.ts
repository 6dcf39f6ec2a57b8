import { resolve } from 'node:path';
import { fiscalYearLimits, yearLabelOf } from '../../shared/model/fiscal-year.ts';
import { openApplication } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure, sayPlace } from './terminal.ts';

export const newCommand: Command = {
  usage:
    'sengen new FILE.sengen --municipality 市区町村 --department 部 --fiscal-year 年 --post 職名 --name 氏名',
  purpose: '空の報告を一つ持つファイルを作ります。',
  shape: {
    words: ['FILE.sengen'],
    options: ['municipality', 'department', 'fiscal-year', 'post', 'name'],
    required: ['municipality', 'department', 'fiscal-year', 'post', 'name'],
  },

  async run({ words, options }, terminal) {
    const year = options['fiscal-year'] ?? '';
    const fiscalYear = /^\d{4}$/.test(year) ? Number(year) : NaN;
    if (!(fiscalYear >= fiscalYearLimits.first && fiscalYear <= fiscalYearLimits.last)) {
      terminal.messages(
        `年度「${year}」は使えません。年度が始まる年を西暦4桁で指定してください（例: 2016）。何も作成していません。`,
      );
      return exitCodes.refused;
    }
    const path = resolve(words[0] ?? '');
    const opened = await openApplication({ library: null, files: { 'create-library': path } });
    if (!opened.ok) return sayFailure(terminal, opened.failure);
    const application = opened.value;
    try {
      const made = await application.call('library.create', {});
      if (!made.ok) return sayFailure(terminal, made.failure);
      const report = await application.call('reports.create', {
        municipality: options['municipality'] ?? '',
        department: options['department'] ?? '',
        fiscalYear,
        yearLabel: yearLabelOf(fiscalYear),
        headPost: options['post'] ?? '',
        headName: options['name'] ?? '',
      });
      if (!report.ok) return sayFailure(terminal, report.failure);
      terminal.messages(`${path} を作成しました。`);
      sayPlace(terminal, path);
      return exitCodes.done;
    } finally {
      await application.close();
    }
  },
};
