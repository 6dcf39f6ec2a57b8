import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { loadedByNode } from './tests/support/loaded-by-node.ts';

// Word writes times as the author's clock says them: in tests that clock is the same on every machine.
process.env['TZ'] = 'UTC';

/** Electron's own package would download a runtime when it is imported. */
const electron = join(import.meta.dirname, 'tests/desktop/electron-stand-in.ts');

/** Puts another module in the place of one of ours, which only Vite can do. */
const altered = 'tests/application/foreign-writers-unnoticed.test.ts';

/** A second is little on a busy machine; a test that passes does not wait for it. */
const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

/** Kinds of tests: under plain Node, and (tests/renderer) with a DOM, where runes' effects run. */
export default defineConfig({
  test: {
    // Beside the browser suite and the checks: two share two processors well (docs/decisions/0031).
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: { electron } },
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['tests/support/scratch-folder.ts'],
          setupFiles: ['tests/support/random-runs.ts', 'tests/support/another-person.ts'],
          maxConcurrency: 20,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**', 'tests/*-suite/**', altered],
          ...patience,
          isolate: false,
          server: { deps: { external: [loadedByNode] } },
        },
      },
      {
        test: {
          name: 'altered',
          environment: 'node',
          globalSetup: ['tests/support/scratch-folder.ts'],
          include: [altered],
          ...patience,
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'], alias: { electron } },
        test: {
          name: 'page',
          environment: 'happy-dom',
          ...patience,
          isolate: false,
          server: { deps: { external: [loadedByNode] } },
          include: ['tests/renderer/**/*.test.ts'],
          setupFiles: ['tests/renderer/idle-stand-in.ts', 'tests/support/random-runs.ts'],
        },
      },
    ],
  },
});
