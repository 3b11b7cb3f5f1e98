// Every minute: moves history that waits on responses to items of its own, so that the items stay small.
import * as z from 'zod'
import { scheduled } from '../middleware/scheduled.ts'
import { drainHistory, listUndrained } from '../store/history.ts'
import { getResponse } from '../store/responses.ts'
import { shards } from '../store/schema.ts'

export const handler = scheduled('drain-history', {
  input: z.unknown(),
  act: async () => {
    const ids = (await Promise.all(shards.map(listUndrained))).flat()
    let drained = 0
    for (const id of ids) if (await drainHistory(await getResponse(id))) drained += 1
    return { drained }
  },
})
