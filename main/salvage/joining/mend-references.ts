import {
  integer,
  text,
  type FileTable,
  type FileTables,
  type Joined,
  type JoinedRecord,
  type TableRecord,
} from './records.ts';

/**
 * Sees to it that all that is joined can be stored: what a record belongs to is made where it did not come back, so
 * that nothing that did is dropped; what can belong to nothing is let go of.
 */
export function mendReferences(records: Joined, tables: FileTables): void {
  const own = (name: string): Map<string, JoinedRecord> =>
    records.get(name) ?? new Map<string, JoinedRecord>();
  const reports = own('reports');
  const ids = new Set(reports.keys());
  const newest = [...ids].at(-1);
  for (const name of [
    'comment_threads',
    'bring_backs',
    'exports',
    'signed_revisions',
    'started_revisions',
  ]) {
    for (const [key, { record }] of own(name)) if (!ids.has(text(record, 'report'))) own(name).delete(key);
  }
  mendThreads(own('comment_threads'), own('comments'), newest);
  mendBringBacks(records, newest);
  const broughtBack = idsOf(own('bring_backs'));
  for (const name of ['marked_fields', 'suggestions']) {
    for (const [key, { record }] of own(name))
      if (!broughtBack.has(text(record, 'bring_back'))) own(name).delete(key);
  }
  const fields = idsOf(own('marked_fields'));
  for (const [key, each] of own('suggestions')) {
    const field = each.record['marked_field'];
    if (typeof field !== 'string' || fields.has(field)) continue;
    own('suggestions').set(key, { ...each, record: { ...each.record, marked_field: null } });
  }
  mendLinks(records, tables.get('initiative_links'));
  mendPhrases(own('phrases'));
  for (const each of reports.values()) mendSigned(each, own('signed_revisions'), reports);
}

function idsOf(records: ReadonlyMap<string, JoinedRecord>): Set<string> {
  return new Set([...records.values()].map(({ record }) => text(record, 'id')));
}

/** Comments whose thread did not come back stand on the report, each thread of its own. */
function mendThreads(
  threads: Map<string, JoinedRecord>,
  comments: ReadonlyMap<string, JoinedRecord>,
  report: string | undefined,
): void {
  const known = idsOf(threads);
  let number = Math.max(0, ...[...threads.values()].map(({ record }) => integer(record, 'number')));
  for (const { record } of comments.values()) {
    const id = text(record, 'thread');
    if (known.has(id) || report === undefined) continue;
    known.add(id);
    number += 1;
    const place = { initiative: '', field: '', quote: '', resolved_by: '', resolved_at: '' };
    const made: TableRecord = {
      ...{ number, id, report, ...place },
      ...{ created_by: text(record, 'author'), created_at: text(record, 'at'), source: '', source_id: '' },
    };
    threads.set(String(number), { record: made, origin: 'made' });
  }
}

/** Suggestions whose marked-up file did not come back stand under one without a name. */
function mendBringBacks(records: Joined, newest: string | undefined): void {
  const broughtBack = records.get('bring_backs') ?? new Map<string, JoinedRecord>();
  const known = idsOf(broughtBack);
  let number = Math.max(0, ...[...broughtBack.values()].map(({ record }) => integer(record, 'number')));
  for (const { record } of records.get('suggestions')?.values() ?? []) {
    const id = text(record, 'bring_back');
    const row = records.get('initiatives')?.get(text(record, 'initiative'))?.record;
    const report = row === undefined ? newest : text(row, 'report');
    if (known.has(id) || report === undefined) continue;
    known.add(id);
    number += 1;
    const made: TableRecord = {
      ...{ number, id, report, revision: 1, content_hash: '', form: 'report', file_name: '' },
      ...{ sha256: `lost-${id}`, brought_at: text(record, 'date'), brought_by: '' },
      ...{ row_order: '[]', unplaced: '[]' },
    };
    broughtBack.set(String(number), { record: made, origin: 'made' });
  }
}

/** A link of which only an index was read may stand there the wrong way round. */
function mendLinks(records: Joined, table: FileTable | undefined): void {
  const yearOf = (row: string): number | null => {
    const report = records.get('initiatives')?.get(row)?.record['report'];
    const heading = typeof report === 'string' ? records.get('reports')?.get(report)?.record : undefined;
    return heading === undefined ? null : integer(heading, 'fiscal_year');
  };
  const links = records.get('initiative_links') ?? new Map<string, JoinedRecord>();
  for (const [key, { record }] of links) {
    const [later, earlier] = [yearOf(text(record, 'initiative')), yearOf(text(record, 'earlier'))];
    const isTurned =
      later !== null && earlier !== null
        ? later <= earlier
        : links.get(text(record, 'earlier'))?.record['earlier'] === record['initiative'] &&
          table?.fits(record) !== true;
    if (isTurned) links.delete(key);
  }
}

function mendPhrases(phrases: Map<string, JoinedRecord>): void {
  const ordered = [...phrases].sort(
    ([, one], [, other]) => integer(one.record, 'position') - integer(other.record, 'position'),
  );
  ordered.forEach(([key, each], position) => {
    phrases.set(key, { ...each, record: { ...each.record, position } });
  });
}

/** A report counts as signed only where what was signed came back. */
function mendSigned(
  report: JoinedRecord,
  signed: ReadonlyMap<string, JoinedRecord>,
  reports: Map<string, JoinedRecord>,
): void {
  const { record } = report;
  if (record['state'] !== 'signed') return;
  const isThere = [...signed.values()].some(
    (each) => each.record['report'] === record['id'] && each.record['revision'] === record['revision'],
  );
  if (!isThere) reports.set(text(record, 'id'), { ...report, record: { ...record, state: 'draft' } });
}
