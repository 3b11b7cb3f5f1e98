// Before the tests of test/infra: the stacks of dev, and those of prod with every option, made once.
import type { TestProject } from 'vitest/node'
import { forgetMade, type Made, madeDev, madeProd } from './synth.ts'

declare module 'vitest' {
  interface ProvidedContext {
    synth: { dev: Made; prod: Made }
  }
}

export default async (project: TestProject) => {
  project.provide('synth', { dev: await madeDev(), prod: await madeProd() })
  return forgetMade
}
