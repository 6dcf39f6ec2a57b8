import type { Accepted } from '../../shared/contract/report-requests.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Context } from './context.ts';

/** Tells every page what changed, so that a second window never shows what is no longer so. */
export function announceStep(
  { ports }: Context,
  report: string,
  { sequence }: Accepted,
  step: string,
  edits: readonly Edit[],
): void {
  ports.send('reports.changed', { report, sequence, step, edits: [...edits] });
}
