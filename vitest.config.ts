import { defineConfig } from 'vitest/config';

const suffixed = ['**/*.db.test.ts', '**/*.browser.test.ts', '**/*.fault.test.ts', '**/*.full.test.ts'];
const everywhere = { exclude: ['**/node_modules/**', '**/dist/**'], resolve: { conditions: ['source'] } };

/**
 * The suffix of a test says what it needs: nothing (fast), the stores (db), Chromium (browser), processes to kill (fault);
 * `.full.test.ts` are the long ones. Everything but `fast` runs one file at a time unless told otherwise: it starts real servers.
 */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          // Properties run a thousand times; a busy machine must not make one of them fail.
          testTimeout: 60_000,
          include: ['packages/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...everywhere.exclude, ...suffixed],
        },
      },
      ...['db', 'browser', 'fault', 'full'].map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`packages/**/*.${name}.test.ts`, `test/**/*.${name}.test.ts`],
          exclude: everywhere.exclude,
          fileParallelism: false,
          globalSetup: ['test/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
