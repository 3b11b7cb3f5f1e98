import * as z from 'zod'
import { Notices, noticesOfNew } from '../../forms/notices.ts'
import { Caf } from '../../forms/nouns/people.ts'
import { ownerKeys } from './index-keys.ts'
import { keys } from './keys.ts'
import { queryIndex } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { putItem } from './write-items.ts'

const Kept = z.object({ notices: Notices, revision: z.int().positive() })

/** Every Caf of the platform, by name. */
export const listCafs = async (): Promise<Caf[]> => {
  const ids = (await queryIndex('byOwner', ownerKeys.cafs)).map(({ id }) => String(id))
  const cafs = await findItems(ids.map(keys.caf), Caf)
  return cafs.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** What a Caf says, and how often it was changed; what is proposed while it has written nothing. */
export const noticesOf = async ({ id, name }: Caf): Promise<{ notices: Notices; revision: number }> =>
  (await findItem(keys.notices(id), Kept)) ?? { notices: noticesOfNew(name), revision: 0 }

/** Keeps what a Caf says; false when it was changed since that revision, and then nothing is. */
export const putNotices = (cafId: string, notices: Notices, seen: number): Promise<boolean> =>
  putItem(
    keys.notices(cafId),
    { notices, revision: seen + 1 },
    seen === 0
      ? { condition: 'attribute_not_exists(pk)' }
      : { condition: 'revision = :seen', values: { ':seen': seen } },
  )
