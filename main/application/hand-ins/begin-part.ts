import { identifiersIn } from '../../domain/identifiers-in.ts';
import type { Part } from '../../exchange/part/part-content.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Report } from '../../../shared/model/report.ts';
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
    const report: Report = { ...content.report, initiatives: rows };
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
