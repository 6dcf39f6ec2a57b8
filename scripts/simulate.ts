/**
 * `npm run simulate -- --seed N [--acts N]`: plays a department's year (tests/simulation) and says what happened in it, and
 * which promise did not hold. The same seed plays the same again. The exit code is 1 where one was broken.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { simulate } from '../tests/simulation/simulate.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, acts: { type: 'string', default: '25' } },
});
const folder = mkdtempSync(join(tmpdir(), 'sengen-department-'));
try {
  const { acts, broken } = await simulate(folder, Number(values.seed), { acts: Number(values.acts) });
  acts.forEach((act, at) => {
    console.log(`${String(at + 1).padStart(4)}. ${act}`);
  });
  console.log(broken.length === 0 ? `seed ${values.seed}: every promise held` : broken.join('\n'));
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
