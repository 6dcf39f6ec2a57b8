import { checkReport } from '../../shared/model/checks/check-report.ts';
import { median } from './median.ts';
import { variedReport } from './varied-report.ts';

const repeats = 15;

/** Prints what checking a whole report costs: processor time, first and warm. */
export function benchChecks(rowCounts: readonly number[]): void {
  console.log('\nChecks: a whole report, first and warm (ms of processor time, median of 15)');
  for (const rows of rowCounts) {
    const report = variedReport(rows);
    const first = timed(() => checkReport(report));
    const warm = Array.from({ length: rows > 1_000 ? 3 : repeats }, () => timed(() => checkReport(report)));
    console.log(`${String(rows).padStart(6)} rows  ${first.toFixed(1)}  ${median(warm).toFixed(1)}`);
  }
}

function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

if (import.meta.main) benchChecks([15, 150, 1_500]);
