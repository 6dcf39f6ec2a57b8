import * as v from 'valibot';
import { deedOf } from '../../../shared/model/fields/called-now.ts';
import { storedEditSchema, initiativeOf, type Edit } from '../../../shared/model/edits.ts';
import { invertEdits } from '../../../shared/model/invert-edit.ts';
import { integer, text, type FileTable, type JoinedRecord, type TableRecord } from './records.ts';

/** A step of the rescued log, in full. */
export interface JoinedStep {
  readonly record: TableRecord;
  readonly edits: readonly Edit[];
  readonly origin: JoinedRecord['origin'];
  /** Not all that it did came back: undo must not go past it. */
  readonly isHole: boolean;
}

export interface JoinedLog {
  /** By report, in order, without a gap from 1 on. */
  readonly reports: ReadonlyMap<string, readonly JoinedStep[]>;
}

interface Work {
  readonly steps: Map<number, JoinedRecord>;
  readonly edits: ReadonlyMap<number, readonly Edit[]>;
  /** Steps of which an edit is known to be missing. */
  readonly torn: ReadonlySet<number>;
  /** A number that no step has or had. */
  next: number;
}

/**
 * Puts the log together: steps with their edits, without gaps.
 *
 * A step whose record is lost is made again from what indexes say of it and from its edits; edits that are lost, from
 * the step that took them back. What remains is a hole: a step that says so, holds the edits that came back, and is
 * not undone. `lengths`: how many steps each report had, where its record says so.
 */
export function joinLog(
  stepTable: FileTable,
  editTable: FileTable,
  joinedSteps: ReadonlyMap<string, JoinedRecord>,
  joinedEdits: ReadonlyMap<string, JoinedRecord>,
  lengths: ReadonlyMap<string, number>,
): JoinedLog {
  const steps = new Map([...joinedSteps.values()].map((each) => [integer(each.record, 'number'), each]));
  const work: Work = { steps, ...editsOf(editTable, joinedEdits), next: 1 };
  for (const record of stepTable.partial.values()) addIndexed(work, record);
  placeUnknown(work, lengths);
  for (const number of [...work.steps.keys(), ...work.edits.keys()]) {
    work.next = Math.max(work.next, number + 1);
  }
  const reversing = new Map(
    [...work.steps].flatMap(([number, { record }]) =>
      typeof record['reverses'] === 'number' ? [[record['reverses'], number] as const] : [],
    ),
  );
  const byReport = Map.groupBy(work.steps.values(), ({ record }) => text(record, 'report'));
  const reports = new Map<string, JoinedStep[]>();
  for (const report of new Set([...byReport.keys(), ...lengths.keys()])) {
    reports.set(
      report,
      withoutGaps({ ...work, reversing }, report, byReport.get(report) ?? [], lengths.get(report) ?? 0),
    );
  }
  return { reports };
}

function editsOf(
  table: FileTable,
  joined: ReadonlyMap<string, JoinedRecord>,
): { edits: Map<number, Edit[]>; torn: Set<number> } {
  const found = new Map<number, Map<number, Edit>>();
  const torn = new Set<number>();
  for (const { record } of joined.values()) {
    const step = integer(record, 'step');
    const edit = editIn(text(record, 'edit'));
    if (edit === null) torn.add(step);
    else
      found.set(step, (found.get(step) ?? new Map<number, Edit>()).set(integer(record, 'position'), edit));
  }
  for (const key of [...(table.live ?? []), ...table.partial.keys()]) {
    if (!joined.has(key)) torn.add(Number(key.split('/')[0]));
  }
  const edits = new Map<number, Edit[]>();
  for (const [step, byPlace] of found) {
    const places = [...byPlace.keys()].sort((one, other) => one - other);
    if (places.some((place, at) => place !== at)) torn.add(step);
    edits.set(
      step,
      places.flatMap((place) => byPlace.get(place) ?? []),
    );
  }
  return { edits, torn };
}

/** How edits that were read stood written: a log is put together as it was, former names included. */
const written = new WeakMap<Edit, { readonly kind: string; readonly edit: string }>();

/** The columns of an edit's record that say what it is. */
export function writtenEdit(edit: Edit): { readonly kind: string; readonly edit: string } {
  return written.get(edit) ?? { kind: edit.kind, edit: JSON.stringify(edit) };
}

function editIn(json: string): Edit | null {
  try {
    const found = JSON.parse(json) as { readonly kind: string };
    const read = v.safeParse(storedEditSchema, found);
    if (!read.success) return null;
    written.set(read.output, { kind: found.kind, edit: json });
    return read.output;
  } catch {
    return null;
  }
}

/** A step of which indexes say what it was. */
function addIndexed({ steps, edits }: Work, record: TableRecord): void {
  const number = integer(record, 'number');
  const { id, report, sequence, reverses } = record;
  if (steps.has(number) || typeof id !== 'string' || typeof report !== 'string') return;
  if (typeof sequence !== 'number') return;
  const reversed = typeof reverses === 'number' ? reverses : null;
  steps.set(number, {
    record: madeStep({ number, id, report, sequence, reverses: reversed }, edits.get(number) ?? []),
    origin: 'log',
  });
}

interface StepFacts {
  readonly number: number;
  readonly id: string;
  readonly report: string;
  readonly sequence: number;
  readonly reverses: number | null;
}

function madeStep(facts: StepFacts, edits: readonly Edit[]): TableRecord {
  const rows = new Set(edits.map((edit) => initiativeOf(edit) ?? ''));
  const [row = ''] = rows;
  return {
    ...facts,
    // Whether it undid or did again is told from the step that it reverses, once all are known.
    kind: facts.reverses === null ? 'do' : 'undo',
    edit_kinds: JSON.stringify([...new Set(edits.map(deedOf))]),
    field: '',
    initiative: rows.size === 1 ? row : '',
    author: '',
    at: '',
    cause: '',
  };
}

/** Edits whose step is lost say that there was one: it is put where a report's log has a gap for it. */
function placeUnknown(work: Work, lengths: ReadonlyMap<string, number>): void {
  const reportOfRow = new Map<string, string>();
  for (const { record } of work.steps.values()) {
    for (const edit of work.edits.get(integer(record, 'number')) ?? []) {
      const row = initiativeOf(edit);
      if (row !== null) reportOfRow.set(row, text(record, 'report'));
    }
  }
  const reversed = [...work.steps.values()].flatMap(({ record }) =>
    typeof record['reverses'] === 'number' ? [[record['reverses'], text(record, 'report')] as const] : [],
  );
  const reportOf = new Map(reversed);
  const orphans = new Set([...work.edits.keys(), ...reportOf.keys()]);
  for (const number of [...orphans].sort((one, other) => one - other)) {
    if (work.steps.has(number)) continue;
    const edits = work.edits.get(number) ?? [];
    const rows = edits.flatMap((edit) => initiativeOf(edit) ?? []);
    const known = reportOf.get(number) ?? rows.flatMap((row) => reportOfRow.get(row) ?? [])[0];
    const place = gapFor(work, number, known ?? null, lengths);
    if (place === null) continue;
    const record = madeStep({ number, id: freshId(number), ...place, reverses: null }, edits);
    work.steps.set(number, { record, origin: 'log' });
    for (const row of rows) reportOfRow.set(row, place.report);
  }
}

/** The first place without a step that lies where a step of this number must. */
function gapFor(
  { steps }: Work,
  number: number,
  known: string | null,
  lengths: ReadonlyMap<string, number>,
): { report: string; sequence: number } | null {
  const reports = known === null ? [...lengths.keys()] : [known];
  for (const report of reports) {
    const own = [...steps.values()]
      .filter(({ record }) => text(record, 'report') === report)
      .map(({ record }) => ({ number: integer(record, 'number'), sequence: integer(record, 'sequence') }));
    const before = Math.max(0, ...own.filter((step) => step.number < number).map((step) => step.sequence));
    const after = Math.min(
      (lengths.get(report) ?? before + 1) + 1,
      ...own.filter((step) => step.number > number).map((step) => step.sequence),
    );
    if (after - before > 1) return { report, sequence: before + 1 };
  }
  return null;
}

/** An identifier for a step whose own is lost: the same each time, and none that a page makes (16 characters). */
function freshId(number: number): string {
  return `lost${number.toString(36).padStart(8, '0')}`;
}

interface Placed extends Work {
  /** The step that takes a step back, by the number of that. */
  readonly reversing: ReadonlyMap<number, number>;
}

function withoutGaps(
  work: Placed,
  report: string,
  found: readonly JoinedRecord[],
  length: number,
): JoinedStep[] {
  const bySequence = new Map<number, JoinedRecord>();
  for (const each of found) {
    const sequence = integer(each.record, 'sequence');
    if (sequence >= 1 && !bySequence.has(sequence)) bySequence.set(sequence, each);
  }
  const last = Math.min(
    // A number out of all proportion is a damaged one.
    Math.max(length, ...bySequence.keys(), 0),
    bySequence.size + mostMissing,
  );
  const joined: JoinedStep[] = [];
  let at = '';
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const step = bySequence.get(sequence) ?? placeholder(work, report, sequence);
    const number = integer(step.record, 'number');
    at = text(step.record, 'at') || at;
    const edits = editsFor(work, step.record);
    const reverses = work.steps.has(integer(step.record, 'reverses')) ? step.record['reverses'] : null;
    const isHole = edits === null;
    const record = {
      ...step.record,
      at: at === '' ? never : at,
      reverses: reverses ?? null,
      kind: reverses === null ? 'do' : kindFor(work, step.record),
    };
    joined.push({
      record: isHole ? { ...record, cause: JSON.stringify({ kind: 'not-rescued' }) } : record,
      edits: edits ?? work.edits.get(number) ?? [],
      origin: isHole ? 'made' : step.origin,
      isHole,
    });
  }
  return joined;
}

/** The time of a step of which nothing says when it was made. */
const never = '1970-01-01T00:00:00.000Z';

/** Steps that may be missing from one report. */
const mostMissing = 100_000;

function placeholder(work: Work, report: string, sequence: number): JoinedRecord {
  const number = work.next;
  work.next += 1;
  const record = madeStep({ number, id: freshId(number), report, sequence, reverses: null }, []);
  const made: JoinedRecord = { record, origin: 'made' };
  work.steps.set(number, made);
  return made;
}

function kindFor({ steps }: Work, record: TableRecord): string {
  const { reverses } = record;
  if (typeof reverses !== 'number') return 'do';
  const reversed = steps.get(reverses);
  const said = text(record, 'kind');
  if (reversed === undefined || (said !== 'undo' && text(record, 'author') !== '')) return said;
  return text(reversed.record, 'kind') === 'undo' ? 'redo' : 'undo';
}

/** All edits of a step; null where some are lost and no step that reverses it, or that it reverses, has them. */
function editsFor(work: Placed, record: TableRecord): readonly Edit[] | null {
  const number = integer(record, 'number');
  const whole = wholeEdits(work, number);
  if (whole !== null) return whole;
  if (isDeedAlone(record) && !work.edits.has(number) && !work.torn.has(number)) return [];
  const { reverses } = record;
  if (typeof reverses === 'number') {
    const reversed = wholeEdits(work, reverses);
    if (reversed !== null) return invertEdits(reversed);
  }
  const by = work.reversing.get(number);
  const reversing = by === undefined ? null : wholeEdits(work, by);
  return reversing === null ? null : invertEdits(reversing);
}

/** Whether a step's own record, which came back, says that it changed no text: it says why it is there. */
function isDeedAlone(record: TableRecord): boolean {
  const cause = text(record, 'cause');
  return text(record, 'edit_kinds') === '[]' && cause !== '' && !cause.includes('"not-rescued"');
}

function wholeEdits({ edits, torn }: Work, number: number): readonly Edit[] | null {
  const own = edits.get(number);
  return own === undefined || own.length === 0 || torn.has(number) ? null : own;
}
