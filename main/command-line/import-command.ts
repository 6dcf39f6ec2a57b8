import { extname, resolve } from 'node:path';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { withLibrary } from './with-library.ts';

export const importCommand: Command = {
  usage: 'sengen import FILE.sengen REPORT.json [--json]',
  purpose: '報告を取り込みます。同じ年度・同じ部の報告があれば、その内容を更新します。',
  shape: { words: ['FILE.sengen', 'REPORT.json'], json: true },

  async run({ words, json }, terminal) {
    const path = resolve(words[1] ?? '');
    if (extname(path).toLowerCase() !== '.json') {
      return sayFailure(terminal, { code: 'file-kind-unknown', path, accepted: ['json'] });
    }
    return withLibrary(words[0], { import: path }, terminal, async (application) => {
      const imported = await application.call('reports.import', {});
      if (!imported.ok) return sayFailure(terminal, imported.failure);
      const { rows, paragraphs, warnings } = imported.value;
      if (json) terminal.output(JSON.stringify(imported.value));
      for (const warning of warnings) terminal.messages(`注意: ${warning}`);
      terminal.messages(`${rows}件の取組（${paragraphs}段落）を取り込みました。`);
      return exitCodes.done;
    });
  },
};
