// Publishes a definition of forms/definitions as a Caf's form: the next version when it has changed, and the static
// files of every version. Run twice, it changes nothing.
import { publish, staticFilesOf } from '../../publication/publish.ts'
import { putFile } from './put-file.ts'
import { needed, type Options, outputsOf } from './stage.ts'

export const run = async (options: Options): Promise<void> => {
  const output = await outputsOf(needed(options, 'stage'), ['Data', 'Api'])
  process.env.TABLE_NAME = output('TableName')
  const formId = needed(options, 'as')
  const { version, publishedAt } = await publish({
    source: needed(options, 'form'),
    formId,
    cafId: needed(options, 'caf'),
    departements: needed(options, 'departements').split(','),
    at: new Date().toISOString(),
  })
  const files = Object.entries(await staticFilesOf(formId))
  for (const [address, text] of files) await putFile(output('DefinitionsBucket'), address, text)
  console.log(`${formId} is at version ${version}, of ${publishedAt}; ${files.length} files put online`)
}
