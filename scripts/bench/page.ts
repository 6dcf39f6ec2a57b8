import { benchOpening } from './page/opening.ts';
import { openBenches } from './page/benches.ts';
import { benchTyping } from './page/typing.ts';

/**
 * `npm run bench:page`: how quick the page is with a report of 1,500 rows, in a real Chromium.
 *
 * Beside it, in the same run, a bare page with the same rows. Only ratios within one run compare
 * between machines. The goals: typing below 16 ms at 99 %, opening within 1.5 × of the bare page.
 */
const rows = Number(process.argv[2] ?? 1_500);

const benches = await openBenches(rows);
try {
  console.log(`Page: a report of ${rows} rows, Chromium ${benches.version}; ms`);
  await benchOpening(benches);
  await benchTyping(benches);
} finally {
  await benches.close();
}
