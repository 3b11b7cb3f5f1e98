import { type App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { ApiStack } from './api-stack.ts'
import { bundleFunctions, type CodeOf } from './bundle.ts'
import { DataStack } from './data-stack.ts'
import { settingsOf } from './settings.ts'
import { readSite } from './site.ts'
import { WebStack } from './web-stack.ts'

/**
 * The three stacks of a stage, in an app whose context says which. Throws one line when the context is wrong. `bundle`
 * puts the code of the functions under the app's output.
 */
export const buildPlatform = async (
  app: App,
  bundle: (outdir: string) => Promise<CodeOf> = bundleFunctions,
) => {
  const settings = settingsOf(app)
  const site = readSite()
  const codeOf = await bundle(app.outdir)
  const name = (stack: string) => `Echeance-${settings.stage}-${stack}`
  const common = { settings, env: { region: settings.region }, terminationProtection: settings.isProd }
  const data = new DataStack(app, name('Data'), common)
  const api = new ApiStack(app, name('Api'), {
    ...common,
    codeOf,
    ownTable: data.table,
    uploads: data.uploads,
    exports: data.exports,
    definitions: data.definitions,
  })
  const web = new WebStack(app, name('Web'), { ...common, site, data, api })
  Tags.of(app).add('application', 'echeance')
  Tags.of(app).add('stage', settings.stage)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { data, api, web }
}
