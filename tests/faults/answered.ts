import { createHash } from 'node:crypto';
import type { Report } from '../../shared/model/report.ts';

/** What a program wrote down after an answer (live-a-day.ts): from then on it must stand. */
export interface Answered {
  readonly what: string;
  /** The library's file. */
  readonly library: string;
  /** Of what it holds. */
  readonly state: string;
  /** Names of the backups that stand on its shelf. */
  readonly backups: readonly string[];
  /** A file that was written, and its hash. */
  readonly file: { readonly name: string; readonly hash: string } | null;
}

interface ReportState {
  readonly report: Report;
  readonly sequence: number;
  readonly state: string;
  readonly revision: number;
}

/** Equal for equal reports, each at the same step. */
export function stateHash(reports: readonly ReportState[]): string {
  return createHash('sha256').update(JSON.stringify(reports)).digest('hex');
}
