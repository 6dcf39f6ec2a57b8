import { once } from 'node:events';
import { connect } from '../../main/data/opening/connection.ts';
import { keepHashes } from '../../main/data/hashes/keep-hashes.ts';

/**
 * A program that stands still in the middle of a transaction whose first pages are in the file already:
 * `store-by-halves.ts LIBRARY`. A line on its standard input has it go on to the end.
 */
const database = connect(process.argv[2] ?? '');
keepHashes(database);
// Pages don't wait in memory for the end of the transaction.
database.pragma('cache_size = 1');
database.pragma('cache_spill = 1');
database.exec('BEGIN IMMEDIATE');
database.exec("UPDATE initiatives SET title = title || 'を見直した取組'");
process.stdout.write('half\n');
await once(process.stdin, 'data');
database.exec('COMMIT');
process.stdout.write('whole\n');
setInterval(() => database, 1_000);
