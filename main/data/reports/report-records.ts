import type { Database } from 'better-sqlite3';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { writingStages, type Report, type WritingStage } from '../../../shared/model/report.ts';
import type { Actor } from './report-store.ts';
import { ownText } from '../../../shared/model/fields/values.ts';
import { formOf, ownOf, reportStandingOf, standingText } from './stored-json.ts';
import { DamagedContent } from '../sqlite-failure.ts';

/** The reports' own records, without their rows. Those in the bin (bin.ts) count only where it is said. */
export interface ReportRecords {
  list(): ReportSummary[];
  summary(id: string): ReportSummary | undefined;
  newest(): string | null;
  /** Each once, that of the newest report first. */
  forms(): OfficeForm[];
  find(key: Pick<Report, 'municipality' | 'department' | 'fiscalYear'>): string | null;
  /** Also one in the bin: its identifier is taken. */
  has(id: string): boolean;
  /** The report with its rows left out, and how far it is. */
  read(id: string): ReportState | undefined;
  insert(report: Report, actor: Actor): void;
  /** Stores the heading, the stage and the form of a report that a step changed. */
  update(report: Report, sequence: number, at: Date): void;
}

export interface ReportState {
  /** Its rows are left out. */
  readonly report: Report;
  /** How many steps made it. */
  readonly sequence: number;
  /** When it was last changed: ISO 8601, UTC. */
  readonly savedAt: string;
  /** Its revision while that is signed. */
  readonly signed: number | null;
}

export interface ReportRecord {
  id: string;
  municipality: string;
  department: string;
  fiscal_year: number;
  year_label: string;
  head_post: string;
  head_name: string;
  stage: string;
  form: string;
  own: string;
  standing: string;
  state: string;
  revision: number;
  sequence: number;
  changed_at: string;
  rows: number;
}

const heading = 'id, municipality, department, fiscal_year, year_label, head_post, head_name';

/** The columns of a summary, for {@link summaryOf}. */
export const summaryColumns = `${heading}, state, revision, changed_at,
  (SELECT count(*) FROM initiatives WHERE report = reports.id) AS rows`;
const newestFirst = 'ORDER BY fiscal_year DESC, number DESC';

export function reportRecords(database: Database): ReportRecords {
  const list = database.prepare<[], ReportRecord>(`
    SELECT ${summaryColumns} FROM reports WHERE removed_at = '' ${newestFirst}`);
  const summary = database.prepare<[string], ReportRecord>(
    `SELECT ${summaryColumns} FROM reports WHERE id = ? AND removed_at = ''`,
  );
  const newest = database
    .prepare<[], string>(`SELECT id FROM reports WHERE removed_at = '' ${newestFirst} LIMIT 1`)
    .pluck();
  const forms = database
    .prepare<[], string>(`SELECT form FROM reports WHERE form <> '' AND removed_at = '' ${newestFirst}`)
    .pluck();
  const has = database.prepare<[string], 1>('SELECT 1 FROM reports WHERE id = ?').pluck();
  const find = database
    .prepare<[string, string, number], string>(
      `SELECT id FROM reports
        WHERE municipality = ? AND department = ? AND fiscal_year = ? AND removed_at = ''
        ${newestFirst} LIMIT 1`,
    )
    .pluck();
  const read = database.prepare<[string], ReportRecord>(
    `SELECT ${heading}, stage, form, own, standing, sequence, changed_at, state, revision FROM reports WHERE id = ? AND removed_at = ''`,
  );
  const insert = database.prepare(`
    INSERT INTO reports (municipality, department, fiscal_year, year_label, head_post, head_name,
      stage, form, own, standing, created_by, created_at, changed_at, id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(`
    UPDATE reports SET municipality = ?, department = ?, fiscal_year = ?, year_label = ?, head_post = ?,
      head_name = ?, stage = ?, form = ?, own = ?, standing = ?, sequence = ?, changed_at = ?
    WHERE id = ?`);

  return {
    list: () => list.all().map(summaryOf),
    summary: (id) => {
      const record = summary.get(id);
      return record === undefined ? undefined : summaryOf(record);
    },
    newest: () => newest.get() ?? null,
    forms: () => [...new Set(forms.all())].flatMap((json) => formOf(json).form ?? []),
    find: ({ municipality, department, fiscalYear }) =>
      find.get(municipality, department, fiscalYear) ?? null,
    has: (id) => has.get(id) !== undefined,
    read: (id) => {
      const record = read.get(id);
      if (record === undefined) return undefined;
      const signed = stateOf(record.state) === 'signed' ? record.revision : null;
      const { sequence, changed_at: savedAt } = record;
      const report = {
        id,
        ...headingOf(record),
        stage: chosenStageOf(record.stage),
        ...formOf(record.form),
        ...ownOf(record.own),
        ...reportStandingOf(record.standing),
        initiatives: [],
      };
      return { report, sequence, savedAt, signed };
    },
    insert: (report, { author, at }) => {
      const time = at.toISOString();
      insert.run(...columnsOf(report), author, time, time, report.id);
    },
    update: (report, sequence, at) => {
      update.run(...columnsOf(report), sequence, at.toISOString(), report.id);
    },
  };
}

function headingOf(record: ReportRecord) {
  return {
    municipality: record.municipality,
    department: record.department,
    fiscalYear: record.fiscal_year,
    yearLabel: record.year_label,
    headPost: record.head_post,
    headName: record.head_name,
  };
}

function columnsOf(report: Report) {
  const { municipality, department, fiscalYear, yearLabel, headPost, headName, stage } = report;
  return [
    municipality,
    department,
    fiscalYear,
    yearLabel,
    headPost,
    headName,
    stage ?? '',
    report.form === undefined ? '' : JSON.stringify(report.form),
    ownText(report.own),
    standingText(report.standing),
  ];
}

export function summaryOf(record: ReportRecord): ReportSummary {
  const { id, state, revision, rows, changed_at } = record;
  return { id, ...headingOf(record), state: stateOf(state), revision, rows, changedAt: changed_at };
}

/** Stored as '' where nobody chose one. */
function chosenStageOf(text: string): WritingStage | null {
  if (text === '') return null;
  const stage = writingStages.find((known) => known === text);
  if (stage === undefined) throw new DamagedContent(`stored stage unknown: ${text.slice(0, 40)}`);
  return stage;
}

function stateOf(state: string): ReportSummary['state'] {
  if (state === 'draft' || state === 'signed') return state;
  throw new DamagedContent(`stored state unknown: ${state.slice(0, 40)}`);
}
