import { checkReport } from '../../shared/model/checks/check-report.ts';
import type { Rule } from '../../shared/model/checks/rule.ts';
import { rules } from '../../shared/model/checks/rules.ts';
import { defaultCheckSettings } from '../../shared/model/checks/settings.ts';
import type { Report } from '../../shared/model/report.ts';
import { median } from './median.ts';
import { variedReport } from './varied-report.ts';

const repeats = 11;

/** Prints the processor time of looking a whole report through, all of it and by family of rules. */
export function benchChecks(rowCounts: readonly number[]): void {
  console.log(`\nChecks: a whole report, processor time, warm, median of ${repeats} (ms)`);
  const families = [...new Set(rules.map(({ family }) => family))];
  for (const rows of rowCounts) {
    const report = variedReport(rows, 1);
    const first = used(() => checkReport(report));
    const all = cost(report, rules);
    const each = families.map(
      (family) =>
        `${family} ${cost(
          report,
          rules.filter((rule) => rule.family === family),
        ).toFixed(1)}`,
    );
    console.log(
      `${String(rows).padStart(5)} rows: ${all.toFixed(1)} (the first time ${first.toFixed(1)}); ${each.join(', ')}`,
    );
  }
}

function cost(report: Report, asked: readonly Rule[]): number {
  return median(
    Array.from({ length: repeats }, () => used(() => checkReport(report, [], defaultCheckSettings, asked))),
  );
}

function used(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

if (import.meta.main) benchChecks([15, 150, 1_500]);
