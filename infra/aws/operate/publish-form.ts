// Publishes a definition of forms/definitions as a Caf's form: the next version when it has changed, and the static
// files of every version. Run twice, it changes nothing.
import { filesOf } from '../../publication/every-form.ts'
import { publish } from '../../publication/publish.ts'
import { putFiles, putVersions } from './put-versions.ts'
import { needed, type Options, outputsOf } from './stage.ts'

export const run = async (options: Options): Promise<void> => {
  const output = await outputsOf(needed(options, 'stage'), ['Data', 'Api'])
  process.env.TABLE_NAME = output('TableName')
  const bucket = output('DefinitionsBucket')
  const formId = needed(options, 'as')
  const { version, publishedAt } = await publish({
    source: needed(options, 'form'),
    formId,
    cafId: needed(options, 'caf'),
    departements: needed(options, 'departements').split(','),
    at: new Date().toISOString(),
    render: filesOf,
    put: (files) => putFiles(bucket, files),
  })
  const count = await putVersions(bucket, [formId])
  console.log(`${formId} is at version ${version}, of ${publishedAt}; ${count} files put online`)
}
