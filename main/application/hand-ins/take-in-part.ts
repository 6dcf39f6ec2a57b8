import { basename } from 'node:path';
import { identifiersIn } from '../../domain/identifiers-in.ts';
import type { Part } from '../../exchange/part/part-content.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { PartRefusal } from '../../../shared/failure.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { officeFormOf } from '../../../shared/model/forms/form-of-report.ts';
import { takeIn, type Ground, type TakenIn } from '../../../shared/model/merging/take-in.ts';
import { placeKey } from '../../../shared/model/merging/sheet.ts';
import type { Report } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { mention } from '../../../shared/model/step-cause.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, type Context } from '../context.ts';
import { newIdentifier } from '../new-identifier.ts';
import { storeEdits } from '../store-change.ts';
import { unitOfWork } from '../unit-of-work.ts';
import { takeInEdits } from './handed-in-standings.ts';
import { withLockedPlaces } from './locked-places.ts';
import { namedPlaces, tellConflicts } from './tell-conflicts.ts';
import { whereItStarted, type Start } from './where-it-started.ts';

type TakenInPart = RequestOutput<'parts.takeIn'>;

/** What taking a hand-in in comes to, before anything is stored. */
export interface Plan {
  readonly report: Report;
  /** At which step the report stands. */
  readonly sequence: number;
  readonly start: Start;
  /** Null where it was taken in before, or one that goes on from it was. */
  readonly taken: TakenIn | null;
}

/** Works out what a hand-in makes of the report that it belongs to; why it is refused. Stores nothing. */
export function planTakeIn(
  library: LibraryFile,
  path: string,
  { kind, content, hash }: Part,
): Result<Plan> {
  const refused = (why: PartRefusal, detail = ''): Result<never> =>
    failed({ code: 'part-refused', path, why, detail });
  if (kind !== 'handed-in') return refused('not-handed-in');
  const summary = library.reports.summary(content.report.id);
  if (summary === undefined) return refused('other-report');
  if (summary.state === 'signed') {
    return failed({ code: 'revision-signed', report: summary.id, revision: summary.revision });
  }
  const stored = library.reports.read(summary.id);
  if (!stored.ok) return stored;
  const { report, sequence } = stored.value;
  if (!sameValue(content.report.form ?? null, report.form ?? null)) return refused('other-form');
  const known = library.handIns.taken(report.id);
  if (known.some((one) => one.hash === hash || one.after.includes(hash))) {
    const none: Start = { sequence, base: [], rows: [] };
    return success({ report, sequence, start: none, taken: null });
  }
  const start = whereItStarted(library, report, content);
  if (!start.ok) return refused(start.failure);

  const ground = groundOf(library, report, content.section, start.value);
  const { fields } = officeFormOf(report);
  const handedIn = { hash, after: content.after, rows: start.value.rows };
  const merged = takeIn(report.initiatives, ground, handedIn, fields);
  if (merged === null) return refused('broken', 'known');
  const taken = withLockedPlaces(report, merged);
  if (library.reports.identifiersInUse(identifiersIn(taken.rows), report.id).length > 0)
    return refused('tampered', 'identifiers');
  return success({ report, sequence, start: start.value, taken });
}

/**
 * Takes a hand-in into its report: the step, the note of it and what sides differ about are stored together or not at
 * all. The same once more changes nothing.
 */
export function takeInPart(context: Context, path: string, part: Part): Result<TakenInPart> {
  return unitOfWork(context, (working, library): Result<TakenInPart> => {
    const { content, hash } = part;
    const plan = planTakeIn(library, path, part);
    if (!plan.ok) return plan;
    const { report, sequence, start, taken } = plan.value;
    const told = { report: report.id, section: content.section, by: content.by };
    if (taken === null) {
      return success({
        ...told,
        known: true,
        step: null,
        merged: [],
        unplaced: [],
        conflicts: openOf(library, report, content.section),
      });
    }
    const after: Report = { ...report, initiatives: taken.rows };
    const edits = takeInEdits(report, after, start.rows);
    const step = storeEdits(working, library.reports, report.id, edits, {
      kind: 'take-in-part',
      section: mention(content.section),
      by: mention(content.by),
    });
    if (!step.ok) return step;
    const added = library.handIns.add(
      report.id,
      {
        hash,
        section: content.section,
        baseSequence: start.sequence,
        sequence,
        rows: start.rows,
        after: content.after,
        by: content.by,
        at: content.at,
        revision: content.revision,
        note: content.note,
        fileName: basename(path),
        step: step.value,
      },
      taken.conflicts.map((conflict) => ({ ...conflict, id: newIdentifier() })),
      actorOf(context),
    );
    if (!added.ok) return added;
    working.ports.send('conflicts.changed', { report: report.id });
    return success({
      ...told,
      known: false,
      step: step.value,
      merged: namedPlaces(taken.merged, report, after),
      unplaced: [],
      conflicts: openOf(library, after, content.section),
    });
  });
}

/** All that was taken in of one distribution. */
function groundOf(library: LibraryFile, report: Report, section: string, start: Start): Ground {
  const ofThis = library.handIns
    .taken(report.id)
    .filter((one) => one.baseSequence === start.sequence && one.section === section);
  const [first] = ofThis;
  const ours = first === undefined ? report : (library.past.at(report.id, first.sequence) ?? report);
  return {
    base: start.base,
    ours: ours.initiatives,
    taken: ofThis.map(({ hash, after, rows }) => ({ hash, after, rows })),
    settled: new Set(library.handIns.settled(report.id, start.sequence, section).map(placeKey)),
  };
}

function openOf(library: LibraryFile, report: Report, section: string): TakenInPart['conflicts'] {
  const open = library.handIns.open(report.id).filter((conflict) => conflict.section === section);
  return tellConflicts(open, report);
}
