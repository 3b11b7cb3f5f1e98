// The platform deployed for real to an emulated AWS, as the tests of test/infra/deployed find it.
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { beforeAll, inject } from 'vitest'
import { callResponse } from '../../functions/store/responses.ts'
import { outputsOf } from '../../infra/aws/operate/stage.ts'
import { emulated, PATH, projectDir } from './ministack.ts'
import { calledResponse } from './response.ts'
import { type Caller, callerOf } from './server.ts'

export const SITE_ORIGIN = 'https://echeance.example'
export const PARTNER = 'partenaire@asso-belledonne.test'
export const AGENT = 'conseiller@caf731.test'
export const OTHER_AGENT = 'conseiller@caf741.test'

/** The form that the tests publish, in the operator's words. */
export const FORM = ['--caf', 'caf731', '--form', 'clas-bilan', '--as', 'clas-bilan']

const CONTEXT = ['stage=dev', `siteOrigin=${SITE_ORIGIN}`, 'mailFrom=ne-pas-repondre@echeance.example']
/** The web stack is not among them: the emulator knows no origin access control. */
const STACKS = ['Echeance-dev-Data', 'Echeance-dev-Api']
const run = promisify(execFile)

/** Runs the operator's programs against an emulator; each answers what it printed and rejects when it failed. */
export const operatorOf = (url: string) => {
  const env = { ...process.env, ...emulated(url), PATH, CI: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' }
  const tellIn = async (cwd: string, program: string, ...args: string[]) => {
    const { stdout, stderr } = await run(program, args, { cwd, env, maxBuffer: 64 << 20 })
    return stderr + stdout
  }
  const tell = (program: string, ...args: string[]) => tellIn(projectDir, program, ...args)
  const context = CONTEXT.flatMap((value) => ['-c', value])
  return {
    // Away from our app: beside it, the CDK would make its stacks first, and use none of them.
    bootstrap: () => tellIn(tmpdir(), 'cdk', 'bootstrap', 'aws://000000000000/eu-west-3'),
    /** As an operator does; `--app` deploys stacks that were made before. */
    deploy: (...options: string[]) =>
      tell('cdk', 'deploy', ...context, ...options, '--require-approval', 'never', ...STACKS),
    operate: (...args: string[]) => tell('node', 'infra/aws/operate/run.ts', ...args, '--stage', 'dev'),
  }
}

type Deployed = ReturnType<typeof operatorOf> & {
  readonly url: string
  /** An output of the stacks. */
  readonly output: (name: string) => string
  readonly anyone: Caller
  readonly as: (email: string) => Caller
  readonly token: (email: string) => string
  /** A caller with this very token. */
  readonly holding: (token: string) => Caller
}

/** Before the tests of a file: the deployed platform, with the environment of this process pointing at it. */
export const useDeployed = (): Deployed => {
  const deployed = {} as Deployed
  beforeAll(async () => {
    const { url, tokens } = inject('deployed')
    Object.assign(process.env, emulated(url))
    const output = await outputsOf('dev', ['Data', 'Api'])
    process.env.TABLE_NAME = output('TableName')
    // By path: the addresses that the emulator gives have a host name that nothing resolves.
    const api = `${url}/_aws/execute-api/${new URL(output('ApiUrl')).hostname.split('.')[0]}/$default`
    Object.assign(deployed, operatorOf(url), {
      url,
      output,
      anyone: callerOf(api),
      as: (email: string) => callerOf(api, tokens[email]),
      token: (email: string) => tokens[email],
      holding: (token: string) => callerOf(api, token),
    })
  })
  return deployed
}

/** Calls a response to the demo form, closing so long from now; answers when. */
export const callFor = async (id: string, milliseconds: number): Promise<string> => {
  const closesAt = new Date(Date.now() + milliseconds).toISOString()
  await callResponse(calledResponse(id, { closesAt }))
  return closesAt
}
