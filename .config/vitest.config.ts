import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxConcurrency: 2,
    // Most tests wait for processes they start, so a core is never left out.
    maxWorkers: '100%',
  },
});
