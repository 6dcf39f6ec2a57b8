import type { OwnValues } from '../../../shared/model/fields/field.ts';
import { ownText } from '../../../shared/model/fields/values.ts';
import { verdicts } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import type { KnownPart, KnownRow, KnownRows } from './log-rows.ts';
import { textsIn } from './mended-lists.ts';
import {
  integer,
  text,
  type Candidate,
  type FileTable,
  type FileTables,
  type Joined,
  type Origin,
  type TableRecord,
} from './records.ts';
import type { StoredValue } from '../pages/shape.ts';

/** What came back of a report's rows. */
export interface JoinedRows {
  /** Records of `initiatives`, `targets`, `outcomes` and `outcome_targets`. */
  readonly records: Joined;
  readonly rows: readonly RowOutcome[];
}

/** What came back of a row. */
export interface RowOutcome {
  readonly id: string;
  /** Its number in the rescued report; null when the row is not there. */
  readonly number: number | null;
  readonly title: string;
  /** The least sure of all that it was put together from; `lost` when only its place is known. */
  readonly origin: Origin | 'lost';
  /** Columns of the row, its targets and outcomes that did not come back. */
  readonly missing: readonly string[];
}

/** What a report's rows are put together from. */
export interface RowSources {
  readonly report: string;
  readonly tables: FileTables;
  readonly log: KnownRows;
  /** Values that the log says stood in the fields of rows, targets and outcomes before, by identifier. */
  readonly earlier: ReadonlyMap<string, KnownPart<object>['earlier']>;
  /** Nothing is missing from the log: what it says last is what stood there last. */
  readonly isLogWhole: boolean;
  /** Rows, targets and outcomes that the log says were taken out and not put back. */
  readonly takenOut: ReadonlySet<string>;
  /** Rows that a backup had: what is known of them from there is told as such. */
  readonly backedUp: ReadonlySet<string>;
  /** Rows of this report, by all that is known. */
  readonly rows: ReadonlySet<string>;
  /** Targets and outcomes by the row that they belong to. */
  readonly targetsOf: ReadonlyMap<string, readonly Candidate[]>;
  readonly outcomesOf: ReadonlyMap<string, readonly Candidate[]>;
  /** References by their outcome. */
  readonly referencesOf: ReadonlyMap<string, readonly Candidate[]>;
}

/**
 * Puts a report's rows together: each record from the file where it is sure, else from what the log and the backup
 * say. A row whose own record is lost, and whose targets or outcomes are not, stands there with an empty heading.
 */
export function joinRows(sources: RowSources): JoinedRows {
  const { tables, log } = sources;
  const initiatives = tableOf(tables, 'initiatives');
  const records: Joined = new Map();
  for (const name of ['initiatives', 'targets', 'outcomes', 'outcome_targets'])
    records.set(name, new Map());
  const outcomes: RowOutcome[] = [];
  for (const { id, isLost } of inOrder(sources, initiatives)) {
    if (isLost) {
      const place = initiatives.partial.get(id)?.['position'];
      const number = typeof place === 'number' ? place + 1 : null;
      outcomes.push({ id, number, title: '', origin: 'lost', missing: ['all'] });
      continue;
    }
    const position = records.get('initiatives')?.size ?? 0;
    const row = joinRow(sources, id, position, log.rows.get(id), records);
    outcomes.push({ id, number: position + 1, ...row });
  }
  return { records, rows: outcomes };
}

/** The rows that the report has, in order. */
function inOrder(sources: RowSources, table: FileTable): { id: string; isLost: boolean }[] {
  const { log, isLogWhole, rows, takenOut, targetsOf, outcomesOf } = sources;
  // A page of another time still has a row that was taken out since, and a hash of then proves it.
  const isGone = (id: string): boolean => isLogWhole && log.takenOut.has(id);
  const known = new Map(log.order.map((id, place) => [id, place]));
  return [...rows]
    .filter((id) => !isGone(id) && isThere(table, id, takenOut))
    .map((id) => {
      const [best] = table.found.get(id) ?? [];
      const place = best?.record['position'] ?? table.partial.get(id)?.['position'] ?? known.get(id);
      const hasParts = targetsOf.has(id) || outcomesOf.has(id);
      const isLost = best === undefined && !hasParts && !log.rows.has(id);
      return { id, isLost, place: typeof place === 'number' ? place : Infinity };
    })
    .sort((one, other) => (one.place === other.place ? 0 : one.place - other.place));
}

/** Where what says which records there were does not agree, or is lost, the log decides. */
function isThere(
  { isWhole, live, doubted, found }: FileTable,
  id: string,
  takenOut: ReadonlySet<string>,
): boolean {
  if (isWhole) return found.has(id);
  if (found.get(id)?.[0].isProven === true) return true;
  if (live !== null && !doubted.has(id)) return live.has(id);
  return !takenOut.has(id);
}

function joinRow(
  sources: RowSources,
  id: string,
  position: number,
  known: KnownRow | undefined,
  records: Joined,
): Pick<RowOutcome, 'title' | 'origin' | 'missing'> {
  const { report, tables } = sources;
  const told = new Told(sources.backedUp.has(id));
  const row = joinPart(sources, tableOf(tables, 'initiatives'), id, known?.fields, rowColumns, told, {
    id,
    report,
    position,
  });
  put(records, 'initiatives', id, row, told);
  const title = text(row, 'title');
  const targets = partsOf(sources, 'targets', id, known);
  targets.forEach((target, place) => {
    const own = joinPart(
      sources,
      tableOf(tables, 'targets'),
      target,
      known?.targets.get(target),
      targetColumns,
      told,
      {
        id: target,
        initiative: id,
        position: place,
      },
    );
    put(records, 'targets', target, own, told);
  });
  partsOf(sources, 'outcomes', id, known).forEach((outcome, place) => {
    const part = known?.outcomes.get(outcome);
    const own = joinPart(sources, tableOf(tables, 'outcomes'), outcome, part, outcomeColumns, told, {
      id: outcome,
      initiative: id,
      position: place,
    });
    put(records, 'outcomes', outcome, own, told);
    referencesOf(sources, outcome, part?.known.targets ?? [])
      .filter((target) => targets.includes(target))
      .forEach((target, at) => {
        put(records, 'outcome_targets', `${outcome}/${target}`, { outcome, target, position: at }, told);
      });
  });
  return { title, origin: told.origin, missing: [...told.missing] };
}

function put(records: Joined, table: string, key: string, record: TableRecord, told: Told): void {
  records.get(table)?.set(key, { record, origin: told.origin });
}

/** What the parts of one row came from. */
class Told {
  readonly missing = new Set<string>();
  origin: Origin = 'file';
  readonly #isBackedUp: boolean;

  constructor(isBackedUp: boolean) {
    this.#isBackedUp = isBackedUp;
  }

  known(): void {
    if (this.origin === 'file') this.origin = this.#isBackedUp ? 'backup' : 'log';
  }

  lost(column: string): void {
    this.missing.add(column);
    this.origin = 'made';
  }
}

/** A column of a record, and where the model has its value. */
interface Column {
  readonly name: string;
  readonly field: string;
  stored(value: unknown): StoredValue;
  model(value: StoredValue): unknown;
  /** What stands for a value that did not come back, made of what is left of it. */
  mended(rest: StoredValue): StoredValue;
}

const plain = (name: string, field = name): Column => ({
  name,
  field,
  stored: (value) => (typeof value === 'string' ? value : ''),
  model: (value) => value,
  mended: (rest) => (typeof rest === 'string' ? rest : ''),
});
const optional = (name: string, field = name): Column => ({
  ...plain(name, field),
  model: (value) => (value === '' ? null : value),
});
const flag = (name: string, field: string): Column => ({
  name,
  field,
  stored: (value) => (value === true ? 1 : 0),
  model: (value) => value === 1,
  mended: () => 0,
});
const list = (name: string): Column => ({
  name,
  field: name,
  stored: (value) => JSON.stringify(value),
  model: parsed,
  mended: (rest) => JSON.stringify(textsIn(rest)),
});

const own: Column = {
  name: 'own',
  field: 'own',
  stored: (value) => ownText(value as OwnValues | undefined),
  model: (value) => (value === '' ? undefined : parsed(value)),
  // Which words were in which field is known from nothing else.
  mended: () => '',
};

const standing: Column = {
  name: 'standing',
  field: 'standing',
  stored: (value) => (value === undefined ? '' : JSON.stringify(value)),
  model: (value) => (value === '' ? undefined : parsed(value)),
  // A row whose state did not come back is a draft: whoever hands it in looks at it once more.
  mended: () => '',
};

const rowColumns: readonly Column[] = [
  plain('title'),
  plain('section'),
  flag('page_break_before', 'pageBreakBefore'),
  flag('declaration_page_break_before', 'declarationPageBreakBefore'),
  list('plan'),
  list('results'),
  list('direction'),
  own,
  standing,
];
const targetColumns: readonly Column[] = [
  plain('measure'),
  optional('note'),
  optional('value'),
  {
    ...optional('verdict'),
    mended: (rest) => (verdicts.some((each) => each === rest) ? rest : ''),
  },
  own,
];
const outcomeColumns: readonly Column[] = [
  plain('statement'),
  optional('as_of', 'asOf'),
  {
    ...list('figures'),
    mended: (rest) => JSON.stringify(textsIn(rest).map((value) => ({ label: null, value }))),
  },
  own,
];

function parsed(value: StoredValue): unknown {
  try {
    return JSON.parse(typeof value === 'string' ? value : '');
  } catch {
    return undefined;
  }
}

/** `place`: the columns that say where the record belongs. */
function joinPart(
  sources: Pick<RowSources, 'earlier' | 'isLogWhole'>,
  table: FileTable,
  id: string,
  known: KnownPart<object> | undefined,
  columns: readonly Column[],
  told: Told,
  place: TableRecord,
): TableRecord {
  const candidates = table.found.get(id) ?? [];
  const [best] = candidates;
  const fields = new Map<string, unknown>(Object.entries(known?.known ?? {}));
  const byLog = Object.fromEntries(
    columns.flatMap(({ name, field, stored }) =>
      fields.has(field) ? [[name, stored(fields.get(field))]] : [],
    ),
  );
  const isOld = ({ name, field, model }: Column): boolean => {
    const own = best?.record[name] ?? null;
    const past = sources.earlier.get(id)?.get(field) ?? [];
    return byLog[name] !== own && past.some((value) => sameValue(value, model(own)));
  };
  // A hash proves that it was stored, and not that nothing was stored after it: its page may be from another time, too.
  const isOutdated =
    sources.isLogWhole && columns.some((column) => byLog[column.name] !== undefined && isOld(column));
  if (best?.isProven === true && !isOutdated) return { ...best.record, ...place };
  // The file's record with what the log says of it, all of it or field by field, is proven where its hash fits.
  for (const candidate of isOutdated ? [] : candidates) {
    for (const changed of variants(byLog)) {
      const record = { ...candidate.record, ...changed };
      if (table.fits(record) !== true) continue;
      told.known();
      return { ...record, ...place };
    }
  }
  const isSure = best?.standing === 'tree' || known === undefined;
  const record: Record<string, StoredValue> = { ...place };
  for (const column of columns) {
    const own = best?.record[column.name];
    const isOwn = own !== undefined && best?.doubtful.includes(column.name) !== true;
    const logged = byLog[column.name];
    if (isOwn && (logged === undefined || logged === own || (isSure && !isOld(column)))) {
      record[column.name] = own;
    } else if (logged !== undefined) {
      record[column.name] = logged;
      told.known();
    } else {
      record[column.name] = column.mended(own ?? null);
      told.lost(column.name);
    }
  }
  return best === undefined ? record : { ...best.record, ...record };
}

/** Every choice of a few columns; with many, each alone and all together. */
function* variants(columns: TableRecord): Generator<TableRecord> {
  const names = Object.keys(columns);
  const choices = 2 ** Math.min(names.length, 7);
  for (let choice = 1; choice < choices; choice += 1) {
    yield Object.fromEntries(
      names.filter((_, at) => (choice >> at) & 1).map((name) => [name, columns[name] ?? null]),
    );
  }
}

/** The targets or outcomes of a row, in order: as the file has them, else as the log has. */
function partsOf(
  { tables, takenOut, targetsOf, outcomesOf }: RowSources,
  name: 'targets' | 'outcomes',
  row: string,
  known: KnownRow | undefined,
): string[] {
  const table = tableOf(tables, name);
  const found = (name === 'targets' ? targetsOf : outcomesOf).get(row) ?? [];
  const logged = [...((name === 'targets' ? known?.targets : known?.outcomes)?.keys() ?? [])];
  const places = new Map(logged.map((id, at) => [id, at]));
  for (const [id, { initiative, position }] of table.partial) {
    if (initiative === row && typeof position === 'number') places.set(id, position);
  }
  for (const { record } of found) places.set(text(record, 'id'), integer(record, 'position'));
  const ids = new Set([...found.map(({ record }) => text(record, 'id')), ...logged]);
  return [...ids]
    .filter((id) => isThere(table, id, takenOut))
    .sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

function referencesOf(sources: RowSources, outcome: string, logged: readonly string[]): string[] {
  const table = tableOf(sources.tables, 'outcome_targets');
  const own = [...(sources.referencesOf.get(outcome) ?? [])]
    .sort((one, other) => integer(one.record, 'position') - integer(other.record, 'position'))
    .map(({ record }) => text(record, 'target'));
  if (table.isWhole) return own;
  return [...new Set([...own, ...logged])].filter((target) => {
    const key = `${outcome}/${target}`;
    if (table.doubted.has(key) && logged.length > 0) return logged.includes(target);
    return table.live?.has(key) !== false;
  });
}

function tableOf(tables: FileTables, name: string): FileTable {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}
