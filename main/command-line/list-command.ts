import type { ReportSummary } from '../../shared/contract/report-requests.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const listCommand: Command = {
  usage: 'sengen list FILE.sengen [--json]',
  purpose: 'ファイルの中の報告を一覧します。',
  shape: { words: ['FILE.sengen'], json: true },

  run: ({ words, json }, terminal) =>
    lookIntoLibrary(words[0], undefined, terminal, async (application) => {
      const listed = await application.call('reports.list', {});
      if (!listed.ok) return sayFailure(terminal, listed.failure);
      if (json) {
        terminal.output(
          JSON.stringify(
            listed.value.map(({ id, fiscalYear, yearLabel, department, state, revision, rows }) => ({
              id,
              fiscalYear,
              yearLabel,
              department,
              state,
              revision,
              rows,
            })),
          ),
        );
      } else {
        for (const report of listed.value) terminal.output(line(report));
        if (listed.value.length === 0) terminal.messages('報告はまだありません。');
      }
      return exitCodes.done;
    }),
};

const stateNames: Readonly<Record<ReportSummary['state'], string>> = {
  draft: '作成中',
  signed: '決裁済み',
};

function line({ id, yearLabel, department, state, revision, rows }: ReportSummary): string {
  return `${id}  ${yearLabel} ${department}  ${rows}件  第${revision}版  ${stateNames[state]}`;
}
