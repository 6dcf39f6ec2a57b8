import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';
import { browserProject } from './vitest.browser.config.ts';
import { roomProjects } from './vitest.config.ts';

/** How many files run side by side: much of a test is waiting for a page or another program, so one more than cores. */
const maxWorkers = 3;

/** All that `npm test` runs by Vitest: one queue of files, so that no core lies idle while one is left. */
export default defineConfig({
  test: {
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    projects: [browserProject, ...roomProjects].map((project) => ({
      ...project,
      test: { ...project.test, maxWorkers },
    })),
  },
});
