// What a person began and never transmitted is given up, or given another name: one conditional write each, with its
// line of history. What is erased afterwards is told by `erasing`, under which the item stays in the list of what a
// worker looks at. Given up whole, a response leaves every index but that of the deletion of its campaign's answers:
// nobody finds it any more, no write may change it, and who gave it up is kept as long as those answers.
import { randomUUID } from 'node:crypto'
import { removable } from '../../forms/lifecycle.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { campaignShard, GIVEN_UP_SHARD } from './index-keys.ts'
import { keys, ranges } from './keys.ts'
import { listKeys, queryParts } from './query-items.ts'
import { changeResponse, moveResponse } from './responses.ts'
import { deleteItem, updateItem } from './write-items.ts'

type By = { readonly by: string; readonly at: string }

/** Never transmitted, and still open: held in the very write, whatever was read before. */
const UNSENT = 'closesAt > :at AND submissionNumber = :zero'

/** Gives up a draft of what a campaign called: it is to begin again. False when it has changed since it was read. */
export const markUnbegun = ({ id }: Response, { by, at }: By): Promise<boolean> =>
  moveResponse(id, {
    move: 'giveUp',
    entry: { id: randomUUID(), at, type: 'given-up', by },
    condition: UNSENT,
    set: ['erasing = :at', 'quarters = :noQuarters'],
    remove: ['movedAt'],
    values: { ':zero': 0, ':noQuarters': {} },
  })

/** Gives up whole what a person started by themself. False when it has changed since it was read. */
export const markGone = ({ id, campaignId }: Response, { by, at }: By): Promise<boolean> =>
  changeResponse(id, {
    from: removable,
    entry: { id: randomUUID(), at, type: 'given-up', by },
    condition: UNSENT,
    set: ['erasing = :at', 'givenUp = :givenUp', 'campaignShard = :givenUpShard'],
    remove: ['ownerKey', 'closingShard'],
    values: {
      ':zero': 0,
      ':givenUp': { at, by },
      ':givenUpShard': campaignShard(campaignId, GIVEN_UP_SHARD),
    },
  })

/** Gives it another name. False when it was transmitted, closed or renamed since it was read. */
export const markRenamed = (
  { id, projectName }: Response,
  { name, by, at }: By & { readonly name: string },
): Promise<boolean> =>
  changeResponse(id, {
    from: removable,
    entry: { id: randomUUID(), at, type: 'renamed', by, detail: `« ${projectName} » devient « ${name} ».` },
    condition: `${UNSENT} AND projectName = :was`,
    set: ['projectName = :name'],
    values: { ':zero': 0, ':was': projectName, ':name': name },
  })

/** Deletes the drafts of a response that were saved up to `at`, those of older versions of its questionnaire included. */
export const eraseDrafts = async (id: string, at: string): Promise<void> => {
  const { pk, to } = ranges.dossier(id)
  for (const { sk } of await queryParts({ pk, from: 'SECTION#', to }, [])) {
    await deleteItem({ pk, sk: String(sk) }, { condition: 'savedAt <= :at', values: { ':at': at } })
  }
  for (const key of await listKeys(ranges.earlier(id))) await deleteItem(key)
}

/** Says that nothing is left to erase. */
export const markErased = ({ id, erasing }: Response): Promise<boolean> =>
  updateItem(keys.response(id), 'REMOVE erasing', {
    condition: 'erasing = :at',
    values: { ':at': erasing },
  })
