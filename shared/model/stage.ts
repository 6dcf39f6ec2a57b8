import type { Initiative, WritingStage } from './report.ts';
import type { ReportStanding } from './states/standing.ts';

/**
 * 段階: how far a report is in its year: 宣言作成, 宣言公表, 報告作成, 取りまとめ, 部長確認, 決裁, 公表. Nobody else decides.
 *
 * It is read off what is being written (which also says which fields are asked for, shown, checked, previewed and
 * exported), where the report stands (states/standing.ts), and whether its 版 is signed. What leads from one stage to the
 * next: states/steps.ts.
 */
export const stages = [
  'declaration',
  'declared',
  'report',
  'compiling',
  'review',
  'signed',
  'published',
] as const;
export type Stage = (typeof stages)[number];

/**
 * What is being written: as it was chosen; where nobody chose, the declaration until the first result is
 * written. Looks no further than to the first row with a result.
 */
export function writingStageOf(
  chosen: WritingStage | null,
  initiatives: Iterable<Initiative>,
): WritingStage {
  return chosen ?? (haveResults(initiatives) ? 'report' : 'declaration');
}

/** A signed report is signed wherever it stood; a later 版 of a published one is being written again. */
export function stageOf(isSigned: boolean, writing: WritingStage, standing?: ReportStanding): Stage {
  const isDeclared = standing?.declared === true;
  if (writing === 'declaration') return isDeclared ? 'declared' : isSigned ? 'signed' : 'declaration';
  const at = standing?.at ?? 'writing';
  if (isSigned) return at === 'published' ? 'published' : 'signed';
  return at === 'compiling' || at === 'review' ? at : 'report';
}

/** True when anything of what only the report holds is written. */
export function haveResults(initiatives: Iterable<Initiative>): boolean {
  for (const { results, direction, outcomes, targets } of initiatives) {
    if (results.length > 0 || direction.length > 0 || outcomes.length > 0) return true;
    if (targets.some(({ verdict }) => verdict !== null)) return true;
  }
  return false;
}
