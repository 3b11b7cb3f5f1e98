// The platform as a process of its own, to be killed and started again.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const script = (name: string) => join(import.meta.dirname, '../../infra/local', name)

export type Started = {
  readonly origin: string
  readonly port: string
  /** Ends it at once, as a power cut of the process would: nothing is flushed, nothing is closed. */
  readonly kill: () => Promise<void>
}

/** Runs `npm start`'s own script; rejects with what it printed when it ends before it is ready. */
export const startProcess = (args: readonly string[]): Promise<Started> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script('start.ts'), '--no-build', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    const onOutput = (chunk: Buffer) => {
      printed += chunk
      const origin = /Échéance est prête : (http:\/\/localhost:(\d+))/.exec(printed)
      if (origin) resolve({ origin: origin[1] ?? '', port: origin[2] ?? '', kill: () => killed(child) })
    }
    child.stdout.on('data', onOutput)
    child.stderr.on('data', onOutput)
    child.once('exit', (code) => reject(Object.assign(new Error(printed), { code })))
  })

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.removeAllListeners('exit')
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })

/** What `npm run token` prints for a demo account. */
export const printedToken = async (email: string, args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script('token.ts'), email, ...args])
  return stdout.trim()
}
