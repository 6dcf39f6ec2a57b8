import { initiativeOf } from '../../../shared/model/edits.ts';
import { backupRows } from './backup-rows.ts';
import { joinHeading } from './join-heading.ts';
import { joinLog, type JoinedLog, type JoinedStep, writtenEdit } from './join-log.ts';
import { joinRows, type RowOutcome, type RowSources } from './join-rows.ts';
import { joinTable } from './join-tables.ts';
import { rowsByLog, type KnownRows, type BaseRow } from './log-rows.ts';
import { mendReferences } from './mend-references.ts';
import {
  integer,
  text,
  type BackupTables,
  type Candidate,
  type FileTable,
  type FileTables,
  type Joined,
  type JoinedRecord,
  type TableRecord,
} from './records.ts';

/** What came back of one report. */
export interface ReportOutcome {
  readonly id: string;
  readonly heading: TableRecord;
  readonly rows: readonly RowOutcome[];
  readonly steps: number;
  /** Steps that did not come back in full, by their sequence. */
  readonly holes: readonly number[];
}

/** A library put together again. */
export interface JoinedLibrary {
  /** Every record of every table, consistent in itself. */
  readonly records: Joined;
  readonly reports: readonly ReportOutcome[];
  /** Records known to have been there that did not come back, by table. */
  readonly lost: ReadonlyMap<string, number>;
}

const contentTables = [
  'reports',
  'initiatives',
  'targets',
  'outcomes',
  'outcome_targets',
  'steps',
  'edits',
];

/**
 * Puts a library together from what was read of its file and from a backup of it, empty for none.
 *
 * Whatever comes out can be stored: references lead somewhere, places and steps count without gaps.
 */
export function joinLibrary(tables: FileTables, backup: BackupTables): JoinedLibrary {
  const records: Joined = new Map();
  for (const [name, table] of tables) records.set(name, joinTable(table, backup));
  const log = logOf(tables, records);
  const steps = flatSteps(log);
  records.set('steps', steps.steps);
  records.set('edits', steps.edits);
  const reports = joinReports(tables, backup, records, log);
  mendReferences(records, tables);
  return { records, reports, lost: lostOf(tables, records) };
}

function logOf(tables: FileTables, records: Joined): JoinedLog {
  const lengths = new Map(
    [...of(records, 'reports').values()].map(({ record }) => [
      text(record, 'id'),
      integer(record, 'sequence'),
    ]),
  );
  return joinLog(
    tableIn(tables, 'steps'),
    tableIn(tables, 'edits'),
    of(records, 'steps'),
    of(records, 'edits'),
    lengths,
  );
}

/** The log as records; `edits` are numbered anew within their step. */
function flatSteps({ reports }: JoinedLog): {
  steps: Map<string, JoinedRecord>;
  edits: Map<string, JoinedRecord>;
} {
  const steps = new Map<string, JoinedRecord>();
  const edits = new Map<string, JoinedRecord>();
  for (const { record, edits: own, origin } of [...reports.values()].flat()) {
    const step = integer(record, 'number');
    steps.set(String(step), { record, origin });
    own.forEach((edit, position) => {
      const initiative = initiativeOf(edit) ?? '';
      edits.set(`${step}/${position}`, {
        record: { step, position, initiative, ...writtenEdit(edit) },
        origin,
      });
    });
  }
  return { steps, edits };
}

function joinReports(
  tables: FileTables,
  backup: BackupTables,
  records: Joined,
  log: JoinedLog,
): ReportOutcome[] {
  const places = placesOf(tables, backup, log);
  const backed = backupRows(backup);
  for (const name of ['initiatives', 'targets', 'outcomes', 'outcome_targets'])
    records.set(name, new Map());
  const known = new Set([...of(records, 'reports').keys(), ...log.reports.keys(), ...places.rowsOf.keys()]);
  return [...known]
    .filter((id) => id !== '')
    .map((id) => joinReport(id, { tables, backup, records, log, places, backed }));
}

interface Whole {
  readonly tables: FileTables;
  readonly backup: BackupTables;
  readonly records: Joined;
  readonly log: JoinedLog;
  readonly places: Places;
  readonly backed: ReadonlyMap<string, readonly BaseRow[]>;
}

function joinReport(id: string, whole: Whole): ReportOutcome {
  const { tables, backup, records, log, places } = whole;
  const steps = log.reports.get(id) ?? [];
  const base = whole.backed.get(id) ?? [];
  const from = integer(backup.get('reports')?.get(id) ?? {}, 'sequence');
  const since = rowsByLog(base, editsAfter(steps, from));
  const always = rowsByLog([], editsAfter(steps, 0));
  const backedUp = new Set(idsIn(base));
  const takenOut = [...goneBy(since), ...goneBy(always).filter((each) => !backedUp.has(each))];
  const sources: RowSources = {
    ...{ report: id, tables, log: since, rows: places.rowsOf.get(id) ?? new Set() },
    ...{ backedUp, takenOut: new Set(takenOut), earlier: earlierBy(always) },
    isLogWhole: isWholeLog(steps, tableIn(tables, 'reports').found.get(id)?.[0]),
    targetsOf: places.targetsOf,
    outcomesOf: places.outcomesOf,
    referencesOf: places.referencesOf,
  };
  const joined = joinRows(sources);
  for (const [name, own] of joined.records) for (const [key, each] of own) of(records, name).set(key, each);
  const heading = joinHeading(id, whole, always.heading, steps.length);
  of(records, 'reports').set(id, heading);
  return {
    id,
    heading: heading.record,
    rows: joined.rows,
    steps: steps.length,
    holes: steps.filter(({ isHole }) => isHole).map(({ record }) => integer(record, 'sequence')),
  };
}

/** Rows, their targets and their outcomes. */
const idsIn = (rows: readonly BaseRow[]): string[] =>
  rows.flatMap(({ id, targets, outcomes }) => [id, ...[...targets, ...outcomes].map((part) => part.id)]);

const goneBy = ({ takenOut, rows }: KnownRows): string[] => [
  ...takenOut,
  ...[...rows.values()].flatMap((row) => [...row.takenOut]),
];

function earlierBy({ rows }: KnownRows): RowSources['earlier'] {
  return new Map(
    [...rows.values()].flatMap(({ id, fields, targets, outcomes }) => [
      [id, fields.earlier] as const,
      ...[...targets, ...outcomes].map(([part, { earlier }]) => [part, earlier] as const),
    ]),
  );
}

/** The report itself, in another page, says that it is as far as its log. */
function isWholeLog(steps: readonly JoinedStep[], report: Candidate | undefined): boolean {
  const isAsFar = report !== undefined && integer(report.record, 'sequence') === steps.length;
  return isAsFar && steps.every(({ isHole }) => !isHole);
}

const editsAfter = (steps: readonly JoinedStep[], sequence: number) =>
  steps.slice(sequence).flatMap(({ edits }) => edits);

/** Where rows and their parts belong, by all that says so. */
interface Places {
  readonly rowsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly targetsOf: ReadonlyMap<string, readonly Candidate[]>;
  readonly outcomesOf: ReadonlyMap<string, readonly Candidate[]>;
  readonly referencesOf: ReadonlyMap<string, readonly Candidate[]>;
}

function placesOf(tables: FileTables, backup: BackupTables, log: JoinedLog): Places {
  const reportOf = new Map<string, string>();
  const say = (row: string, report: string): void => {
    if (row !== '' && report !== '' && !reportOf.has(row)) reportOf.set(row, report);
  };
  const initiatives = tableIn(tables, 'initiatives');
  for (const [id, [best]] of initiatives.found) say(id, text(best.record, 'report'));
  for (const [report, steps] of log.reports) {
    for (const { record } of flatSteps({ reports: new Map([[report, steps]]) }).edits.values())
      say(text(record, 'initiative'), report);
  }
  for (const [id, record] of initiatives.partial) say(id, text(record, 'report'));
  for (const [id, record] of backup.get('initiatives') ?? []) say(id, text(record, 'report'));
  const targetsOf = bests(tableIn(tables, 'targets'), 'initiative');
  const outcomesOf = bests(tableIn(tables, 'outcomes'), 'initiative');
  // Parts of a row of which nothing else is known stand in the report that was made last.
  const newest = [...tableIn(tables, 'reports').found.keys(), ...log.reports.keys()].at(-1) ?? '';
  for (const row of [...targetsOf.keys(), ...outcomesOf.keys()]) say(row, newest);
  const rowsOf = new Map<string, Set<string>>();
  for (const [row, report] of reportOf) rowsOf.set(report, (rowsOf.get(report) ?? new Set()).add(row));
  return {
    rowsOf,
    targetsOf,
    outcomesOf,
    referencesOf: bests(tableIn(tables, 'outcome_targets'), 'outcome'),
  };
}

function bests(table: FileTable, column: string): Map<string, Candidate[]> {
  const all = [...table.found.values()].map(([best]) => best);
  return Map.groupBy(all, ({ record }) => text(record, column));
}

/** Records that an index, a hash or a gap says were there. */
function lostOf(tables: FileTables, records: Joined): Map<string, number> {
  const lost = new Map<string, number>();
  for (const [name, { live }] of tables) {
    if (live === null || contentTables.includes(name)) continue;
    const missing = [...live].filter((key) => !of(records, name).has(key)).length;
    if (missing > 0) lost.set(name, missing);
  }
  return lost;
}

export function of(records: Joined, name: string): Map<string, JoinedRecord> {
  const own = records.get(name) ?? new Map<string, JoinedRecord>();
  records.set(name, own);
  return own;
}

function tableIn(tables: FileTables, name: string): FileTable {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}
