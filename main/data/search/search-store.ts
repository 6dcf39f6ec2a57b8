import type { SearchHit } from '../../../shared/contract/search-requests.ts';
import { fieldOfForm } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { searchWords } from '../../../shared/model/search-text.ts';
import { gramQuery } from '../../domain/search-grams.ts';
import { searchHit } from '../../domain/search-hit.ts';
import { formOf } from '../reports/stored-json.ts';
import { initiativeReader } from '../reports/read-initiatives.ts';
import { searchIndex, type SearchIndex } from './search-index.ts';
import type { StoreAccess } from '../store-access.ts';

export interface SearchQuestion {
  readonly query: string;
  /** 高 and 髙 are one. */
  readonly variants?: boolean;
  readonly limit: number;
  /** `more` of the answer before; null from the start. */
  readonly after: string | null;
}

export interface SearchAnswer {
  readonly hits: SearchHit[];
  readonly more: string | null;
}

/** Full-text search over the rows of all reports that are not in the bin. */
export interface SearchStore extends SearchIndex {
  /** Knows of a row what `bringUp` told it last. Order and comparison: see the contract. */
  find(question: SearchQuestion): SearchAnswer;
}

interface CandidateRecord {
  doc: number;
  initiative: string;
  position: number;
  report: string;
  year_label: string;
  fiscal_year: number;
  department: string;
  form: string;
}

export function searchStore(access: StoreAccess): SearchStore {
  const { database, reading } = access;
  const rows = initiativeReader(database);
  // The index goes first whatever the planner thinks of it: it answers in order and stops early.
  const candidates = database.prepare<[string, bigint], CandidateRecord>(`
    SELECT s.doc, s.initiative, i.position, i.report, r.year_label, r.fiscal_year, r.department,
      r.form
    FROM search_index f CROSS JOIN search_rows s CROSS JOIN initiatives i CROSS JOIN reports r
    WHERE f.search_index MATCH ? AND f.rowid < ? AND s.doc = f.rowid AND i.id = s.initiative
      AND r.id = i.report AND r.removed_at = ''
    ORDER BY f.rowid DESC`);

  const hitOf = (
    candidate: CandidateRecord,
    words: readonly string[],
    variants: boolean,
  ): SearchHit | null => {
    const initiative = rows.one(candidate.report, candidate.initiative);
    const found = initiative === undefined ? null : searchHit(initiative, words, variants);
    if (initiative === undefined || found === null) return null;
    return {
      report: candidate.report,
      yearLabel: candidate.year_label,
      fiscalYear: candidate.fiscal_year,
      department: candidate.department,
      initiative: initiative.id,
      row: candidate.position + 1,
      title: initiative.title,
      ...found,
      fieldName: fieldOfForm(formOfReport(formOf(candidate.form), 'report'), found.field).label,
    };
  };

  return {
    ...searchIndex(access),
    find: ({ query, variants = false, limit, after }) =>
      reading(() => {
        const words = searchWords(query, variants);
        if (words.length === 0) return { hits: [], more: null };
        const hits: SearchHit[] = [];
        let last: number | null = null;
        const from = BigInt(after ?? Number.MAX_SAFE_INTEGER);
        for (const candidate of candidates.iterate(gramQuery(words), from)) {
          const hit = hitOf(candidate, words, variants);
          if (hit === null) continue;
          if (hits.length === limit) return { hits: inRowOrder(hits), more: String(last) };
          hits.push(hit);
          last = candidate.doc;
        }
        return { hits: inRowOrder(hits), more: null };
      }),
  };
}

/** Rows that were moved stand under an old place in the index: within a report their order is put right. */
function inRowOrder(hits: readonly SearchHit[]): SearchHit[] {
  const reports = [...new Set(hits.map(({ report }) => report))];
  const ofReport = Map.groupBy(hits, ({ report }) => report);
  return reports.flatMap((report) =>
    (ofReport.get(report) ?? []).sort((one, other) => one.row - other.row),
  );
}
