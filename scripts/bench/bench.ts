import { benchExport } from './export.ts';
import { benchLibrary } from './library.ts';

/** `npm run bench`: figures, no pass or fail. Only ratios within one run compare between machines. */
const rowCounts = [15, 150, 1_500];

await benchExport(rowCounts);
benchLibrary(rowCounts);
