import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

/** The instant that the demo data of a run are made as of, and that most files start the platform at. */
export const DEMO_NOW = '2026-06-10T09:00:00.000Z'

/** A data folder of a test, and whether it is seeded as of the very instant that was asked for. */
type DataFolder = { readonly dataDir: string; readonly isSeeded: boolean }

/**
 * A new data folder for a platform that starts at an instant: with the demo data, if they were made earlier on that day,
 * UTC. What was due since is caught up with, as after an outage.
 */
export const dataFolder = (now: string | undefined): DataFolder => {
  const dataDir = mkdtempSync(join(tmpdir(), 'echeance-'))
  const seeded = inject('seeded')
  if (seeded && now && isLaterThatDay(now, seeded.now)) cpSync(seeded.folder, dataDir, { recursive: true })
  return { dataDir, isSeeded: seeded !== undefined && seeded.now === now }
}

const isLaterThatDay = (now: string, seeded: string): boolean =>
  now.slice(0, 10) === seeded.slice(0, 10) && Date.parse(now) >= Date.parse(seeded)
