import fc from 'fast-check';
import { isLongRun } from './how-many.ts';

/*
 * Random runs of `npm test` are the same runs each time: whether a change broke something must not be chance.
 * New ones are looked for by `npm run test:long`, and a failure names its seed: `SENGEN_SEED=… npm test` runs it again,
 * and what it found becomes a case of its own.
 */
const seed = process.env['SENGEN_SEED'] ?? (isLongRun ? undefined : '20270401');

if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
