import { defineConfig } from 'vitest/config';

// Processes, not threads: a thread that ends while DuckDB still works in it takes the whole run down.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A page shows what was done when it has drawn it, on a busy machine later.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
});
