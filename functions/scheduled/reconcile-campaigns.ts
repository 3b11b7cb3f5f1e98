// Every ten minutes: proves that every campaign will do what its plan says, and repairs what is missing, stale or late.
import * as z from 'zod'
import { reconcile } from '../campaigns/reconciling.ts'
import { scheduled } from '../middleware/scheduled.ts'

export const handler = scheduled('reconcile-campaigns', {
  input: z.unknown(),
  act: async ({ now }) => reconcile(now),
})
