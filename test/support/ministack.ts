// An emulated AWS that none of us wrote: ministack, in a virtual environment of its own, started afresh each time.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { listen } from '../../infra/local/listen.ts'

export const projectDir = join(import.meta.dirname, '../..')
const requirements = join(projectDir, 'test/infra/ministack-requirements.txt')
/** The project's own programs come first: the emulator runs the functions with the `node` it finds. */
export const PATH = [join(projectDir, 'node_modules/.bin'), process.env.PATH].join(delimiter)
const START_MS = 60_000

/** What points the AWS SDK and the CDK at the emulator, as the account it gives to the key `test`. */
export const emulated = (url: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'eu-west-3',
  AWS_DEFAULT_REGION: 'eu-west-3',
})

export type Ministack = {
  readonly url: string
  /** What it has printed, the logs of the functions included. */
  readonly printed: () => string
  readonly close: () => Promise<void>
}

/** Starts the emulator on a free loopback port. Throws what it printed when it does not come up. */
export const startMinistack = async (): Promise<Ministack> => {
  const program = installed()
  const folder = mkdtempSync(join(tmpdir(), 'echeance-ministack-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn(program, [], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH,
      TMPDIR: folder,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: new URL(url).port,
      // It would take a port of its own, always the same.
      IOT_MTLS_ENABLED: '0',
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  const close = async () => {
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  for (const giveUpAt = Date.now() + START_MS; ; await wait(200)) {
    if (await answers(url)) return { url, printed: () => printed, close }
    if (child.exitCode === null && Date.now() < giveUpAt) continue
    await close()
    throw new Error(`ministack did not start:\n${printed}`)
  }
}

/** Makes the virtual environment unless it is there, complete and of these very requirements. */
const installed = (): string => {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const venv = join(projectDir, '.venv', `ministack-${wanted}`)
  const program = join(venv, 'bin/ministack')
  const complete = join(venv, 'complete')
  if (existsSync(complete)) return program
  rmSync(venv, { recursive: true, force: true })
  execFileSync('python3', ['-m', 'venv', venv], { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync(
    join(venv, 'bin/pip'),
    ['install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  writeFileSync(complete, '')
  return program
}

const freePort = async (): Promise<number> => {
  const { port, close } = await listen(createServer(), 0)
  await close()
  return port
}

const answers = async (url: string): Promise<boolean> => {
  const reply = await fetch(`${url}/_ministack/health`).catch(() => undefined)
  return reply?.ok === true
}

/** Ends the emulator and the functions it runs: they are of one process group. */
const ended = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined) return
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), name)
    } catch {
      // Nothing of the group is left.
    }
  }
  const exited = new Promise((done) => child.once('exit', done))
  signal('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await Promise.race([exited, wait(10_000)])
  signal('SIGKILL')
}
