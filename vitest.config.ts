import { defineConfig } from 'vitest/config'

type More = {
  folder?: string
  exclude?: string[]
  globalSetup?: string
  setupFiles?: string
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
    ...more,
  },
})

/** Handlers are imported in the test's own process: they find their variables. */
const inProcess = { setupFiles: 'test/support/environment.ts' }

const SEED_ONCE = 'test/support/seed-once.ts'

export default defineConfig({
  test: {
    projects: [
      project('forms', 60_000),
      project('store', 30_000, inProcess),
      project('api', 240_000, { ...inProcess, globalSetup: SEED_ONCE }),
      project('web', 30_000),
      // A page is waited for as its elements are: a second is too short on a busy machine.
      project('e2e', 180_000, { globalSetup: SEED_ONCE, expect: { poll: { timeout: 30_000 } } }),
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
        ...inProcess,
        folder: 'store',
        globalSetup: 'test/support/start-ministack.ts',
      }),
    ],
    maxWorkers: 2,
    // What passing tests print would hide what a failing one says.
    silent: 'passed-only',
  },
})
