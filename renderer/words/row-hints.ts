import { rowWords } from './row-words.ts';

const { target, outcome, itemKeys } = rowWords;

/** What stands behind the mark of a row's targets. */
export const targetHints: readonly string[] = [
  `${target.measure}：${target.measureHelp}`,
  `${target.value}：${target.valueHelp}`,
  `${target.note}：${target.noteHelp}`,
  `${target.verdict}：${target.verdictHelp}`,
  itemKeys,
];

/** What stands behind the mark of a row's outcomes; `yearEnd` is the proposed 時点. */
export function outcomeHints(yearEnd: string): readonly string[] {
  return [
    `${outcome.statement}：${outcome.statementHelp}`,
    `${outcome.asOf}：${outcome.asOfHelp(yearEnd)}`,
    `${outcome.value}：${outcome.valueHelp}`,
    `${outcome.label}：${outcome.labelHelp}`,
    `${outcome.targets}：${outcome.targetsHelp}`,
    itemKeys,
  ];
}
