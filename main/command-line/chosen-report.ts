import { identifierPattern } from '../../shared/model/identifier.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { CommandApplication } from './open-application.ts';

/** The report that `--report` names; without it the newest one. */
export async function chosenReport(
  application: CommandApplication,
  named: string | undefined,
): Promise<Result<string>> {
  // A word that no report can be called by is a report that is not there.
  if (named !== undefined) {
    return identifierPattern.test(named)
      ? success(named)
      : failed({ code: 'report-missing', report: named });
  }
  const listed = await application.call('reports.list', {});
  if (!listed.ok) return listed;
  const [newest] = listed.value;
  return newest === undefined ? failed({ code: 'no-report-yet' }) : success(newest.id);
}
