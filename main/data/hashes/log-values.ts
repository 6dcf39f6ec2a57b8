import type { Database } from 'better-sqlite3';
import { logWords, type LogWords } from '../../domain/log-words.ts';
import type { Edit } from '../../../shared/model/edits.ts';
import { summarise } from '../log/step-summary.ts';
import type { OwnValues } from '../../../shared/model/fields/field.ts';
import { ownText } from '../../../shared/model/fields/values.ts';
import { kindBefore } from '../../../shared/model/fields/called-now.ts';
import { editOf } from '../reports/stored-json.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import type { StoredValue } from './record-hash.ts';
import type { StoredRecord } from './stored-record.ts';

/** What the log says that a record holds: values by column. A column of which it says nothing is absent. */
export type LoggedValues = Readonly<Partial<Record<string, StoredValue>>>;

/** Reads off the log what records of a library hold. What it says is not proved (prove-record.ts does that). */
export interface LogReader {
  /** What it says now, then what it said some steps before, latest first. */
  valuesOf(record: RecordOfReport): readonly LoggedValues[];
}

type RecordOfReport = Pick<StoredRecord, 'table' | 'key' | 'values'>;

/** Steps that are gone back: what was saved beside a text since it was damaged. */
const stepsBack = 8;

interface LoggedStep {
  readonly sequence: number;
  readonly at: string;
  readonly edits: Edit[];
}

/**
 * `isTrusted` says of an edit, by its key, whether it may be listened to. What is read is kept: for one look at a
 * library that does not change meanwhile. Throws SqliteError.
 */
export function logReader(database: Database, isTrusted: (edit: string) => boolean): LogReader {
  const reportOfRow = database
    .prepare<[StoredValue], string>('SELECT report FROM initiatives WHERE id = ?')
    .pluck();
  const stepsOf = database.prepare<[string], { number: number; sequence: number; at: string }>(
    'SELECT number, sequence, at FROM steps WHERE report = ? ORDER BY sequence',
  );
  const editsOf = database.prepare<[number | string], { position: number; edit: string }>(
    'SELECT position, edit FROM edits WHERE step = ? ORDER BY position',
  );
  const known = new Map<string, readonly { step: LoggedStep | undefined; words: LogWords }[]>();

  const readSteps = (report: string): LoggedStep[] =>
    stepsOf.all(report).map(({ number, sequence, at }) => {
      const trusted = editsOf.all(number).filter(({ position }) => isTrusted(`${number}/${position}`));
      return { sequence, at, edits: readable(trusted) };
    });
  /** The log's words after the last step, and after each of some steps before it. */
  const pastsOf = (report: string): readonly { step: LoggedStep | undefined; words: LogWords }[] => {
    const read = known.get(report);
    if (read !== undefined) return read;
    const steps = readSteps(report);
    const pasts = Array.from({ length: Math.min(stepsBack, steps.length) + 1 }, (_, back) => {
      const until = steps.slice(0, steps.length - back);
      return { step: until.at(-1), words: logWords(until.flatMap(({ edits }) => edits)) };
    });
    known.set(report, pasts);
    return pasts;
  };

  return {
    valuesOf: (record) => {
      const report = reportOf(record);
      if (record.table.name === 'steps') return summariesOf(readable(editsOf.all(record.key)));
      if (report === undefined) return [];
      return pastsOf(report).map(({ step, words }) => ({
        ...loggedNow(record, words),
        ...(step === undefined || record.table.name !== 'reports'
          ? {}
          : { sequence: step.sequence, changed_at: step.at }),
      }));
    },
  };

  function reportOf({ table, key, values }: RecordOfReport): string | undefined {
    const of = (column: string): StoredValue => values[table.columns.indexOf(column)] ?? null;
    switch (table.name) {
      case 'reports':
        return key;
      case 'initiatives':
        return reportOfRow.get(of('id'));
      case 'targets':
      case 'outcomes':
        return reportOfRow.get(of('initiative'));
      default:
        return undefined;
    }
  }
}

/** What a report's log says that a record of it holds. */
export function loggedNow({ table, key, values }: RecordOfReport, words: LogWords): LoggedValues {
  const rowOf = (column: string) => {
    const row = values[table.columns.indexOf(column)];
    return typeof row === 'string' ? words.rows.get(row) : undefined;
  };
  switch (table.name) {
    case 'reports':
      return columnsOf(words.heading);
    case 'initiatives':
      return columnsOf(rowOf('id')?.fields ?? {});
    case 'targets':
      return columnsOf(rowOf('initiative')?.targets.get(key) ?? {});
    case 'outcomes': {
      const { targets: _targets, ...fields } = rowOf('initiative')?.outcomes.get(key) ?? {};
      return columnsOf(fields);
    }
    default:
      return {};
  }
}

/** What a step says of its edits: as it is written now, and as it was before deeds said whose field they set. */
function summariesOf(edits: readonly Edit[]): LoggedValues[] {
  const { kinds, field, initiative } = summarise(edits);
  if (kinds.length === 0) return [];
  const before = new Set(edits.map(kindBefore));
  return [kinds, [...before]].map((deeds) => ({ edit_kinds: JSON.stringify(deeds), field, initiative }));
}

function readable(edits: readonly { readonly edit: string }[]): Edit[] {
  return edits.flatMap(({ edit: json }) => {
    try {
      return [editOf(json)];
    } catch (error) {
      if (error instanceof DamagedContent) return [];
      throw error;
    }
  });
}

/** As columns are called, and as values are stored in them: an absent text is '', a list is JSON, a yes is 1. */
function columnsOf(fields: object): LoggedValues {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]: [string, unknown]) => [
      columnOf(field),
      field === 'own' ? ownText(value as OwnValues | undefined) : storedOf(value),
    ]),
  );
}

function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function storedOf(value: unknown): StoredValue {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
