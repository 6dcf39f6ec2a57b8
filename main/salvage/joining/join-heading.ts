import type { Report } from '../../../shared/model/report.ts';
import type { KnownPart } from './log-rows.ts';
import {
  integer,
  text,
  type BackupTables,
  type FileTables,
  type Joined,
  type JoinedRecord,
  type TableRecord,
} from './records.ts';

const columns = [
  ['municipality', 'municipality'],
  ['department', 'department'],
  ['fiscal_year', 'fiscalYear'],
  ['year_label', 'yearLabel'],
  ['head_post', 'headPost'],
  ['head_name', 'headName'],
  ['stage', 'stage'],
  ['form', 'form'],
  ['standing', 'standing'],
] as const;

/** What a report is called whose heading did not come back. */
const unknownName = '（読み取れませんでした）';

/**
 * A report's own record: from the file, else from the backup with what the log has said since, else made of what the
 * log and the signed revisions say. `steps`: how many the rescued log has.
 */
export function joinHeading(
  id: string,
  { tables, backup, records }: { tables: FileTables; backup: BackupTables; records: Joined },
  logged: KnownPart<Omit<Report, 'initiatives'>>,
  steps: number,
): JoinedRecord {
  const joined = records.get('reports')?.get(id);
  const [best] = tables.get('reports')?.found.get(id) ?? [];
  const isSure = best?.isProven === true || (best?.standing === 'tree' && best.doubtful.length === 0);
  const isNew = integer(joined?.record ?? {}, 'sequence') >= steps;
  const sequence = Math.max(steps, 0);
  if (joined !== undefined && isSure && isNew) return { ...joined, record: { ...joined.record, sequence } };
  const known = new Map<string, unknown>(Object.entries(logged.known));
  const byLog = Object.fromEntries(
    columns.flatMap(([column, field]) => (known.has(field) ? [[column, stored(known.get(field))]] : [])),
  );
  const from = joined?.record ?? backup.get('reports')?.get(id);
  const record = from === undefined ? madeHeading(id, records) : from;
  return {
    record: { ...record, ...byLog, sequence, ...revisionOf(id, record, records) },
    origin: from === undefined ? 'made' : (joined?.origin ?? 'backup'),
  };
}

function stored(value: unknown): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function madeHeading(id: string, records: Joined): TableRecord {
  const numbers = [...(records.get('reports')?.values() ?? [])].map(({ record }) =>
    integer(record, 'number'),
  );
  const first = firstTime(id, records);
  return {
    number: Math.max(0, ...numbers) + 1,
    id,
    municipality: '',
    department: unknownName,
    fiscal_year: Number(first.slice(0, 4)),
    year_label: unknownName,
    head_post: '',
    head_name: '',
    stage: '',
    created_by: '',
    created_at: first,
    changed_at: first,
    removed_at: '',
  };
}

function firstTime(id: string, records: Joined): string {
  const times = [...(records.get('steps')?.values() ?? [])]
    .filter(({ record }) => record['report'] === id)
    .map(({ record }) => text(record, 'at'))
    .sort();
  return times[0] ?? '1970-01-01T00:00:00.000Z';
}

/** A report is signed where its latest revision is, and no later one was begun. */
function revisionOf(id: string, record: TableRecord, records: Joined): TableRecord {
  const revisions = (table: string): number[] =>
    [...(records.get(table)?.values() ?? [])]
      .filter((each) => each.record['report'] === id)
      .map((each) => integer(each.record, 'revision'));
  const signed = Math.max(0, ...revisions('signed_revisions'));
  const started = Math.max(1, ...revisions('started_revisions'));
  const revision = Math.max(started, signed, integer(record, 'revision'));
  return { revision, state: signed === revision && signed >= started ? 'signed' : 'draft' };
}
