import { createHash, randomUUID } from 'node:crypto'

/** The id of a campaign to come: readable, and the same for a request repeated under one key (with whose key it is). */
export const newCampaignId = (
  { formId, schoolYear }: { formId: string; schoolYear: string },
  key: string | undefined,
): string => {
  const digest = createHash('sha256')
    .update(key ?? randomUUID())
    .digest('hex')
    .slice(0, 8)
  return `${formId.slice(0, 50)}-${schoolYear}-${digest}`
}
