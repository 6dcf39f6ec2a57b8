import type { HistoryEntry } from '../../../shared/contract/history-requests.ts';
import type { ReportFailure } from '../../../shared/failure.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { kindsBefore } from '../../../shared/model/fields/called-now.ts';
import type { FieldOwner } from '../../../shared/model/fields/field.ts';
import type { StepKind } from './step-log.ts';
import type { StoreAccess } from '../store-access.ts';
import { causeOf, editOf } from '../reports/stored-json.ts';

/** Edits of one step that are listed; an import may have 50,000. */
const mostEdits = 200;

export interface HistoryQuestion {
  readonly report: string;
  /** Null for the whole report. */
  readonly initiative: string | null;
  /** Null for the whole row. */
  readonly field: RowField | null;
  /** Only steps before this one; null from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Reads what was done to a report off the log, newest first. */
export type ReportHistory = (
  question: HistoryQuestion,
) => Result<{ entries: HistoryEntry[]; more: boolean }, ReportFailure>;

interface StepRecord {
  number: number;
  sequence: number;
  at: string;
  author: string;
  kind: StepKind;
  cause: string;
}

interface Asked {
  readonly initiative: string;
  /** JSON list of what can touch the field: kinds of edit, each with the owner and the field that it says; null for all. */
  readonly touching: string | null;
}

/** Kinds of edit that touch a field. `owner`, `field`: what the edit says itself; '' where it need not say it. */
interface Touch {
  readonly kind: string;
  readonly owner: FieldOwner | '';
  readonly field: string;
}

/** Edits of the row that touch the field. The empty comparison lets the partial index be used. */
const touching = `e.initiative = :initiative AND e.initiative <> '' AND (:touching IS NULL OR EXISTS (
  SELECT 1 FROM json_each(:touching) t WHERE e.kind = t.value ->> 'kind'
  AND t.value ->> 'owner' IN ('', e.edit ->> 'owner')
  AND t.value ->> 'field' IN ('', e.edit ->> 'field')))`;

export function reportHistory({ database, reading }: StoreAccess): ReportHistory {
  const isThere = database
    .prepare<[string], 1>("SELECT 1 FROM reports WHERE id = ? AND removed_at = ''")
    .pluck();
  type Range = { report: string; before: number; limit: number };
  const steps = database.prepare<[Range], StepRecord>(`
    SELECT number, sequence, at, author, kind, cause FROM steps
    WHERE report = :report AND sequence < :before ORDER BY sequence DESC LIMIT :limit`);
  const stepsOfRow = database.prepare<[Range & Asked], StepRecord>(`
    SELECT DISTINCT s.number, s.sequence, s.at, s.author, s.kind, s.cause
    FROM edits e JOIN steps s ON s.number = e.step
    WHERE ${touching} AND s.report = :report AND s.sequence < :before
    ORDER BY s.sequence DESC LIMIT :limit`);

  type OfStep = { step: number };
  const edits = database
    .prepare<[OfStep], string>(
      `SELECT edit FROM edits WHERE step = :step ORDER BY position LIMIT ${mostEdits}`,
    )
    .pluck();
  const count = database.prepare<[OfStep], number>('SELECT count(*) FROM edits WHERE step = :step').pluck();
  const editsOfRow = database
    .prepare<[OfStep & Asked], string>(
      `SELECT edit FROM edits e WHERE step = :step AND ${touching} ORDER BY position LIMIT ${mostEdits}`,
    )
    .pluck();
  const countOfRow = database
    .prepare<[OfStep & Asked], number>(`SELECT count(*) FROM edits e WHERE step = :step AND ${touching}`)
    .pluck();

  return ({ report, initiative, field, before, limit }) =>
    reading(() => {
      if (isThere.get(report) === undefined) return failed({ code: 'report-missing', report });
      const range = { report, before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 };
      const asked = initiative === null ? null : askedOf(initiative, field);
      const found = asked === null ? steps.all(range) : stepsOfRow.all({ ...range, ...asked });
      const entries = found.slice(0, limit).map(({ number: step, cause, ...told }) => {
        const listed = asked === null ? edits.all({ step }) : editsOfRow.all({ step, ...asked });
        const all = (asked === null ? count.get({ step }) : countOfRow.get({ step, ...asked })) ?? 0;
        return {
          ...told,
          cause: causeOf(cause),
          edits: listed.map(editOf),
          moreEdits: all - listed.length,
        };
      });
      return success({ entries, more: found.length > limit });
    });
}

function askedOf(initiative: string, field: RowField | null): Asked {
  return { initiative, touching: field === null ? null : JSON.stringify(touchesOf(field)) };
}

/** Whole rows bring or take every field; the log calls edits of fields by their names of then. */
function touchesOf(field: RowField): Touch[] {
  const item = field === 'targets' ? 'target' : field === 'outcomes' ? 'outcome' : null;
  const owner = item ?? 'row';
  const named = item === null ? field : '';
  return [
    { kind: 'set-field', owner, field: named },
    ...kindsBefore(owner).map((kind): Touch => ({ kind, owner: '', field: named })),
    ...['initiative', ...(item === null ? [] : [item])].flatMap((added): Touch[] =>
      ['add', 'remove', ...(added === 'initiative' ? [] : ['move'])].map((verb) => ({
        kind: `${verb}-${added}`,
        owner: '',
        field: '',
      })),
    ),
  ];
}
