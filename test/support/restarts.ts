// A platform that a test kills and starts again, as a process of its own over one data folder.
import { rmSync } from 'node:fs'
import { afterAll } from 'vitest'
import { DEMO_NOW, dataFolder } from './data-folder.ts'
import { printedToken, type Started, startProcess } from './process.ts'
import { type Caller, callerOf } from './server.ts'

type Restarts = {
  readonly dataDir: string
  /** Starts it at an instant, for a demo account who then speaks to it. */
  readonly start: (email: string, now: string) => Promise<Caller>
  /** As a power cut would. */
  readonly kill: () => Promise<void>
  /** Where it runs now. */
  readonly place: () => Pick<Started, 'origin' | 'port'>
}

/** For the tests of a file, or of a group: killed and cleared away after them. */
export const useRestarts = (): Restarts => {
  const { dataDir } = dataFolder(DEMO_NOW)
  let running: Started | undefined
  const kill = async () => running?.kill()
  afterAll(async () => {
    await kill()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    dataDir,
    start: async (email, now) => {
      running = await startProcess(['--port', '0', '--data', dataDir, '--now', now])
      const { port, origin } = running
      return callerOf(origin, await printedToken(email, ['--port', port, '--data', dataDir]))
    },
    kill,
    place: () => running ?? { origin: '', port: '' },
  }
}

/** Waits until it is so, for as long as the test may take. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 20))
}
