import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { FaultControl, type Fault } from './fault-control.ts';
import { places, stateIn, type Mark, type Work } from './work-and-marks.ts';
import { Worker } from './works.ts';

/**
 * The application at work: `program-at-work.ts FOLDER MARKS WORK…`, the works one after the other, in a new library or the
 * one that is there. Before each it writes a mark to the file MARKS that it has begun, and after it what was answered.
 *
 * `FAULT_PLAN` (a `Fault` as JSON) holds from its first work on; where there is none, from the start.
 */
const [folder = '', marksFile = '', ...works] = process.argv.slice(2);
const { FAULT_PLAN: plan, FAULT_CONTROL: controlFile } = process.env;
const begin = (): void => {
  if (plan !== undefined && controlFile !== undefined) {
    new FaultControl(controlFile).set(JSON.parse(plan) as Fault);
  }
};

const { library, shelf } = places(folder);
const marks = openSync(marksFile, 'a');
const mark = (what: Mark): void => void writeSync(marks, `${JSON.stringify(what)}\n`);

if (works.length === 0) begin();
const application = openTestApplication(folder, library, join(folder, 'recent.json'), readerHere, shelf);
const [first] = must(await application.call('reports.list', {}));
const worker = new Worker(
  application,
  folder,
  first?.id ?? must(await application.call('sample.add', {})).report,
);
// The backup of the opening is over: what is counted from now on is the work's.
if (works.length > 0) must(await application.call('backups.make', {}));
mark({ done: 'open', state: await stateIn(application) });
for (const [at, work] of (works as Work[]).entries()) {
  mark({ begun: work });
  if (at === 0) begin();
  const promised = await worker.do(work);
  mark({ done: work, ...promised, state: await stateIn(application) });
}
await application.close();
mark({ done: 'close' });
