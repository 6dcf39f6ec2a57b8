import { identifiersIn } from '../../domain/identifiers-in.ts';
import type { Part } from '../../exchange/part/part-content.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import { standingIn, withStanding } from '../../../shared/model/states/standing.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, type Context } from '../context.ts';
import { unitOfWork } from '../unit-of-work.ts';

/** Makes the report of what was given out to a section: its rows alone, and where they came from. */
export function beginPart(
  context: Context,
  path: string,
  { kind, content }: Part,
): Result<RequestOutput<'parts.begin'>> {
  if (kind !== 'given-out' || content.start === null || content.base === null) {
    return failed({ code: 'part-refused', path, why: 'not-given-out', detail: '' });
  }
  const { start, base, section, deadline, rows } = content;
  return unitOfWork(context, (working, library) => {
    const report: Report = { ...content.report, initiatives: rows.map(begun) };
    if (
      library.reports.has(report.id) ||
      library.reports.identifiersInUse(identifiersIn(rows), null).length > 0
    ) {
      return failed({ code: 'part-refused', path, why: 'begun-before', detail: '' });
    }
    const created = library.reports.create(report, actorOf(context));
    if (!created.ok) return created;
    const noted = library.handIns.distribute(report.id, { section, start, base, deadline });
    if (!noted.ok) return noted;
    working.ports.send('library.changed', {});
    return success({ report: report.id, section, rows: rows.length, deadline });
  });
}

/** What was returned is told; anything else is the section's to write again. */
function begun(row: Initiative): Initiative {
  const { standing } = row;
  if (standing === undefined || standing.state === 'returned') return row;
  return withStanding(row, standingIn('draft', standing));
}
