// Before the tests of test/infra/deployed: an emulated AWS, the account prepared, everything it can run deployed by
// the CDK, then what an operator does to a new stage, and people to use it.
import type { TestProject } from 'vitest/node'
import { putMembership } from '../../functions/store/members.ts'
import { putProject } from '../../functions/store/projects.ts'
import { outputsOf } from '../../infra/aws/operate/stage.ts'
import { tokenOf } from './cognito.ts'
import { AGENT, FORM, OTHER_AGENT, operatorOf, PARTNER } from './deployed.ts'
import { emulated, startMinistack } from './ministack.ts'
import { forgetMade, madeDev } from './synth.ts'

declare module 'vitest' {
  interface ProvidedContext {
    deployed: { url: string; tokens: Record<string, string> }
  }
}

export default async (project: TestProject) => {
  const ministack = await startMinistack()
  try {
    const { bootstrap, deploy, operate } = operatorOf(ministack.url)
    await bootstrap()
    await deploy('--app', (await madeDev()).output)
    await operate('publish-keys')
    await operate('add-caf', '--caf', 'caf731', '--caf-name', 'Caf de la Savoie', '--zone', 'Europe/Paris')
    await operate('publish-form', ...FORM, '--departements', '73')
    const agent = ['--caf-name', 'Une Caf', '--roles', 'conseiller,gestionnaire-campagne,concepteur']
    await operate('add-agent', '--email', AGENT, '--caf', 'caf731', ...agent)
    await operate('add-agent', '--email', OTHER_AGENT, '--caf', 'caf741', ...agent)
    Object.assign(process.env, emulated(ministack.url))
    project.provide('deployed', { url: ministack.url, tokens: await people() })
    return async () => {
      await Promise.all([ministack.close(), forgetMade()])
    }
  } catch (error) {
    console.error(ministack.printed().slice(-20_000))
    await ministack.close()
    throw error
  }
}

const people = async (): Promise<Record<string, string>> => {
  const output = await outputsOf('dev', ['Data', 'Api'])
  process.env.TABLE_NAME = output('TableName')
  await putMembership(PARTNER, {
    organisationId: 'asso-belledonne',
    organisationName: 'Association Belledonne',
    roles: ['saisie-activite', 'saisie-financiere', 'approbateur'],
  })
  await putProject({
    id: 'clas-des-bauges',
    name: 'Clas des Bauges',
    organisationId: 'asso-belledonne',
    organisationName: 'Association Belledonne',
    cafId: 'caf731',
    facts: [],
    importIds: [],
  })
  const pool = { UserPoolId: output('UserPoolId'), ClientId: output('ClientId') }
  const tokens: Record<string, string> = {}
  for (const email of [PARTNER, AGENT, OTHER_AGENT]) tokens[email] = await tokenOf(pool, email)
  return tokens
}
