import type { Report } from '../../../shared/model/report.ts';
import { identify } from '../../domain/identify.ts';
import { readReportJson } from '../../exchange/read-report-json.ts';

/** A report as `sengen-report/1` that was written down whole, and the report's own identifier; null where it names none. */
export interface WrittenReport {
  readonly id: string | null;
  readonly report: Report;
}

/** Reads it with its own identifiers; what has none is called `MADE1`, `MADE2` … Null where it can't be read. */
export function reportOfJson(json: string, made: string): WrittenReport | null {
  const read = readReportJson(new TextEncoder().encode(json), '');
  if (!read.ok) return null;
  const { draft } = read.value;
  let count = 0;
  const { report } = identify(draft, {
    existing: null,
    taken: new Set(),
    newIdentifier: () => `${made}${(count += 1)}`,
  });
  return { id: draft.id, report };
}
