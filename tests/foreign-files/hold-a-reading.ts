import { join } from 'node:path';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import { noHost } from '../../main/foreign-files/jobs.ts';

/* A program in the midst of a reading that does not end by itself; the test kills it. */
const reader = processReader(forkReading, join(import.meta.dirname, 'hostile-thread.ts'));
void reader.run('check-json', { path: process.argv[2] ?? '' }, noHost);
