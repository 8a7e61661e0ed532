import { configDefaults, defineConfig } from 'vitest/config';

/** They change what all modules of a process share. */
const apart = ['test/store/stopping.test.ts'];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxConcurrency: 2,
    // Most tests wait for processes they start, so a core is never left out.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Loading the modules anew for each file was a quarter of all work.
        test: {
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...apart],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
