import { test, type TestAPI } from 'vitest';
import { isLongRun } from './how-many.ts';

/** Takes a test and lets it be. */
const notNow = Object.assign(() => undefined, { each: () => () => undefined, for: () => () => undefined });

/**
 * A test that `npm run test:long` runs and `npm test` does not: it tries what another test tries in one more state, window
 * or way, or what tests without a browser hold already (docs/decisions/0031). What nothing else would notice is no such test.
 */
export const longTest = isLongRun ? test : (notNow as unknown as TestAPI);
