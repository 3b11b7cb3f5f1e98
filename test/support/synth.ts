// `cdk synth` as an operator runs it, and what it made.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { PATH, projectDir } from './ministack.ts'

export const DEV = {
  stage: 'dev',
  siteOrigin: 'https://echeance.example',
  mailFrom: 'ne-pas-repondre@echeance.example',
}
export const PROD = {
  ...DEV,
  stage: 'prod',
  alarmEmail: 'astreinte@echeance.example',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/essai',
}
export const PROD_WITH_EVERY_OPTION = {
  ...PROD,
  receiptKeys: '2',
  signWith: '1',
  submitConcurrency: '40',
  restoredTable: 'echeance-restored',
  oidcIssuer: 'https://proconnect.example',
  oidcClientId: 'echeance',
  oidcClientSecretName: 'echeance/oidc',
}

/** What `cdk synth` of a stage left and said. */
export type Made = { readonly output: string; readonly code: number; readonly said: string }

declare global {
  /** By stage. Setups of projects run one after another in one process, and have its modules each for themselves. */
  var stagesMade: Map<string, Promise<Made>> | undefined
}

/** The stacks of dev, made once for the tests that read them and for those that deploy them. */
export const madeDev = (): Promise<Made> => once('dev', () => synth(DEV, outputFor('dev')))

/** Those of prod with every option, of the code that was bundled for dev: it is the same, and bundling is most of it. */
export const madeProd = (): Promise<Made> =>
  once('prod', async () => {
    const app = `node ${join(import.meta.dirname, 'app-on-bundles.ts')} ${(await madeDev()).output}`
    return synth(PROD_WITH_EVERY_OPTION, outputFor('prod'), ['--app', app])
  })

/** Removes what has been made. */
export const forgetMade = async (): Promise<void> => {
  const made = [...(globalThis.stagesMade?.values() ?? [])]
  globalThis.stagesMade = undefined
  for (const { output } of await Promise.all(made)) rmSync(output, { recursive: true, force: true })
}

const once = (stage: string, make: () => Promise<Made>): Promise<Made> => {
  globalThis.stagesMade ??= new Map()
  const made = globalThis.stagesMade.get(stage) ?? make()
  globalThis.stagesMade.set(stage, made)
  return made
}

const outputFor = (stage: string): string => mkdtempSync(join(tmpdir(), `echeance-synth-${stage}-`))

/** Makes the stacks of a context into a folder, without account or network; answers the exit code and what was said. */
export const synth = async (
  context: Record<string, string>,
  output: string,
  options: readonly string[] = [],
): Promise<Made> => {
  const args = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const env = { PATH, HOME: output, CI: '1', HTTPS_PROXY: 'http://127.0.0.1:9' }
  return await promisify(execFile)('cdk', ['synth', '--quiet', '--output', output, ...options, ...args], {
    cwd: projectDir,
    env,
  }).then(
    ({ stdout, stderr }) => ({ output, code: 0, said: stderr + stdout }),
    ({ code, stdout, stderr }) => ({ output, code, said: stderr + stdout }),
  )
}

type Stack = 'Data' | 'Api' | 'Web'
type Resource = {
  readonly id: string
  readonly DeletionPolicy?: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads a template as it comes
  readonly Properties: Record<string, any>
}

/** The files of a stage's stack: its own template, and those of the stacks nested in it. */
export const templatesOf = (stage: 'dev' | 'prod', stack: Stack): string[] => {
  const { output } = inject('synth')[stage]
  return readdirSync(output)
    .filter(
      (file) =>
        file === `Echeance-${stage}-${stack}.template.json` ||
        (file.startsWith(`Echeance${stage}${stack}`) && file.endsWith('.nested.template.json')),
    )
    .map((file) => join(output, file))
}

/** The resources of a type in a stack and those nested in it, of the stage that was made before the tests. */
export const resourcesOf = (stage: 'dev' | 'prod', stack: Stack, type: string): Resource[] =>
  templatesOf(stage, stack).flatMap((file) => {
    const all: Record<string, Omit<Resource, 'id'> & { Type: string }> = JSON.parse(
      readFileSync(file, 'utf8'),
    ).Resources
    return Object.entries(all).flatMap(([id, resource]) =>
      resource.Type === type ? [{ ...resource, id }] : [],
    )
  })
