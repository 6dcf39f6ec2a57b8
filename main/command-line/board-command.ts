import type { MissingPart } from '../../shared/model/completeness.ts';
import { missingParts } from '../../shared/model/completeness.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import { stageOf, writingStageOf } from '../../shared/model/stage.ts';
import { boardOf, countBy, type BoardRow } from '../../shared/model/states/board.ts';
import type { Form } from '../../shared/model/form.ts';
import { missingSummary, missingWords } from '../../shared/words/missing-words.ts';
import { stageNames } from '../../shared/words/stage-words.ts';
import { rowStateNames } from '../../shared/words/state-sentences.ts';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const boardCommand: Command = {
  usage: 'sengen board FILE.sengen [--report ID] [--json]',
  purpose: '報告の段階と、課ごとの進み具合（提出・差戻し・書き漏れ・期限）を一覧します。何も変更しません。',
  shape: { words: ['FILE.sengen'], options: ['report'], json: true },

  run: ({ words, options, json }, terminal) =>
    lookIntoLibrary(words[0], undefined, terminal, async (application) => {
      const chosen = await chosenReport(application, options['report']);
      if (!chosen.ok) return sayFailure(terminal, chosen.failure);
      const of = { report: chosen.value };
      const listed = await application.call('reports.list', {});
      const read = await application.call('reports.read', of);
      const threads = await application.call('comments.list', of);
      const conflicts = await application.call('conflicts.list', of);
      const hands = await application.call('board.hands', of);
      for (const answer of [listed, read, threads, conflicts, hands]) {
        if (!answer.ok) return sayFailure(terminal, answer.failure);
      }
      if (!listed.ok || !read.ok || !threads.ok || !conflicts.ok || !hands.ok) return exitCodes.refused;
      const { report } = read.value;
      const writing = writingStageOf(report.stage, report.initiatives);
      const isSigned = listed.value.some(({ id, state }) => id === report.id && state === 'signed');
      const stage = stageOf(isSigned, writing, report.standing);
      const form = formOfReport(report, writing);
      const open = threads.value.filter(({ resolved }) => !resolved);
      const sections = boardOf({
        rows: report.initiatives,
        lacks: (row) => missingParts(row, form),
        conflicts: countBy(conflicts.value, ({ initiative }) => initiative),
        comments: countBy(open, ({ initiative }) => initiative),
      });
      const given = new Map(hands.value.given.map((each) => [each.section, each]));
      const taken = new Map(hands.value.taken.map((each) => [each.section, each]));
      if (json) {
        const told = sections.map(({ name, rows, counts, complete, ...sums }) => ({
          section: name,
          deadline: given.get(name)?.deadline ?? null,
          handedInAt: taken.get(name)?.at ?? null,
          counts,
          complete,
          conflicts: sums.conflicts,
          comments: sums.comments,
          rows: rows.map(({ id: _id, missing, ...row }) => ({ ...row, missing: sentences(missing, form) })),
        }));
        terminal.output(JSON.stringify({ stage, sections: told }));
        return exitCodes.done;
      }
      terminal.output(`段階：${stageNames[stage]}`);
      for (const { name, rows } of sections) {
        const deadline = given.get(name)?.deadline ?? '';
        terminal.output(
          `${name === '' ? '（担当課なし）' : name}${deadline === '' ? '' : `\u3000期限：${deadline}`}`,
        );
        for (const row of rows) terminal.output(`  ${line(row, form)}`);
      }
      return exitCodes.done;
    }),
};

function line(
  { number, title, state, reason, missing, conflicts, comments }: BoardRow,
  form: Form,
): string {
  return [
    `No.${number} ${title}`,
    rowStateNames[state],
    ...(reason === null ? [] : [`理由：${reason}`]),
    ...(missing.length === 0 ? [] : [missingSummary(missing, form)]),
    ...(conflicts === 0 ? [] : [`食い違い${conflicts}件`]),
    ...(comments === 0 ? [] : [`コメント${comments}件`]),
  ].join('\u3000');
}

function sentences(missing: readonly MissingPart[], form: Form): string[] {
  return missing.map((part) => missingWords(part, form));
}
