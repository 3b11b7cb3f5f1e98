// GET /exports/{id}: how far an export came; once it is ready, an address that gives its file for five minutes.
import type { ExportLink } from '../../forms/exports/wire.ts'
import { exportView } from '../exports/asking.ts'
import { fileKey } from '../exports/file-key.ts'
import { linkTo } from '../external/exported-files.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'
import { getExport } from '../store/exports.ts'

export const handler = http({
  route: 'GET /exports/{id}',
  load: async ({ params, receivedAt }) => {
    const asked = await getExport(params.id ?? '', receivedAt)
    const { cafId, title } = await getCampaign(asked.campaignId)
    return { ...asked, cafId, title, ...(asked.readyAt ? {} : { nothingToRead: true as const }) }
  },
  body: noBody,
  act: async ({ loaded: asked }) => {
    const view = await exportView(asked)
    const url = asked.readyAt ? await linkTo(fileKey(asked), asked.fileName) : undefined
    return ok({ ...view, ...(url ? { url } : {}) } satisfies ExportLink)
  },
})
