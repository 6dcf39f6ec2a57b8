import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { loadedByNode } from './tests/support/loaded-by-node.ts';

/** The files that take longest, the longest first: begun last, one would be waited for alone. */
const longest = [
  ...['accessibility', 'never-lost', 'paste-report', 'table-view', 'orientation', 'word-both-ways'],
  ...['write-and-export', 'dropping', 'side-pane', 'input-method', 'undo-names', 'many-files'],
];

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.indexOf(basename(moduleId, '.test.ts'));
      return at === -1 ? longest.length : at;
    };
    return Promise.resolve(files.toSorted((one, other) => place(one) - place(other)));
  }
}

/** The suite that drives the built page as a person would, in each shell that is here. */
export default defineConfig({
  test: {
    name: 'browser suite',
    environment: 'node',
    globalSetup: ['tests/support/scratch-folder.ts'],
    setupFiles: ['tests/support/another-person.ts'],
    // The files of a worker share one browser, one window and one program (tests/support/test-window.ts).
    isolate: false,
    server: { deps: { external: [loadedByNode] } },
    include: ['tests/browser-suite/**/*.test.ts'],
    // `SENGEN_WINDOW=1920x1080` runs at that window size instead.
    env: { SENGEN_ENTRY: process.env['SENGEN_ENTRY'] ?? 'out/main/sengen.js' },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A second is little for a page on a busy machine; a test that passes does not wait for it.
    expect: { poll: { timeout: 60_000 } },
    // Most of a test is waiting for the page: two files share two cores well, more would not.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
