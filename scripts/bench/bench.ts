import { benchBoard } from './board.ts';
import { benchChecks } from './checks.ts';
import { benchExport } from './export.ts';
import { benchLibrary } from './library.ts';
import { benchSearch } from './search.ts';

/**
 * `npm run bench`: figures, no pass or fail. Only ratios within one run compare between machines.
 *
 * `npm run bench -- ROWS` searches that many rows: 150,000 take two minutes to store and index.
 */
const rowCounts = [15, 150, 1_500];

await benchExport(rowCounts);
benchLibrary(rowCounts);
benchChecks(rowCounts);
benchBoard([300, 6_000]);
benchSearch(process.argv[2] === undefined ? undefined : Number(process.argv[2]));
