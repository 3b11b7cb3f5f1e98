// `cdk synth -c stage=dev -c siteOrigin=… -c mailFrom=…`: the platform on AWS. infra/README.md says how to deploy it.
import { App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { ApiStack } from './api-stack.ts'
import { DataStack } from './data-stack.ts'
import { settingsOf } from './settings.ts'
import { WebStack } from './web-stack.ts'

const app = new App()
try {
  const settings = settingsOf(app)
  const name = (stack: string) => `Echeance-${settings.stage}-${stack}`
  const data = new DataStack(app, name('Data'), { settings, terminationProtection: settings.isProd })
  const api = new ApiStack(app, name('Api'), { settings, table: data.table })
  new WebStack(app, name('Web'), { settings, api: api.gateway.api })
  Tags.of(app).add('application', 'echeance')
  Tags.of(app).add('stage', settings.stage)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
