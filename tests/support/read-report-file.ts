import { readFileSync } from 'node:fs';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import type { Report } from '../../shared/model/report.ts';
import { countingIdentifiers } from './counting-identifiers.ts';
import { must } from './must.ts';

/** A report file as the program takes it in. */
export function readReportFile(path: string): Report {
  const { draft } = must(readReportJson(readFileSync(path), path));
  return identify(draft, { existing: null, taken: new Set(), newIdentifier: countingIdentifiers() }).report;
}
