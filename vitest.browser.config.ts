import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { loadedByNode } from './tests/support/loaded-by-node.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

/** The suite that drives the built page as a person would, in each shell that is here. */
export const browserProject: TestProjectInlineConfiguration = {
  test: {
    name: 'browser suite',
    environment: 'node',
    globalSetup: ['tests/support/scratch-folder.ts'],
    // The files of a worker share one browser, one window and one program (tests/support/test-window.ts).
    isolate: false,
    server: { deps: { external: [loadedByNode] } },
    include: ['tests/browser-suite/**/*.test.ts'],
    // `SENGEN_WINDOW=1920x1080` runs at that window size instead.
    env: { SENGEN_ENTRY: process.env['SENGEN_ENTRY'] ?? 'out/main/sengen.js' },
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // A second is little for a page on a busy machine; a test that passes does not wait for it.
    expect: { poll: { timeout: 15_000 } },
  },
};

// Most of a test is waiting for the page: two files share two cores well, more would not.
export default defineConfig({
  ...browserProject,
  test: { ...browserProject.test, maxWorkers: 2, sequence: { sequencer: LongestFirst } },
});
