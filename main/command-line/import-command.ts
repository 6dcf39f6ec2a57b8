import { extname, resolve } from 'node:path';
import type { Result } from '../../shared/result.ts';
import type { Imported } from '../../shared/contract/exchange-requests.ts';
import type { Command } from './command.ts';
import type { CommandApplication } from './open-application.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { withLibrary } from './with-library.ts';

export const importCommand: Command = {
  usage: 'sengen import FILE.sengen REPORT.{json,docx} [--json]',
  purpose: '報告を取り込みます。同じ年度・同じ部の報告があれば、その内容を更新します。',
  shape: { words: ['FILE.sengen', 'REPORT'], json: true },

  async run({ words, json }, terminal) {
    const path = resolve(words[1] ?? '');
    const ending = extname(path).toLowerCase();
    if (!['.json', '.docx'].includes(ending)) {
      return sayFailure(terminal, { code: 'file-kind-unknown', path, accepted: ['json', 'docx'] });
    }
    return withLibrary(words[0], { import: path }, terminal, async (application) => {
      const imported = await (ending === '.json'
        ? application.call('reports.import', {})
        : importWordFile(application));
      if (!imported.ok) return sayFailure(terminal, imported.failure);
      const { rows, paragraphs, warnings, unplaced } = imported.value;
      if (json) terminal.output(JSON.stringify(imported.value));
      for (const warning of warnings) terminal.messages(`注意: ${warning}`);
      for (const { row, text, why } of unplaced) {
        terminal.messages(`未配置: ${row === null ? '' : `No.${row} `}「${text}」（${why}）`);
      }
      terminal.messages(`${rows}件の取組（${paragraphs}段落）を取り込みました。`);
      return exitCodes.done;
    });
  },
};

/** A person at the page looks at what was understood first; at the command line the printed list is that look. */
async function importWordFile(application: CommandApplication): Promise<Result<Imported>> {
  const reading = await application.call('imports.read', {});
  return reading.ok ? application.call('imports.store', { reading: reading.value.id }) : reading;
}
