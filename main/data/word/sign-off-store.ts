import type { SignOff, StartedRevision } from '../../../shared/contract/sign-off-requests.ts';
import type {
  LibraryFailure,
  ReportFailure,
  SignOffFailure,
  WriteFailure,
} from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { Actor } from '../reports/report-store.ts';
import type { StoreAccess } from '../store-access.ts';

type SignOffResult<T> = Result<T, ReportFailure | SignOffFailure | WriteFailure | LibraryFailure>;

/** A signed revision with what it says and how, but without the bytes of its file. */
export interface SignedRevision extends SignOff {
  /** The report as `sengen-report/1`. */
  readonly content: string;
  readonly contentHash: string;
  /** How many steps the report had when it was signed. */
  readonly sequence: number;
}

export interface NewSignOff extends Pick<
  SignedRevision,
  | 'report'
  | 'sequence'
  | 'signedBy'
  | 'signedAt'
  | 'note'
  | 'fileName'
  | 'sha256'
  | 'content'
  | 'contentHash'
  | 'form'
> {
  readonly file: Uint8Array;
}

/** Signed revisions. What is recorded never changes; a report that is signed takes no step. */
export interface SignOffStore {
  /** Latest revision first. */
  list(report: string): SignOffResult<{ signOffs: SignOff[]; started: StartedRevision[] }>;
  /** Fails with `revision-signed` when it is, and with `stale-edit` when the report has moved on since. */
  record(entry: NewSignOff, actor: Actor): SignOffResult<SignOff>;
  /** Begins the next revision; answers its number. */
  startRevision(report: string, reason: string, actor: Actor): SignOffResult<number>;
  /** The file of a revision, byte for byte. */
  file(report: string, revision: number): SignOffResult<Uint8Array>;
  /** Revisions of one report, or of all; those in the bin too, since they were signed. Latest first. */
  signed(report: string | null): SignedRevision[];
}

interface SignedRecord {
  report: string;
  revision: number;
  sequence: number;
  signed_by: string;
  signed_at: string;
  note: string;
  recorded_by: string;
  recorded_at: string;
  file_name: string;
  sha256: string;
  bytes: number;
  content: string;
  content_hash: string;
  form: string;
}

const columns = `report, revision, sequence, signed_by, signed_at, note, recorded_by, recorded_at, file_name, sha256,
  length(bytes) AS bytes, content, content_hash, form`;

export function signOffStore({ database, reading, storing }: StoreAccess): SignOffStore {
  type Standing = { state: string; revision: number; sequence: number };
  const standing = database.prepare<[string], Standing>(
    "SELECT state, revision, sequence FROM reports WHERE id = ? AND removed_at = ''",
  );
  const ofReport = database.prepare<[string], SignedRecord>(
    `SELECT ${columns} FROM signed_revisions WHERE report = ? ORDER BY revision DESC`,
  );
  const all = database.prepare<[], SignedRecord>(
    `SELECT ${columns} FROM signed_revisions ORDER BY number DESC`,
  );
  const bytes = database
    .prepare<[string, number], Uint8Array>(
      'SELECT bytes FROM signed_revisions WHERE report = ? AND revision = ?',
    )
    .pluck();
  const started = database.prepare<[string], StartedRevision>(`
    SELECT revision, reason, started_by AS "by", started_at AS at FROM started_revisions
    WHERE report = ? ORDER BY revision DESC`);
  const insert = database.prepare(`
    INSERT INTO signed_revisions (report, revision, sequence, signed_by, signed_at, note, recorded_by,
      recorded_at, file_name, sha256, bytes, content, content_hash, form)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertStarted = database.prepare(`
    INSERT INTO started_revisions (report, revision, reason, started_by, started_at) VALUES (?, ?, ?, ?, ?)`);
  const setState = database.prepare('UPDATE reports SET state = ?, revision = ? WHERE id = ?');

  return {
    list: (report) =>
      reading(() => {
        if (standing.get(report) === undefined) return failed({ code: 'report-missing', report });
        return success({
          signOffs: ofReport.all(report).map((record) => publicOf(signedOf(record))),
          started: started.all(report),
        });
      }),

    record: (entry, { author, at }) =>
      storing<SignOff, ReportFailure | SignOffFailure>(() => {
        const { report } = entry;
        const now = standing.get(report);
        if (now === undefined) return failed({ code: 'report-missing', report });
        if (now.state === 'signed') {
          return failed({ code: 'revision-signed', report, revision: now.revision });
        }
        if (now.sequence !== entry.sequence)
          return failed({ code: 'stale-edit', report, initiative: null });
        insert.run(
          report,
          now.revision,
          now.sequence,
          entry.signedBy,
          entry.signedAt,
          entry.note,
          author,
          at.toISOString(),
          entry.fileName,
          entry.sha256,
          Buffer.from(entry.file),
          entry.content,
          entry.contentHash,
          entry.form,
        );
        setState.run('signed', now.revision, report);
        const [recorded] = ofReport.all(report);
        if (recorded === undefined) throw new Error('a sign-off was not stored');
        return success(publicOf(signedOf(recorded)));
      }),

    startRevision: (report, reason, { author, at }) =>
      storing<number, ReportFailure | SignOffFailure>(() => {
        const now = standing.get(report);
        if (now === undefined) return failed({ code: 'report-missing', report });
        if (now.state !== 'signed') return failed({ code: 'report-not-signed', report });
        const revision = now.revision + 1;
        insertStarted.run(report, revision, reason, author, at.toISOString());
        setState.run('draft', revision, report);
        return success(revision);
      }),

    file: (report, revision) =>
      reading(() => {
        const found = bytes.get(report, revision);
        return found === undefined
          ? failed({ code: 'sign-off-missing', report, revision })
          : success(found);
      }),

    signed: (report) => reading(() => (report === null ? all.all() : ofReport.all(report)).map(signedOf)),
  };
}

function signedOf(record: SignedRecord): SignedRevision {
  const { report, revision, sequence, note, sha256, bytes, content, form } = record;
  return {
    report,
    revision,
    signedBy: record.signed_by,
    signedAt: record.signed_at,
    note,
    recordedBy: record.recorded_by,
    recordedAt: record.recorded_at,
    fileName: record.file_name,
    sha256,
    bytes,
    content,
    contentHash: record.content_hash,
    sequence,
    form,
  };
}

function publicOf({
  content: _content,
  contentHash: _hash,
  sequence: _sequence,
  ...signOff
}: SignedRevision): SignOff {
  return signOff;
}
