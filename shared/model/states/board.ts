import type { MissingPart } from '../completeness.ts';
import type { Initiative } from '../report.ts';
import { rowStateOf, rowStates, type RowState } from './standing.ts';

/** 進み具合: all sections and their rows at one look: what was handed in, returned, and what each row lacks. */

export interface BoardRow {
  readonly id: string;
  /** As it is printed, from 1. */
  readonly number: number;
  readonly title: string;
  readonly state: RowState;
  /** Why it was returned. */
  readonly reason: string | null;
  /** Why its part in the published declaration was opened. */
  readonly opened: string | null;
  readonly missing: readonly MissingPart[];
  /** Places about which sides differ. */
  readonly conflicts: number;
  /** Threads that are not resolved. */
  readonly comments: number;
}

export interface BoardSection {
  /** '' of rows that belong to no section. */
  readonly name: string;
  /** In the order of the report. */
  readonly rows: readonly BoardRow[];
  readonly counts: { readonly [state in RowState]: number };
  /** Rows that lack nothing. */
  readonly complete: number;
  readonly conflicts: number;
  readonly comments: number;
}

export interface BoardAsked {
  readonly rows: readonly Initiative[];
  readonly lacks: (row: Initiative) => readonly MissingPart[];
  /** By the row's identifier; null is the report as a whole, which is no section's. */
  readonly conflicts: ReadonlyMap<string | null, number>;
  readonly comments: ReadonlyMap<string | null, number>;
}

/** Sections in the order in which the report first names them. */
export function boardOf({ rows, lacks, conflicts, comments }: BoardAsked): BoardSection[] {
  const told = rows.map((row, at): BoardRow & { readonly section: string } => ({
    section: row.section,
    id: row.id,
    number: at + 1,
    title: row.title,
    state: rowStateOf(row),
    reason: row.standing?.reason ?? null,
    opened: row.standing?.opened ?? null,
    missing: lacks(row),
    conflicts: conflicts.get(row.id) ?? 0,
    comments: comments.get(row.id) ?? 0,
  }));
  return [...Map.groupBy(told, ({ section }) => section)].map(([name, ofSection]) => ({
    name,
    rows: ofSection.map(({ section: _section, ...row }) => row),
    counts: countsOf(ofSection),
    complete: ofSection.filter(({ missing }) => missing.length === 0).length,
    conflicts: sum(ofSection.map((row) => row.conflicts)),
    comments: sum(ofSection.map((row) => row.comments)),
  }));
}

/** How many there are of each; null stands for what belongs to the whole report. */
export function countBy<T>(
  items: readonly T[],
  rowOf: (item: T) => string | null,
): Map<string | null, number> {
  return new Map([...Map.groupBy(items, rowOf)].map(([row, of]) => [row, of.length]));
}

function countsOf(rows: readonly BoardRow[]): BoardSection['counts'] {
  const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
  return Object.fromEntries(rowStates.map((state) => [state, count(state)])) as BoardSection['counts'];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
