import type { Initiative } from '../../../shared/model/report.ts';
import { initiativeReader } from './read-initiatives.ts';
import type { StoreAccess } from '../store-access.ts';

/** What tells a row from the others of its report, without its content. */
export interface RowHeading {
  readonly id: string;
  readonly title: string;
  readonly section: string;
}

/** Rows of reports, read one at a time. */
export interface RowStore {
  /** In order; empty for a report that is not there. */
  headings(report: string): RowHeading[];
  one(report: string, id: string): Initiative | undefined;
}

export function rowStore({ database, reading }: StoreAccess): RowStore {
  const rows = initiativeReader(database);
  const headings = database.prepare<[string], RowHeading>(
    'SELECT id, title, section FROM initiatives WHERE report = ? ORDER BY position',
  );
  return {
    headings: (report) => reading(() => headings.all(report)),
    one: (report, id) => reading(() => rows.one(report, id)),
  };
}
