import type { Accepted } from '../../shared/contract/report-requests.ts';
import type { ReportFailure } from '../../shared/failure.ts';
import { initiativeOf, type Edit } from '../../shared/model/edits.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { sameValue } from '../../shared/model/same-value.ts';
import { writingStageOf } from '../../shared/model/stage.ts';
import { refusalOfEdits, refusalOfTakingBack, statesOf } from '../../shared/model/states/refusal.ts';
import type { StepCause } from '../../shared/model/step-cause.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { orderKeeper } from './hashes/keep-hashes.ts';
import { editStoredReport, type StoredChange } from './reports/edit-stored-report.ts';
import { initiativeReader } from './reports/read-initiatives.ts';
import { reportRecords, type ReportState } from './reports/report-records.ts';
import { progressCounter } from './reports/progress-counter.ts';
import { causeOf } from './reports/stored-json.ts';
import type { Actor, ReportStore, StoreFailure } from './reports/report-store.ts';
import { rowPlaces } from './reports/row-places.ts';
import { isTakenIdentifier } from './sqlite-failure.ts';
import { historyReader } from './log/step-history.ts';
import type { StoreAccess } from './store-access.ts';
import { stepLog, type LoggedStep, type StepKind } from './log/step-log.ts';
import { takenIdentifiers } from './reports/taken-identifiers.ts';
import { initiativeWriter } from './reports/write-initiatives.ts';

/** A row read by itself takes as long as this many read together. */
const allAtOnce = 5;
/** Fewer edits than this are not worth counting the rows for. */
const manyEdits = 100;

/** The report store over an open database. Statements are prepared here, once. */
export function sqliteReportStore({ database, reading, asking, storing }: StoreAccess): ReportStore {
  const records = reportRecords(database);
  const rows = initiativeReader(database);
  const writeRows = initiativeWriter(database);
  const places = rowPlaces(database);
  const keepOrder = orderKeeper(database);
  const log = stepLog(database);
  const history = historyReader(database, log);
  const taken = takenIdentifiers(database);
  const progress = progressCounter((id) => rows.all(id));
  const insertExport = database.prepare(`
    INSERT INTO exports (report, content_hash, form, sequence, exported_at)
    SELECT id, ?, ?, coalesce(?, sequence), ? FROM reports WHERE id = ?`);

  /** A report's rows for a step: each by itself, or all at once where the step may touch a good part of them. */
  const rowsFor = (id: string, edits: readonly Edit[]): ((row: string) => Initiative | undefined) => {
    const few = edits.length < manyEdits || edits.length * allAtOnce < places.order(id).length;
    if (few) return (row) => rows.one(id, row);
    let all: ReadonlyMap<string, Initiative> | null = null;
    return (row) => {
      // A step that only moves rows asks for none.
      all ??= new Map(rows.all(id).map((each) => [each.id, each]));
      return all.get(row);
    };
  };

  const storeChange = (id: string, { rows: changes, order }: StoredChange): void => {
    const placeOf = new Map(order?.now.map((row, position) => [row, position]));
    writeRows(id, changes, (row) => placeOf.get(row) ?? 0);
    if (order === null) return;
    places.reorder(order.before, order.now);
    keepOrder(id);
  };

  const answer = (step: Pick<LoggedStep, 'report' | 'sequence' | 'at'>, now: number): Accepted => ({
    sequence: step.sequence,
    savedAt: step.at,
    history: history(step.report, now),
  });

  /** Whether the step may be made where the report and its rows stand: asked of the model alone. */
  const refused = (
    { report, signed }: ReportState,
    row: (id: string) => Initiative | undefined,
    { edits, reverses, cause }: Chosen,
    { hat = null }: Actor,
  ): ReportFailure | null => {
    const { id } = report;
    const states = statesOf(report, signed !== null, {
      row: (each) => row(each)?.standing ?? null,
      writing: () => writingStageOf(report.stage, rows.all(id)),
    });
    // What was damaged on the disk is put right whatever stands there.
    if (cause?.kind === 'give-back' && reverses === null && signed === null) return null;
    const found =
      reverses === null
        ? refusalOfEdits(edits, states, { hat })
        : refusalOfTakingBack(edits, states, { hat });
    if (found === null) return null;
    const { refusal, edit } = found;
    return refusal.why === 'signed'
      ? { code: 'revision-signed', report: id, revision: signed ?? 0 }
      : { code: 'state-refused', report: id, initiative: initiativeOf(edit), refusal };
  };

  /** Stores one step; `choose` says which edits it makes once the report is known. */
  const take = (
    kind: StepKind,
    id: string,
    step: string,
    actor: Actor,
    choose: (sequence: number) => Result<Chosen, ReportFailure>,
  ): Result<{ accepted: Accepted; edits: readonly Edit[] }, StoreFailure> =>
    storing<{ accepted: Accepted; edits: readonly Edit[] }, ReportFailure>(() => {
      const record = records.read(id);
      if (record === undefined) return failed({ code: 'report-missing', report: id });
      const known = log.find(step);
      if (known !== undefined) {
        if (known.report !== id || known.kind !== kind) return stale(id, null);
        return success({ accepted: answer(known, record.sequence), edits: log.editsOf(known.number) });
      }
      const chosen = choose(record.sequence);
      if (!chosen.ok) {
        if (record.signed === null) return chosen;
        return failed({ code: 'revision-signed', report: id, revision: record.signed });
      }
      const { edits, reverses, cause } = chosen.value;
      const row = readOnce(rowsFor(id, edits));
      const refusal = refused(record, row, chosen.value, actor);
      if (refusal !== null) return failed(refusal);
      const change = editStoredReport({ report: record.report, row, order: () => places.order(id) }, edits);
      if (!change.ok) return stale(id, change.failure.initiative);

      const sequence = record.sequence + 1;
      try {
        storeChange(id, change.value);
      } catch (error) {
        // The page could not know that another report's row, or another row's target, is called that.
        if (isTakenIdentifier(error)) return stale(id, null);
        throw error;
      }
      log.append({ id: step, report: id, sequence, kind, reverses, edits, cause }, actor);
      records.update(change.value.report, sequence, actor.at);
      const at = actor.at.toISOString();
      return success({ accepted: answer({ report: id, sequence, at }, sequence), edits });
    });

  const takeBack = (kind: 'undo' | 'redo', id: string, step: string, actor: Actor, only?: string) => {
    const taken = take(kind, id, step, actor, (sequence) => {
      const last = kind === 'undo' ? log.undoable(id, sequence) : log.redoable(id, sequence);
      const isMeant = only === undefined || log.find(only)?.number === last?.number;
      if (last === null || !isMeant) return failed({ code: `nothing-to-${kind}` });
      return success({
        edits: invertEdits(log.editsOf(last.number)),
        reverses: last.number,
        cause: causeOf(last.cause),
      });
    });
    return taken.ok ? success({ ...taken.value.accepted, edits: [...taken.value.edits] }) : taken;
  };

  return {
    list: () => reading(() => records.list()),
    summary: (id) => reading(() => records.summary(id)),
    progress: (id) =>
      asking(() => {
        const record = records.read(id);
        if (record === undefined) return failed({ code: 'report-missing', report: id });
        return success(progress(record.report, record.sequence));
      }),
    forms: () => reading(() => records.forms()),
    newest: () => reading(() => records.newest()),
    find: (key) => reading(() => records.find(key)),
    has: (id) => reading(() => records.has(id)),
    identifiersInUse: (identifiers, besides) => reading(() => taken(identifiers, besides)),

    read: (id) =>
      asking(() => {
        const record = records.read(id);
        if (record === undefined) return failed({ code: 'report-missing', report: id });
        const { report, sequence, savedAt } = record;
        return success({
          report: { ...report, initiatives: rows.all(id) },
          sequence,
          savedAt,
          history: history(id, sequence),
        });
      }),

    create: (report, actor) =>
      storing(() => {
        records.insert(report, actor);
        const placeOf = new Map(report.initiatives.map(({ id }, position) => [id, position]));
        const added = report.initiatives.map((now) => ({ before: null, now }));
        writeRows(report.id, added, (row) => placeOf.get(row) ?? 0);
        keepOrder(report.id);
        return success(undefined);
      }),

    commit: (id, { id: step, edits, cause = null }, actor) => {
      const taken = take('do', id, step, actor, () => success({ edits, reverses: null, cause }));
      if (!taken.ok) return taken;
      const { accepted, edits: stored } = taken.value;
      return success(sameValue(stored, edits) ? accepted : { ...accepted, stored: [...stored] });
    },
    undo: (id, step, actor, only) => takeBack('undo', id, step, actor, only),
    redo: (id, step, actor) => takeBack('redo', id, step, actor),

    recordExport: ({ report, contentHash, form, at, sequence = null }) =>
      storing(() => {
        const { changes } = insertExport.run(contentHash, form, sequence, at.toISOString(), report);
        if (changes !== 1) throw new Error(`no report ${report} to record an export of`);
        return success(undefined);
      }),
  };
}

interface Chosen {
  readonly edits: readonly Edit[];
  /** Number of the step that they take back. */
  readonly reverses: number | null;
  readonly cause: StepCause | null;
}

/** Each row is read once for a step. */
function readOnce(read: (row: string) => Initiative | undefined): (row: string) => Initiative | undefined {
  const known = new Map<string, Initiative | undefined>();
  return (row) => {
    if (!known.has(row)) known.set(row, read(row));
    return known.get(row);
  };
}

function stale(report: string, initiative: string | null): Result<never, ReportFailure> {
  return failed({ code: 'stale-edit', report, initiative });
}
