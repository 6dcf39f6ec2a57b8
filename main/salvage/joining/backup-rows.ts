import * as v from 'valibot';
import type { OwnsFields } from '../../../shared/model/fields/values.ts';
import {
  ownValuesSchema,
  verdicts,
  type Figure,
  type Initiative,
  type Verdict,
} from '../../../shared/model/report.ts';
import { integer, text, type BackupTables, type TableRecord } from './records.ts';

/** The rows of each report as a backup has them. A backup was read through: what stands in it is taken as it is. */
export function backupRows(backup: BackupTables): Map<string, Initiative[]> {
  const ordered = (name: string): TableRecord[] =>
    [...(backup.get(name)?.values() ?? [])].sort(
      (one, other) => integer(one, 'position') - integer(other, 'position'),
    );
  const by = (name: string, column: string) => Map.groupBy(ordered(name), (record) => text(record, column));
  const targets = by('targets', 'initiative');
  const outcomes = by('outcomes', 'initiative');
  const references = by('outcome_targets', 'outcome');
  const rowOf = (record: TableRecord): Initiative => {
    const id = text(record, 'id');
    return {
      id,
      title: text(record, 'title'),
      section: text(record, 'section'),
      pageBreakBefore: record['page_break_before'] === 1,
      declarationPageBreakBefore: record['declaration_page_break_before'] === 1,
      plan: listOf<string>(record, 'plan'),
      results: listOf<string>(record, 'results'),
      direction: listOf<string>(record, 'direction'),
      targets: (targets.get(id) ?? []).map((target) => ({
        id: text(target, 'id'),
        measure: text(target, 'measure'),
        note: text(target, 'note') || null,
        value: text(target, 'value') || null,
        verdict: verdictOf(text(target, 'verdict')),
        ...ownOf(target),
      })),
      outcomes: (outcomes.get(id) ?? []).map((outcome) => ({
        id: text(outcome, 'id'),
        statement: text(outcome, 'statement'),
        asOf: text(outcome, 'as_of') || null,
        figures: listOf<Figure>(outcome, 'figures'),
        targets: (references.get(text(outcome, 'id')) ?? []).map((each) => text(each, 'target')),
        ...ownOf(outcome),
      })),
      ...ownOf(record),
    };
  };
  return new Map([...by('initiatives', 'report')].map(([report, records]) => [report, records.map(rowOf)]));
}

/** A backup of before there were own fields has none. */
function ownOf(record: TableRecord): OwnsFields {
  const stored = record['own'];
  if (typeof stored !== 'string' || stored === '') return {};
  try {
    const own = v.safeParse(ownValuesSchema, JSON.parse(stored));
    return own.success ? { own: own.output } : {};
  } catch {
    return {};
  }
}

function verdictOf(word: string): Verdict | null {
  return verdicts.find((each) => each === word) ?? null;
}

function listOf<T>(record: TableRecord, column: string): T[] {
  try {
    const list = JSON.parse(text(record, column)) as unknown;
    return Array.isArray(list) ? (list as T[]) : [];
  } catch {
    return [];
  }
}
