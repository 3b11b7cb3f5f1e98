// Where a page of texts ends, as a token that an address carries: the last dossier read of each shard.
import * as z from 'zod'
import { ResponseId } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { placeAfter, type ResponseRow } from '../store/campaign-rows.ts'
import { shardOf, shards } from '../store/index-keys.ts'

type Last = Pick<ResponseRow, 'id' | 'campaignId' | 'projectName'>
/** By shard. */
export type LastRead = Record<string, Last>

const Token = z.array(z.tuple([ResponseId, z.string().max(500)])).max(shards.length)

export const noteRead = (last: LastRead, { id, campaignId, projectName }: Last): void => {
  last[shardOf(id)] = { id, campaignId, projectName }
}

export const tokenOf = (last: LastRead): string =>
  Buffer.from(JSON.stringify(Object.values(last).map(({ id, projectName }) => [id, projectName]))).toString(
    'base64url',
  )

/** What a token says was read of a campaign. Throws `invalid-request` when it is none of this campaign's. */
export const lastReadOf = (token: string | undefined, campaignId: string): LastRead => {
  if (token === undefined) return {}
  const { success, data = [] } = Token.safeParse(jsonOf(token))
  if (!success || data.some(([id]) => !id.startsWith(`${campaignId}.`)))
    throw new Problem(
      'invalid-request',
      'Cette suite des textes n’existe pas : reprenez depuis les premiers.',
    )
  const last: LastRead = {}
  for (const [id, projectName] of data) noteRead(last, { id, campaignId, projectName })
  return last
}

/** Where reading goes on in each shard. */
export const placesAfter = (last: LastRead): Record<string, string> =>
  Object.fromEntries(Object.entries(last).map(([shard, row]) => [shard, placeAfter(row)]))

const jsonOf = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return undefined
  }
}
