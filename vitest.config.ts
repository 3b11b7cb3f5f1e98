import { defineConfig } from 'vitest/config'

const project = (name: string, timeoutMs: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      project('forms', 60_000),
      project('store', 30_000),
      project('api', 90_000),
      project('web', 30_000),
      project('e2e', 120_000),
    ],
    maxWorkers: 2,
  },
})
