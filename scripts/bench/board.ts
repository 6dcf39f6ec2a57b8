import { missingParts } from '../../shared/model/completeness.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { boardOf } from '../../shared/model/states/board.ts';
import { nextStep } from '../../shared/model/states/next-step.ts';
import { median } from './median.ts';
import { variedReport } from './varied-report.ts';

const repeats = 11;
const sections = 20;

/** Prints the processor time of the board: all that is counted for it, and once more after a key in one row. */
export function benchBoard(rowCounts: readonly number[]): void {
  console.log(`\nBoard: ${sections} sections, processor time, median of ${repeats} (ms)`);
  for (const count of rowCounts) {
    const rows = variedReport(count, 1).initiatives.map((row, at) => ({
      ...row,
      section: `第${(at % sections) + 1}課`,
    }));
    const asked = { rows, conflicts: new Map(), comments: new Map() };
    const counts = { conflicts: 0, comments: 0 };
    const first = used(() => boardOf({ ...asked, lacks: (row) => missingParts(row, reportForm) }));
    const known = new Map(rows.map((row) => [row, missingParts(row, reportForm)]));
    const again = median(
      Array.from({ length: repeats }, () =>
        used(() => {
          const board = boardOf({ ...asked, lacks: (row) => known.get(row) ?? [] });
          nextStep('report', board, counts);
        }),
      ),
    );
    console.log(`${String(count).padStart(5)} rows: ${first.toFixed(1)}, then ${again.toFixed(1)}`);
  }
}

function used(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

if (import.meta.main) benchBoard([300, 6_000]);
