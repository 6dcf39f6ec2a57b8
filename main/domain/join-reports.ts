import {
  headingParts,
  type Initiative,
  type Report,
  type ReportHeading,
  pageBreakKeys,
} from '../../shared/model/report.ts';
import type { RowField } from '../../shared/model/fields/built-in-fields.ts';
import { joinRow, type Mentions } from './join-row.ts';
import { isBlankRow } from './row-likeness.ts';
import { stageTakenIn } from './stage-taken-in.ts';

/** A report that comes in from a file, its parts identified with the stored ones (identify.ts). */
export interface IncomingReport {
  readonly report: Report;
  readonly mentions: Mentions;
  /** Parts of the heading that the file does not say. */
  readonly unsaid: readonly (keyof ReportHeading)[];
}

/** What a person decided about it. */
export interface JoinChoice {
  /** Rows of the file that are not taken in, by their place in it, from 1. */
  readonly omitted: ReadonlySet<number>;
  /** Rows that the file does not mention and that go, by identifier; `all` of them. */
  readonly removed: ReadonlySet<string> | 'all';
  /** What stands empty in the file empties what is stored. */
  readonly empties: boolean;
}

/** Everything of the file is taken in, and nothing that it does not bring is taken away. */
export const keepEverything: JoinChoice = { omitted: new Set(), removed: new Set(), empties: false };

/** What the file does to one row. */
export interface JoinedRow {
  /** `unmentioned`: the file does not speak of it. */
  readonly kind: 'added' | 'updated' | 'same' | 'unmentioned';
  /** Place in the file, from 1; null where it is not mentioned. */
  readonly place: number | null;
  /** As it is stored; null for one that is added. */
  readonly before: Initiative | null;
  /** As the file would have it; null where it is not mentioned. */
  readonly after: Initiative | null;
  readonly changed: readonly RowField[];
  /** Fields that are empty in the file, and keep what is stored. */
  readonly kept: readonly RowField[];
  /** The choice lets it happen: the row is taken in, or goes. */
  readonly done: boolean;
}

export interface JoinedReport {
  readonly report: Report;
  /** Those of the file in its order, then those that it does not mention in theirs. */
  readonly rows: readonly JoinedRow[];
  /** Parts of the heading that the file changes. */
  readonly heading: readonly (keyof ReportHeading)[];
  /** The rows that stay change places. */
  readonly reordered: boolean;
}

/**
 * Brings a report up to what comes in, row by row; without one, what comes in is a new report.
 *
 * The stored order stays, and a new row stands behind the one that it follows in the file; where the file has
 * every row that stays, its order is the newer one.
 */
export function joinReports(
  existing: Report | null,
  { report: incoming, mentions, unsaid }: IncomingReport,
  { omitted, removed, empties }: JoinChoice,
): JoinedReport {
  const stored = existing ?? { ...incoming, initiatives: [] };
  const before = new Map(stored.initiatives.map((row) => [row.id, row]));
  const ofFile = incoming.initiatives.flatMap((row, at): JoinedRow[] => {
    const place = at + 1;
    const old = before.get(row.id);
    const done = !omitted.has(place);
    if (old === undefined) {
      // Beside rows that stay an empty one is no row, but a line that nobody filled in.
      if (before.size > 0 && removed !== 'all' && isBlankRow(row)) return [];
      return [{ kind: 'added', place, before: null, after: row, changed: [], kept: [], done }];
    }
    const joined = joinRow(old, row, mentions, empties);
    const { changed, kept } = joined;
    const isSame =
      changed.length === 0 && Object.values(pageBreakKeys).every((key) => joined.row[key] === old[key]);
    return [
      { kind: isSame ? 'same' : 'updated', place, before: old, after: joined.row, changed, kept, done },
    ];
  });
  const mentioned = new Set(ofFile.flatMap(({ before: old }) => (old === null ? [] : [old.id])));
  const unmentioned = stored.initiatives
    .filter(({ id }) => !mentioned.has(id))
    .map((row): JoinedRow => ({
      kind: 'unmentioned',
      place: null,
      before: row,
      after: null,
      changed: [],
      kept: [],
      done: removed === 'all' || removed.has(row.id),
    }));

  const now = new Map(ofFile.flatMap(({ before: old, after, done }) => rowNow(old, after, done)));
  const fileOrder = [...now.keys()];
  const gone = new Set(
    unmentioned.flatMap(({ before: row, done }) => (done && row !== null ? [row.id] : [])),
  );
  const staying = stored.initiatives.map(({ id }) => id).filter((id) => !gone.has(id));
  const order = staying.every((id) => now.has(id)) ? fileOrder : placedBehind(staying, fileOrder);
  const heading = headingParts.filter(
    (part) => !unsaid.includes(part) && incoming[part] !== '' && incoming[part] !== stored[part],
  );
  const report: Report = {
    ...stored,
    ...Object.fromEntries(heading.map((part) => [part, incoming[part]])),
    stage: incoming.stage,
    ...formTakenIn(existing, incoming, removed === 'all'),
    initiatives: order.flatMap((id) => now.get(id) ?? before.get(id) ?? []),
  };
  return {
    report: existing === null ? report : { ...report, stage: stageTakenIn(existing, report) },
    rows: [...ofFile, ...unmentioned],
    heading,
    reordered: isReordered(staying, order),
  };
}

/** A report stays in its form. A file brings its own where the report has none yet, or is to be as the file is. */
function formTakenIn(existing: Report | null, incoming: Report, isReplaced: boolean): Pick<Report, 'form'> {
  const form = isReplaced ? (incoming.form ?? existing?.form) : (existing?.form ?? incoming.form);
  return form === undefined ? {} : { form };
}

/** A row of the file as it is in the report from now on, under its identifier; none when it is left out. */
function rowNow(
  before: Initiative | null,
  after: Initiative | null,
  done: boolean,
): (readonly [string, Initiative])[] {
  const row = done ? after : before;
  return row === null ? [] : [[row.id, row]];
}

/** The order with the rows that are new to it, each behind the one that it follows in the file; else before the first. */
function placedBehind(order: readonly string[], fileOrder: readonly string[]): string[] {
  const known = new Set(order);
  const followers = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of fileOrder) {
    if (known.has(id)) {
      last = id;
      continue;
    }
    const behind = followers.get(last) ?? [];
    followers.set(last, behind);
    behind.push(id);
  }
  const first = fileOrder.find((id) => known.has(id));
  const leading = followers.get(null) ?? [];
  return [
    ...order.flatMap((id) => [...(id === first ? leading : []), id, ...(followers.get(id) ?? [])]),
    ...(first === undefined ? leading : []),
  ];
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const staying = new Set(before);
  return after.filter((id) => staying.has(id)).some((id, at) => id !== before[at]);
}
