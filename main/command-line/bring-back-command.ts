import { resolve } from 'node:path';
import type { Suggestion } from '../../shared/contract/markup-requests.ts';
import { unplacedMarkupReason } from '../../shared/words/unplaced-markup-reason.ts';
import type { CommandApplication } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { oneLine, placeWords } from './verify-command.ts';
import { withLibrary } from './with-library.ts';

export const bringBackCommand: Command = {
  usage: 'sengen bring-back FILE.sengen MARKED.docx [--accept all] [--json]',
  purpose: '朱書きの入った Word ファイルの変更とコメントを、取組と項目ごとの指摘として取り込みます。',
  shape: { words: ['FILE.sengen', 'MARKED.docx'], options: ['accept'], json: true },

  async run({ words, options, json }, terminal) {
    const accept = options['accept'];
    if (accept !== undefined && accept !== 'all') {
      terminal.messages('--accept には all だけを指定できます。何も変更していません。');
      return exitCodes.refused;
    }
    const files = { 'bring-back': resolve(words[1] ?? '') };
    return withLibrary(
      words[0],
      files,
      terminal,
      async (application) => {
        const taken = await application.call('markups.take', {});
        if (!taken.ok) return sayFailure(terminal, taken.failure);
        const { id: bringBack, report, revision, unplaced } = taken.value;
        const accepted = accept === 'all' ? await acceptAll(application, report, bringBack) : null;
        if (accepted?.ok === false) return sayFailure(terminal, accepted.failure);
        const listed = await application.call('markups.list', { report, bringBack });
        if (!listed.ok) return sayFailure(terminal, listed.failure);
        const { suggestions } = listed.value;
        if (json) {
          terminal.output(
            JSON.stringify({ report, revision, suggestions: suggestions.map(printed), unplaced }),
          );
        } else say(suggestions, terminal);
        for (const { row, field, text, why } of unplaced) {
          const place = `${placeWords(row, field)} ${oneLine(text)}`;
          terminal.messages(`注意: 取り込めない箇所: ${place}（${unplacedMarkupReason(why)}）`);
        }
        const gone = suggestions.filter(
          ({ kind, state }) => kind === 'row-deleted' && state === 'accepted',
        );
        if (accepted !== null && gone.length > 0) {
          const rows = gone.map(({ row }) => placeWords(row, null)).join('、');
          terminal.messages(`反映した指摘には、行の削除が${gone.length}件含まれます: ${rows}`);
        }
        const conflicts = accepted?.ok === true ? accepted.value.conflicts.length : 0;
        terminal.messages(
          accepted === null
            ? `${suggestions.length}件の指摘を取り込みました。`
            : `${suggestions.length}件の指摘を取り込み、${accepted.value.accepted.length}件を反映しました。`,
        );
        if (conflicts === 0) return exitCodes.done;
        terminal.messages(
          `${conflicts}件は、書き出したあとの直しと食い違うため反映していません。画面で内容を確かめてください。`,
        );
        return exitCodes.refused;
      },
      { backUp: true },
    );
  },
};

async function acceptAll(application: CommandApplication, report: string, bringBack: string) {
  const listed = await application.call('markups.list', { report, bringBack });
  if (!listed.ok) return listed;
  const open = listed.value.suggestions
    .filter(({ kind, state }) => kind !== 'comment' && state === 'open')
    .map(({ id }) => id);
  if (open.length === 0) return { ok: true as const, value: { accepted: [], conflicts: [] } };
  return application.call('markups.accept', { suggestions: open });
}

function printed(suggestion: Suggestion) {
  const { id, row, field, kind, author, date, before, after, comment, state, standing, ours } = suggestion;
  return { row, field, kind, author, date, before, after, comment, id, state, standing, ours };
}

const kindWords: Readonly<Record<Suggestion['kind'], string>> = {
  edit: '修正',
  insertion: '追加',
  deletion: '削除',
  comment: 'コメント',
  'row-added': '行の追加',
  'row-deleted': '行の削除',
  'row-moved': '行の移動',
};

function say(suggestions: readonly Suggestion[], terminal: Terminal): void {
  for (const { row, field, kind, author, before, after, comment } of suggestions) {
    terminal.output(`${placeWords(row, field)}  ${kindWords[kind]}  ${author ?? '（履歴なし）'}`);
    if (comment !== null) terminal.output(`  ${oneLine(comment)}`);
    else terminal.output(`  前: ${oneLine(before)}\n  後: ${oneLine(after)}`);
  }
}
