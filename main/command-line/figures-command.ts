import { assessedTargets, type AssessedTarget } from '../../shared/model/checks/context.ts';
import type { QuantityPiece } from '../../shared/model/figures/written.ts';
import { targetText } from '../../shared/model/fields/items.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import type { Report } from '../../shared/model/report.ts';
import { reasonSentence } from '../../shared/words/verdict-sentences.ts';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const figuresCommand: Command = {
  usage: 'sengen figures FILE.sengen [--report ID] [--json]',
  purpose:
    '達成目標ごとに、目標値と実績値から読み取った数値、達成率、考えられる判定とその理由を示します。判定を決めるのは書く人です。何も変更しません。',
  shape: { words: ['FILE.sengen'], options: ['report'], json: true },

  run: ({ words, options, json }, terminal) =>
    lookIntoLibrary(words[0], undefined, terminal, async (application) => {
      const chosen = await chosenReport(application, options['report']);
      if (!chosen.ok) return sayFailure(terminal, chosen.failure);
      const read = await application.call('reports.read', { report: chosen.value });
      if (!read.ok) return sayFailure(terminal, read.failure);
      const { report } = read.value;
      const numbers = new Map(report.initiatives.map(({ id }, at) => [id, at + 1]));
      const assessed = assessedTargets(report, formOfReport(report, 'report'));
      if (json) terminal.output(JSON.stringify(assessed.map((each) => toldTarget(each, numbers))));
      else for (const each of assessed) terminal.output(lineOf(each, numbers));
      if (assessed.length === 0) terminal.messages('達成目標はまだありません。');
      return exitCodes.done;
    }),
};

type Numbers = ReadonlyMap<Report['initiatives'][number]['id'], number>;

/** A target as an outside tool hears of it. `rate` 1: just as promised. */
function toldTarget({ row, target, at, suggestion }: AssessedTarget, numbers: Numbers) {
  return {
    row: numbers.get(row.id) ?? null,
    target: at + 1,
    measure: target.measure,
    value: target.value,
    numbers: suggestion.target.map(toldNumber),
    actual: suggestion.actual.map(toldNumber),
    rate: suggestion.rate,
    suggested: suggestion.suggested,
    reason: reasonSentence(suggestion),
    verdict: target.verdict,
  };
}

function toldNumber({ number, unit, qualifiers }: QuantityPiece) {
  return { number, unit, qualifier: qualifiers.map(({ text }) => text).join('・') || null };
}

function lineOf({ row, target, at, suggestion }: AssessedTarget, numbers: Numbers): string {
  const words = [
    `No.${numbers.get(row.id) ?? 0} 達成目標 ${at + 1}`,
    targetText(target),
    reasonSentence(suggestion),
  ];
  return words.join('  ');
}
