// Before the tests of test/infra: the stacks of dev, and those of prod with every option, made once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { DEV, PROD_WITH_EVERY_OPTION, synth } from './synth.ts'

type Made = { output: string; code: number; said: string }

declare module 'vitest' {
  interface ProvidedContext {
    synth: { dev: Made; prod: Made }
  }
}

export default async (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'echeance-synth-'))
  const made = async (name: string, context: Record<string, string>): Promise<Made> => {
    const output = join(folder, name)
    return { output, ...(await synth(context, output)) }
  }
  project.provide('synth', {
    dev: await made('dev', DEV),
    prod: await made('prod', PROD_WITH_EVERY_OPTION),
  })
  return () => rmSync(folder, { recursive: true, force: true })
}
