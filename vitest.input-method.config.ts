import { defineConfig } from 'vitest/config';

/** The suite that types with a real Japanese input method, in a real window. One desk, one keyboard: one test at a time. */
export default defineConfig({
  test: {
    name: 'input method',
    environment: 'node',
    include: ['tests/input-method-suite/**/*.test.ts'],
    env: { SENGEN_ENTRY: process.env['SENGEN_ENTRY'] ?? 'out/main/sengen.js' },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    fileParallelism: false,
  },
});
