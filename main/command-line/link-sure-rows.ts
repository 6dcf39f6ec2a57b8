import { success, type Result } from '../../shared/result.ts';
import type { CommandApplication } from './open-application.ts';

/**
 * Confirms the links between these reports and the years around them whose title and section are the
 * same. Answers how many.
 */
export async function linkSureRows(
  application: CommandApplication,
  reports: readonly string[],
): Promise<Result<number>> {
  const links = new Map<string, string>();
  for (const report of reports) {
    const proposed = await application.call('links.propose', { report, years: 'all' });
    if (!proposed.ok) return proposed;
    for (const year of proposed.value.years) {
      if (year.report !== report && year.earlier.report !== report) continue;
      for (const { id, proposed: earlier, certainty } of year.rows) {
        if (certainty === 'same' && earlier !== null) links.set(id, earlier);
      }
    }
  }
  if (links.size === 0) return success(0);
  const confirmed = await application.call('links.confirm', {
    links: [...links].map(([initiative, earlier]) => ({ initiative, earlier })),
  });
  return confirmed.ok ? success(confirmed.value.confirmed) : confirmed;
}
