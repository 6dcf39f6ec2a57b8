import { rescueDamaged } from '../../backup/rescue/rescue-damaged.ts';
import { inspectFile } from '../../data/opening/inspect-file.ts';
import { canBeRescued } from '../../../shared/failure.ts';
import type { RescueOutcome } from '../../../shared/contract/rescue-outcome.ts';
import type { Result } from '../../../shared/result.ts';
import type { HandWork } from './backup-by-hand.ts';

/** Takes what can be read out of a closed library, damaged or not, into a new file at `out`. The library stays as it is. */
export function rescueFileTo(
  file: string,
  out: string,
  { backupsFolder, now }: Pick<HandWork, 'backupsFolder' | 'now'>,
): Promise<Result<RescueOutcome>> {
  const inspected = inspectFile(file, Number.MAX_SAFE_INTEGER);
  if (!inspected.ok && !canBeRescued(inspected.failure)) return Promise.resolve(inspected);
  return rescueDamaged(file, out, { backupsFolder, now: now() });
}
