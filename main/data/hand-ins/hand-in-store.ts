import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import type { Conflict } from '../../../shared/model/merging/merge-sheets.ts';
import type { Place } from '../../../shared/model/merging/sheet.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { Actor } from '../reports/report-store.ts';
import type { StoreAccess } from '../store-access.ts';
import { disagreementOf, hashesOf, placeOf, rowsOf, startOf } from './stored-parts.ts';

type StoreResult = Result<void, WriteFailure | LibraryFailure>;

/** A hand-in that was taken into a report. */
export interface StoredHandIn {
  readonly hash: string;
  readonly section: string;
  /** After which step of the report its rows were given out. */
  readonly baseSequence: number;
  /** At which step the report stood before it was taken in. */
  readonly sequence: number;
  readonly rows: readonly Initiative[];
  /** Hand-ins that it goes on from. */
  readonly after: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly revision: number;
  readonly note: string;
  readonly fileName: string;
  /** The step that took it in; '' where nothing had to be changed. */
  readonly step: string;
}

export interface StoredConflict extends Conflict {
  readonly id: string;
  readonly report: string;
  readonly section: string;
  /** From whom the hand-in was that met it last. */
  readonly by: string;
}

/** A section's rows went out. */
export interface GivenOut {
  readonly section: string;
  /** As it was written; '' for none. */
  readonly deadline: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a section's own library was made of. */
export interface Distribution {
  readonly section: string;
  readonly start: { readonly sequence: number; readonly step: string };
  readonly base: readonly Initiative[];
  readonly deadline: string;
}

/**
 * What was handed in, and what sides differ about.
 *
 * A hand-in whose step was taken back counts as not taken in, and what it met with it; so does what was settled by a step.
 */
export interface HandInStore {
  /** Those that are taken in, oldest first. */
  taken(report: string): StoredHandIn[];
  /** Takes note of one with all that sides of its distribution differ about now, which stands in place of what was known. */
  add(
    report: string,
    handIn: StoredHandIn,
    conflicts: readonly (Conflict & { readonly id: string })[],
    actor: Actor,
  ): StoreResult;
  /** What is not settled, in the order in which it was met. */
  open(report: string): StoredConflict[];
  /** Places of a distribution about which somebody decided. */
  settled(report: string, baseSequence: number, section: string): Place[];
  /** An open conflict; undefined for one that is settled or gone. */
  conflict(id: string): StoredConflict | undefined;
  settle(id: string, step: string, actor: Actor): StoreResult;
  /** The identifiers of a report's steps in their order. */
  steps(report: string): string[];
  distribution(report: string): Distribution | null;
  distribute(report: string, distribution: Distribution): StoreResult;
  /** What was given out to each section last. */
  givenOut(report: string): GivenOut[];
  noteGivenOut(report: string, section: string, deadline: string, actor: Actor): StoreResult;
  /** Hashes of what this library handed in. */
  handedIn(report: string, section: string): string[];
  rememberHandedIn(report: string, section: string, hash: string, at: Date): StoreResult;
}

interface HandInRecord {
  readonly number: number;
  readonly hash: string;
  readonly section: string;
  readonly base_sequence: number;
  readonly sequence: number;
  readonly rows: string;
  readonly after: string;
  readonly handed_in_by: string;
  readonly handed_in_at: string;
  readonly revision: number;
  readonly note: string;
  readonly file_name: string;
  readonly step: string;
}

interface ConflictRecord {
  readonly id: string;
  readonly hand_in: number;
  readonly place: string;
  readonly content: string;
  readonly settled_at: string;
  readonly settled_step: string;
}

export function handInStore({ database, reading, storing }: StoreAccess): HandInStore {
  const all = database.prepare<[string], HandInRecord>(
    `SELECT number, hash, section, base_sequence, sequence, rows, after, handed_in_by, handed_in_at, revision, note,
      file_name, step FROM hand_ins WHERE report = ? ORDER BY number`,
  );
  const conflictsOf = database.prepare<[number], ConflictRecord>(
    `SELECT id, hand_in, place, content, settled_at, settled_step FROM hand_in_conflicts
      WHERE hand_in = ? ORDER BY number`,
  );
  const reportOf = database
    .prepare<[string], string>(
      `SELECT h.report FROM hand_in_conflicts c JOIN hand_ins h ON h.number = c.hand_in WHERE c.id = ?`,
    )
    .pluck();
  const stepNumber = database.prepare<[string], number>('SELECT number FROM steps WHERE id = ?').pluck();
  const reversing = database
    .prepare<[number], number>('SELECT number FROM steps WHERE reverses = ?')
    .pluck();
  const steps = database
    .prepare<[string], string>('SELECT id FROM steps WHERE report = ? ORDER BY sequence')
    .pluck();
  const insert = database.prepare(`
    INSERT INTO hand_ins (report, hash, section, base_sequence, sequence, rows, after, handed_in_by, handed_in_at,
      revision, note, file_name, taken_by, taken_at, step)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertConflict = database.prepare(
    'INSERT INTO hand_in_conflicts (id, hand_in, place, content) VALUES (?, ?, ?, ?)',
  );
  const settle = database.prepare(
    'UPDATE hand_in_conflicts SET settled_by = ?, settled_at = ?, settled_step = ? WHERE id = ?',
  );
  const distribution = database.prepare<
    [string],
    { section: string; start: string; base: string; deadline: string }
  >('SELECT section, start, base, deadline FROM distributions WHERE report = ?');
  const insertDistribution = database.prepare(
    'INSERT INTO distributions (report, section, start, base, deadline) VALUES (?, ?, ?, ?, ?)',
  );
  const givenOut = database.prepare<[string], GivenOut>(`
    SELECT section, deadline, given_by AS "by", given_at AS at FROM given_out
    WHERE number IN (SELECT max(number) FROM given_out WHERE report = ? GROUP BY section) ORDER BY number`);
  const insertGivenOut = database.prepare(
    'INSERT INTO given_out (report, section, deadline, given_by, given_at) VALUES (?, ?, ?, ?, ?)',
  );
  const handedIn = database
    .prepare<[string, string], string>(
      'SELECT hash FROM handed_in WHERE report = ? AND section = ? ORDER BY number',
    )
    .pluck();
  const insertHandedIn = database.prepare(
    'INSERT INTO handed_in (report, section, hash, at) VALUES (?, ?, ?, ?)',
  );

  /** Whether what a step did stands: nothing took it back, or what did was taken back itself. */
  const stands = (step: string): boolean => {
    if (step === '') return true;
    let number = stepNumber.get(step);
    if (number === undefined) return false;
    let standing = true;
    for (number = reversing.get(number); number !== undefined; number = reversing.get(number)) {
      standing = !standing;
    }
    return standing;
  };
  const taken = (report: string): HandInRecord[] => all.all(report).filter(({ step }) => stands(step));
  const isSettled = ({ settled_at: at, settled_step: step }: ConflictRecord): boolean =>
    at !== '' && stands(step);
  const open = (report: string): StoredConflict[] => {
    const latest = new Map(taken(report).map((one) => [`${one.base_sequence} ${one.section}`, one]));
    return [...latest.values()]
      .sort((one, other) => one.number - other.number)
      .flatMap((handIn) =>
        conflictsOf
          .all(handIn.number)
          .filter((conflict) => !isSettled(conflict))
          .map(({ id, place, content }) => ({
            ...disagreementOf(content),
            id,
            report,
            place: placeOf(place),
            section: handIn.section,
            by: handIn.handed_in_by,
          })),
      );
  };
  const writing = (work: () => void): StoreResult =>
    storing(() => {
      work();
      return success(undefined);
    });

  return {
    taken: (report) => reading(() => taken(report).map(handInOf)),
    add: (report, handIn, conflicts, { author, at }) =>
      writing(() => {
        const { lastInsertRowid } = insert.run(
          report,
          handIn.hash,
          handIn.section,
          handIn.baseSequence,
          handIn.sequence,
          JSON.stringify(handIn.rows),
          JSON.stringify(handIn.after),
          handIn.by,
          handIn.at,
          handIn.revision,
          handIn.note,
          handIn.fileName,
          author,
          at.toISOString(),
          handIn.step,
        );
        for (const { id, place, base, terms } of conflicts) {
          insertConflict.run(id, lastInsertRowid, JSON.stringify(place), JSON.stringify({ base, terms }));
        }
      }),
    open: (report) => reading(() => open(report)),
    settled: (report, baseSequence, section) =>
      reading(() =>
        taken(report)
          .filter((one) => one.base_sequence === baseSequence && one.section === section)
          .flatMap(({ number }) => conflictsOf.all(number).filter(isSettled))
          .map(({ place }) => placeOf(place)),
      ),
    conflict: (id) =>
      reading(() => {
        const report = reportOf.get(id);
        return report === undefined ? undefined : open(report).find((conflict) => conflict.id === id);
      }),
    settle: (id, step, { author, at }) => writing(() => settle.run(author, at.toISOString(), step, id)),
    steps: (report) => reading(() => steps.all(report)),
    distribution: (report) =>
      reading(() => {
        const found = distribution.get(report);
        if (found === undefined) return null;
        const { section, start, base, deadline } = found;
        return {
          section,
          start: startOf(start),
          base: rowsOf(base),
          deadline,
        };
      }),
    distribute: (report, { section, start, base, deadline }) =>
      writing(() =>
        insertDistribution.run(report, section, JSON.stringify(start), JSON.stringify(base), deadline),
      ),
    givenOut: (report) => reading(() => givenOut.all(report)),
    noteGivenOut: (report, section, deadline, { author, at }) =>
      writing(() => insertGivenOut.run(report, section, deadline, author, at.toISOString())),
    handedIn: (report, section) => reading(() => handedIn.all(report, section)),
    rememberHandedIn: (report, section, hash, at) =>
      writing(() => insertHandedIn.run(report, section, hash, at.toISOString())),
  };
}

function handInOf(record: HandInRecord): StoredHandIn {
  return {
    hash: record.hash,
    section: record.section,
    baseSequence: record.base_sequence,
    sequence: record.sequence,
    rows: rowsOf(record.rows),
    after: hashesOf(record.after),
    by: record.handed_in_by,
    at: record.handed_in_at,
    revision: record.revision,
    note: record.note,
    fileName: record.file_name,
    step: record.step,
  };
}
