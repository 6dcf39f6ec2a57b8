import { describe, expect, it } from 'vitest';
import { hostileFile } from '../../scripts/suites/hostile-word/hostile-file.ts';
import { realFiles } from '../../scripts/suites/hostile-word/real-files.ts';
import { tryFile } from '../../scripts/suites/hostile-word/try-file.ts';
import { trustRuns } from '../support/trust-runs.ts';

/** The first few of the suite that `scripts/suites/hostile-word.ts` runs in thousands. */
const runs = trustRuns('hostile-files', { part: 'Word, in one process', quick: 150, whole: 500 });
const count = runs.count;

describe('Hostile Word files', () => {
  it(`are read or refused, ${count} of them, and none makes the reader throw`, async () => {
    const files = await realFiles();
    const outcomes = new Map<string, number>();
    for (let number = 1; number <= count; number += 1) {
      const { kind, bytes } = hostileFile(number, files, false);
      const outcome = await tryFile(bytes, 'accepted').catch((error: unknown) => {
        throw new Error(`number ${number}, ${kind}`, { cause: error });
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Were nothing damaged, or everything at the door, the test would show nothing.
    expect(outcomes.get('understood') ?? 0).toBeGreaterThan(count / 10);
    expect(outcomes.get('xml-broken') ?? 0).toBeGreaterThan(count / 10);
    expect(outcomes.size).toBeGreaterThan(8);
    runs.took(count);
  });
});
