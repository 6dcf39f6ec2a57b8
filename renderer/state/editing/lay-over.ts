import { applyEdits } from '../../../shared/model/apply-edit.ts';
import type { Step } from '../../../shared/model/edits.ts';
import type { Report } from '../../../shared/model/report.ts';

/** The stored report with the steps that are not stored yet on top, and the steps that no longer fit. */
export interface LaidOver {
  readonly report: Report;
  readonly misfits: readonly Step[];
}

export function layOver(stored: Report, steps: readonly Step[]): LaidOver {
  let report = stored;
  const misfits: Step[] = [];
  for (const step of steps) {
    const next = applyEdits(report, step.edits);
    if (next.ok) report = next.value;
    else misfits.push(step);
  }
  return { report, misfits };
}
