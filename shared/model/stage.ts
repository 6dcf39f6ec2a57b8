import type { Initiative, WritingStage } from './report.ts';

/**
 * 段階: how far a report is in its year. It decides which fields are asked for, shown, checked, previewed
 * and exported. Nobody else decides.
 */
export const stages = ['declaration', 'report', 'signed'] as const;
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

/** A signed report is signed at whatever stage it was written. */
export function stageOf(state: 'draft' | 'signed', writing: WritingStage): Stage {
  return state === 'signed' ? 'signed' : writing;
}

/** True when anything of what only the report holds is written. */
export function haveResults(initiatives: Iterable<Initiative>): boolean {
  for (const { results, direction, outcomes, targets } of initiatives) {
    if (results.length > 0 || direction.length > 0 || outcomes.length > 0) return true;
    if (targets.some(({ verdict }) => verdict !== null)) return true;
  }
  return false;
}
