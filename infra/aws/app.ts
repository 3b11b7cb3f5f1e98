// `cdk synth -c stage=dev -c siteOrigin=… -c mailFrom=…`: the platform on AWS. infra/aws/operating.md says how to deploy it.
import { App } from 'aws-cdk-lib'
import { buildPlatform } from './platform.ts'

const app = new App()
try {
  await buildPlatform(app)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
