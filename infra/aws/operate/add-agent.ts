// Gives a person their roles in a Caf: how the first administrator comes in, who then looks after the others.
import * as z from 'zod'
import { Agency } from '../../../forms/nouns/people.ts'
import { putAgency } from '../../../functions/store/members.ts'
import { needed, type Options, outputsOf } from './stage.ts'

export const run = async (options: Options): Promise<void> => {
  const email = z.email().parse(needed(options, 'email').toLowerCase())
  const agency = Agency.parse({
    cafId: needed(options, 'caf'),
    cafName: needed(options, 'caf-name'),
    roles: needed(options, 'roles').split(','),
  })
  const output = await outputsOf(needed(options, 'stage'), ['Data', 'Api'])
  process.env.TABLE_NAME = output('TableName')
  await putAgency(email, agency)
  console.log(`${email}: ${agency.roles.join(', ')} in ${agency.cafName}`)
}
