import type { LibraryFile } from '../../data/library-file.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import type { Context } from '../context.ts';

/** Takes a step back or does it again, and tells the pages where another difference is open afterwards than before. */
export function tellingOfConflicts<T>(
  { ports }: Context,
  { handIns }: LibraryFile,
  report: string,
  work: () => T,
): T {
  const before = handIns.open(report).map(({ id }) => id);
  const done = work();
  const after = handIns.open(report).map(({ id }) => id);
  if (!sameValue(before, after)) ports.send('conflicts.changed', { report });
  return done;
}
