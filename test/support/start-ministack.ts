// The emulated AWS for the tests of a whole project: each file finds its address by `inject('ministack')`.
import type { TestProject } from 'vitest/node'
import { startMinistack } from './ministack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ministack?: string
  }
}

export default async (project: TestProject) => {
  const { url, close } = await startMinistack()
  project.provide('ministack', url)
  return close
}
