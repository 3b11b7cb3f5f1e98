import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

type More = {
  folder?: string
  exclude?: string[]
  globalSetup?: string
  setupFiles?: string | string[]
  isolate?: boolean
  fileParallelism?: boolean
  expect?: { poll: { timeout: number } }
}

/** The tests of a folder of test/, under the name of the project. */
const project = (name: string, timeoutMs: number, { folder = name, ...more }: More = {}) => ({
  test: {
    name,
    include: [`test/${folder}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: 120_000,
    sequence: { setupFiles: 'list' as const },
    ...more,
  },
})

/** Handlers are imported in the test's own process: they find their variables. */
const ENVIRONMENT = 'test/support/environment.ts'

/** Files one after another in a process that is warm; each has our modules anew. */
const AFRESH = 'test/support/afresh.ts'

const SEED_ONCE = 'test/support/seed-once.ts'

/** What dynalite and its database say once they are closed. */
const CLOSED = new Set(['LEVEL_ITERATOR_NOT_OPEN', 'LEVEL_DATABASE_NOT_OPEN', 'Database is closed'])

export default defineConfig({
  test: {
    projects: [
      project('forms', 60_000, { isolate: false, setupFiles: AFRESH }),
      project('store', 30_000, { setupFiles: ENVIRONMENT }),
      project('api', 240_000, { isolate: false, setupFiles: [AFRESH, ENVIRONMENT], globalSetup: SEED_ONCE }),
      project('web', 30_000, { isolate: false, setupFiles: AFRESH }),
      // A page is waited for as its elements are: a second is too short on a busy machine.
      project('e2e', 180_000, {
        isolate: false,
        setupFiles: AFRESH,
        globalSetup: SEED_ONCE,
        expect: { poll: { timeout: 30_000 } },
      }),
      project('infra', 180_000, {
        exclude: ['test/infra/deployed/**'],
        globalSetup: 'test/support/start-synth.ts',
      }),
      project('deployed', 180_000, {
        folder: 'infra/deployed',
        globalSetup: 'test/support/start-deployed.ts',
        // One platform for all: a test that breaks a function would break it for the others.
        fileParallelism: false,
      }),
      project('store-on-ministack', 60_000, {
        setupFiles: ENVIRONMENT,
        folder: 'store',
        globalSetup: 'test/support/start-ministack.ts',
      }),
    ],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A platform that a file has stopped may have been reading ahead in its table, of which dynalite then throws.
    onUnhandledError: ({ code, message }) => !CLOSED.has(String(code)) && !CLOSED.has(message),
    // What passing tests print would hide what a failing one says.
    silent: 'passed-only',
  },
})
