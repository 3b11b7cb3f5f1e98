// Most files start the platform as of one same instant: its demo data are made once a run, and copied.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { DEMO_NOW } from './data-folder.ts'

/** A seeded data folder, and as of when. */
type Seeded = { readonly folder: string; readonly now: string }

declare module 'vitest' {
  interface ProvidedContext {
    seeded: Seeded
  }
}

export default async ({ provide }: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), 'echeance-seeded-'))
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'seed-folder.ts'), folder, DEMO_NOW])
  provide('seeded', { folder, now: DEMO_NOW })
  return () => rmSync(folder, { recursive: true, force: true })
}
