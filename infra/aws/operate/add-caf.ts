// Makes a Caf known to the platform, or changes its name or its time zone.
import { Caf } from '../../../forms/nouns/people.ts'
import { putCaf } from '../../../functions/store/projects.ts'
import { needed, type Options, outputsOf } from './stage.ts'

export const run = async (options: Options): Promise<void> => {
  const caf = Caf.parse({
    id: needed(options, 'caf'),
    name: needed(options, 'caf-name'),
    zone: needed(options, 'zone'),
  })
  // Throws on a zone that nothing knows.
  new Intl.DateTimeFormat('fr', { timeZone: caf.zone })
  const output = await outputsOf(needed(options, 'stage'), ['Data', 'Api'])
  process.env.TABLE_NAME = output('TableName')
  await putCaf(caf)
  console.log(`${caf.id}: ${caf.name}, ${caf.zone}`)
}
