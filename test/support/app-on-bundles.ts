// The CDK app, on code that was bundled before: `node app-on-bundles.ts OUTPUT`, where another stage was made.
import { App } from 'aws-cdk-lib'
import { codeIn } from '../../infra/aws/bundle.ts'
import { buildPlatform } from '../../infra/aws/platform.ts'

const [output = ''] = process.argv.slice(2)
await buildPlatform(new App(), async () => codeIn(output))
