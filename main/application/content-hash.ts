import { createHash } from 'node:crypto';
import type { Report } from '../../shared/model/report.ts';
import { interchangeOf } from '../exchange/write-report-json.ts';

/**
 * SHA-256 of a report's content, as 64 hexadecimal digits: equal for equal content on every machine. At
 * which stage it is makes no other content.
 */
export function contentHash(report: Report): string {
  return createHash('sha256')
    .update(JSON.stringify(interchangeOf({ ...report, stage: null })))
    .digest('hex');
}
