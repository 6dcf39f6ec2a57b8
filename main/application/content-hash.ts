import type { Report } from '../../shared/model/report.ts';
import { interchangeOf } from '../exchange/write-report-json.ts';
import { sha256Of } from '../files/sha256.ts';

/**
 * SHA-256 of a report's content, as 64 hexadecimal digits: equal for equal content on every machine. At
 * which stage it is makes no other content.
 */
export function contentHash(report: Report): string {
  return sha256Of(JSON.stringify(interchangeOf({ ...report, stage: null })));
}
