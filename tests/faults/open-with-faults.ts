import { openLibrary } from '../../main/data/opening/open-library.ts';
import { FaultControl, type Fault } from './fault-control.ts';

/**
 * Opens a library again and again, each time with the next read failing, until an opening has no more reads:
 * `open-with-faults.ts CONTROL LIBRARY ERROR STAYS MOST`. Prints a line of JSON for each.
 */
const [control = '', path = '', error = '5', stays = '', most = '1000'] = process.argv.slice(2);
const faults = new FaultControl(control);

for (let at = 1; at <= Number(most); at += 1) {
  const fault: Fault = { at, error: Number(error), stays: stays === 'stays', kinds: ['read'] };
  faults.set(fault);
  const opened = openLibrary(path, () => new Date());
  const { failed } = faults.clear();
  const rows = opened.ok ? opened.value.reports.list()[0]?.rows : null;
  if (opened.ok) opened.value.close();
  if (failed === 0) break;
  const outcome = opened.ok ? 'opened' : opened.failure.code;
  const detail = opened.ok ? '' : JSON.stringify(opened.failure);
  process.stdout.write(`${JSON.stringify({ at, outcome, rows, detail })}\n`);
}
