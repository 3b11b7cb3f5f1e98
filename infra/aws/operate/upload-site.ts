// Puts what `npm run build` made online. Assets go first, pages last: no page ever asks for an asset that is not
// there, and the service worker, which keeps one, goes with the pages. Assets of earlier versions stay for the pages that are open. Then the pages of every published version of every
// questionnaire are rendered again, since the addresses of the assets are in them.
import { join } from 'node:path'
import { everyForm } from '../../publication/every-form.ts'
import { distDir, filesUnder, readSite } from '../site.ts'
import { putFile, putFileFrom } from './put-file.ts'
import { putVersions } from './put-versions.ts'
import { needed, type Options, outputsOf } from './stage.ts'

/** Uploads at once; S3 takes more, but a laptop's line does not. */
const AT_ONCE = 8

export const run = async (options: Options): Promise<void> => {
  const output = await outputsOf(needed(options, 'stage'), ['Data', 'Api', 'Web'])
  const count = await uploadSite(output('SiteBucket'), {
    authorizationEndpoint: `${output('LoginUrl')}/oauth2/authorize`,
    clientId: output('ClientId'),
    scope: 'openid email profile',
  })
  console.log(`${count} files put online`)
  process.env.TABLE_NAME = output('TableName')
  const published = await putVersions(output('DefinitionsBucket'), await everyForm())
  console.log(`${published} files of published questionnaires rendered again`)
}

type PageConfig = {
  readonly authorizationEndpoint: string
  readonly clientId: string
  readonly scope: string
}

/** Uploads the built site and the settings its pages read; answers how many files. */
export const uploadSite = async (bucket: string, config: PageConfig): Promise<number> => {
  readSite()
  const siteDir = join(distDir, 'site')
  const isPage = (address: string) => /(?:\.html|^\/service-worker\.js)(?:\.\w+)?$/.test(address)
  // CloudFront serves the brotli form or the file itself: the other compressed forms have no use there.
  const all = filesUnder(siteDir).filter((address) => !address.endsWith('.gz'))
  const upload = (address: string) => putFileFrom(bucket, address, join(siteDir, address))
  await inTurn(
    all.filter((address) => !isPage(address)),
    upload,
  )
  await putFile(bucket, '/config.json', JSON.stringify(config))
  await inTurn(all.filter(isPage), upload)
  return all.length + 1
}

const inTurn = async (items: readonly string[], act: (item: string) => Promise<void>): Promise<void> => {
  const left = [...items]
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
