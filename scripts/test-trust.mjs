/**
 * `npm run test:trust`: every promise of docs/trust.md tried as often as its table says, before a release.
 *
 * `npm run test:trust -- kills soak` runs only those rows. `SENGEN_TRUST_MINUTES` (75) bounds the whole on two quiet
 * processors, `SENGEN_SEED` tries the same again. The rows are data: tests/support/trust-rows.json. What came of it
 * stands in .cache/trust/figures.json afterwards; `npm run trust:table` takes it into docs/trust.md.
 */
import { endTogether } from './set-up/processes.mjs';
import { main } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forTests } from './set-up/system-packages.mjs';
import { runRows } from './trust/run-rows.mjs';

await main(async () => {
  endTogether();
  const names = process.argv.slice(2);
  await setUp({ built: true });
  await ensureSystemPackages(forTests);
  return runRows(names);
});
