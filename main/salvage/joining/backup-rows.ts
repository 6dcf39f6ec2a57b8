import { rowStandingSchema } from '../../../shared/model/states/standing.ts';
import * as v from 'valibot';
import type { OwnsFields } from '../../../shared/model/fields/values.ts';
import {
  ownValuesSchema,
  verdicts,
  figureSchema,
  type Figure,
  type Verdict,
} from '../../../shared/model/report.ts';
import type { BaseRow } from './log-rows.ts';
import { integer, text, type BackupTables, type TableRecord } from './records.ts';

/**
 * The rows of each report as a backup has them. What stands in it is taken as it is, but for a list that is none: a backup
 * may have been made of what was damaged, and holds that then.
 */
export function backupRows(backup: BackupTables): Map<string, BaseRow[]> {
  const ordered = (name: string): TableRecord[] =>
    [...(backup.get(name)?.values() ?? [])].sort(
      (one, other) => integer(one, 'position') - integer(other, 'position'),
    );
  const by = (name: string, column: string) => Map.groupBy(ordered(name), (record) => text(record, column));
  const targets = by('targets', 'initiative');
  const outcomes = by('outcomes', 'initiative');
  const references = by('outcome_targets', 'outcome');
  const rowOf = (record: TableRecord): BaseRow => {
    const id = text(record, 'id');
    return {
      id,
      title: text(record, 'title'),
      section: text(record, 'section'),
      pageBreakBefore: record['page_break_before'] === 1,
      declarationPageBreakBefore: record['declaration_page_break_before'] === 1,
      ...listIn(record, 'plan', isText),
      ...listIn(record, 'results', isText),
      ...listIn(record, 'direction', isText),
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
        ...listIn(outcome, 'figures', isFigure),
        targets: (references.get(text(outcome, 'id')) ?? []).map((each) => text(each, 'target')),
        ...ownOf(outcome),
      })),
      ...ownOf(record),
      ...standingOf(record),
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

/** A backup of before rows had states has none. */
function standingOf(record: TableRecord): Pick<BaseRow, 'standing'> {
  const stored = record['standing'];
  if (typeof stored !== 'string' || stored === '') return {};
  try {
    const standing = v.safeParse(rowStandingSchema, JSON.parse(stored));
    return standing.success ? { standing: standing.output } : {};
  } catch {
    return {};
  }
}

function verdictOf(word: string): Verdict | null {
  return verdicts.find((each) => each === word) ?? null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFigure = (value: unknown): value is Figure => v.is(figureSchema, value);

/** A list by the name of its column; nothing where it can't be read as one. */
function listIn<N extends string, T>(
  record: TableRecord,
  column: N,
  isItem: (value: unknown) => value is T,
): { readonly [name in N]?: readonly T[] } {
  try {
    const list = JSON.parse(text(record, column)) as unknown;
    if (Array.isArray(list) && list.every(isItem)) return { [column]: list } as { [name in N]: T[] };
  } catch {
    // It is no JSON either.
  }
  return {};
}
