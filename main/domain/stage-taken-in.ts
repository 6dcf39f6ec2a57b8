import type { Report, WritingStage } from '../../shared/model/report.ts';
import { haveResults } from '../../shared/model/stage.ts';

/**
 * The stage of a report after a file was taken into it.
 *
 * It only goes forward: a section that hands in late what it declared does not set the whole department
 * back, and results that come in are not left where nobody sees them.
 */
export function stageTakenIn(existing: Report, taken: Report): WritingStage | null {
  if (taken.stage === 'report') return 'report';
  const bringsResults = !haveResults(existing.initiatives) && haveResults(taken.initiatives);
  return existing.stage === 'declaration' && bringsResults ? 'report' : existing.stage;
}
