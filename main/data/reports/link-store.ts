import type { LibraryFailure, LinkFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { StoreAccess } from '../store-access.ts';

/** A row of an earlier year, where it stands now. */
export interface EarlierPlace {
  readonly report: string;
  readonly id: string;
  readonly yearLabel: string;
  /** Its number in the report, from 1. */
  readonly number: number;
  readonly title: string;
  readonly section: string;
}

/** What a person said that a row goes on from; null: from none. */
export interface ConfirmedLink {
  readonly initiative: string;
  readonly earlier: EarlierPlace | null;
}

export type LinkResult = Result<void, LinkFailure | WriteFailure | LibraryFailure>;

/**
 * Which row each row goes on from, as persons confirmed it. Links are no steps: undo passes them over.
 *
 * A link whose earlier row is gone, or stands in the bin, is as none until that row is back.
 */
export interface LinkStore {
  of(report: string): ConfirmedLink[];
  one(initiative: string): ConfirmedLink | undefined;
  /**
   * Stores all of them or none; what a row went on from before is replaced.
   *
   * Both rows must stand in the library, the earlier one in a report of an earlier fiscal year.
   */
  confirm(links: readonly { readonly initiative: string; readonly earlier: string | null }[]): LinkResult;
  /** Does nothing to a row without a link. */
  remove(initiative: string): LinkResult;
}

interface LinkRecord {
  initiative: string;
  /** '' where the row goes on from none. */
  earlier: string;
  report: string | null;
  year_label: string;
  position: number;
  title: string;
  section: string;
}

export function linkStore({ database, reading, storing }: StoreAccess): LinkStore {
  const columns = `
    SELECT l.initiative, l.earlier, e.report, r.year_label, e.position, e.title, e.section
    FROM initiative_links l
    LEFT JOIN initiatives e ON e.id = l.earlier
    LEFT JOIN reports r ON r.id = e.report AND r.removed_at = ''`;
  const stands = "(l.earlier = '' OR r.id IS NOT NULL)";
  const ofReport = database.prepare<[string], LinkRecord>(
    `${columns} JOIN initiatives i ON i.id = l.initiative WHERE i.report = ? AND ${stands}`,
  );
  const one = database.prepare<[string], LinkRecord>(`${columns} WHERE l.initiative = ? AND ${stands}`);
  const fiscalYear = database
    .prepare<[string], number>(
      `SELECT r.fiscal_year FROM initiatives i JOIN reports r ON r.id = i.report
      WHERE i.id = ? AND r.removed_at = ''`,
    )
    .pluck();
  const store = database.prepare(`
    INSERT INTO initiative_links (initiative, earlier) VALUES (?, ?)
    ON CONFLICT (initiative) DO UPDATE SET earlier = excluded.earlier`);
  const remove = database.prepare('DELETE FROM initiative_links WHERE initiative = ?');

  /** Why the two can't be linked; null when they can. */
  const refusal = (initiative: string, earlier: string | null): LinkFailure['why'] | null => {
    const year = fiscalYear.get(initiative);
    if (year === undefined) return 'row-missing';
    if (earlier === null) return null;
    const yearBefore = fiscalYear.get(earlier);
    if (yearBefore === undefined) return 'row-missing';
    return yearBefore < year ? null : 'not-an-earlier-year';
  };

  return {
    of: (report) => reading(() => ofReport.all(report).map(linkOf)),
    one: (initiative) =>
      reading(() => {
        const record = one.get(initiative);
        return record === undefined ? undefined : linkOf(record);
      }),
    confirm: (links) =>
      storing<void, LinkFailure>(() => {
        for (const { initiative, earlier } of links) {
          const why = refusal(initiative, earlier);
          if (why !== null) return failed({ code: 'link-refused', initiative, why });
          store.run(initiative, earlier ?? '');
        }
        return success(undefined);
      }),
    remove: (initiative) =>
      storing(() => {
        remove.run(initiative);
        return success(undefined);
      }),
  };
}

function linkOf({ initiative, earlier, report, position, title, section, year_label }: LinkRecord) {
  return {
    initiative,
    earlier:
      report === null
        ? null
        : { report, id: earlier, yearLabel: year_label, number: position + 1, title, section },
  };
}
