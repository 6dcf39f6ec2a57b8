import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The real report, which stays outside the repository, and the sample, which is always here. */
const realReport = resolve(import.meta.dirname, '../../../shared/seed/isehara-fy2016-citizen-life.json');
export const sampleReport = resolve(import.meta.dirname, '../../resources/sample/report.json');

export interface ReportFile {
  readonly name: string;
  readonly path: string;
}

/** The report files that tests run on: the sample always, the real report where it is. */
export function reportFiles(): ReportFile[] {
  const sample = { name: 'the sample', path: sampleReport };
  if (existsSync(realReport)) return [sample, { name: 'the real report', path: realReport }];
  console.warn(
    'skipped: the real report (../shared/seed) is missing: the same tests run on the sample alone',
  );
  return [sample];
}

/** The interchange value of a report file. */
export function readInterchange(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}
