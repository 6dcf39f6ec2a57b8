import { openLibrary } from '../../main/data/opening/open-library.ts';

/** A program that opens a library and keeps it: `hold-library.ts LIBRARY`. Prints what came of it. */
const opened = openLibrary(process.argv[2] ?? '', () => new Date());
process.stdout.write(opened.ok ? 'held\n' : `${opened.failure.code}\n`);
// It is named in here: a library that nothing names is collected, and closed with it.
if (opened.ok) setInterval(() => opened, 1_000);
