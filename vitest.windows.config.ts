import { defineConfig } from 'vitest/config';

// As in vitest.config.ts.
process.env['TZ'] = 'UTC';

const common = { environment: 'node', testTimeout: 600_000, hookTimeout: 180_000 } as const;

/**
 * `npm run test:windows`. The project `windows` runs on Windows itself, with the tests of the rooms that touch files
 * and those of Windows' own ways; `walk` runs a browser in front of a program that runs there.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'windows',
          // A thread can be started on every Windows; what it waits for are processes that the tests start.
          pool: 'threads',
          isolate: false,
          globalSetup: ['tests/support/scratch-folder.ts'],
          setupFiles: ['tests/support/random-runs.ts'],
          include: [
            'tests/{data,files,backup,command-line}/**/*.test.ts',
            'tests/application/{backups,one-library,foreign-writers}.test.ts',
            'tests/windows-suite/*.test.ts',
          ],
          exclude: ['tests/windows-suite/walk.test.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'walk',
          include: ['tests/windows-suite/walk.test.ts'],
          globalSetup: ['tests/support/scratch-folder.ts'],
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
