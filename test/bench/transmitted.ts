// Campaigns of very many dossiers, all of them transmitted, in a table of its own process: what exports and results read.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { putCampaign } from '../../functions/store/campaigns.ts'
import { putFormVersion } from '../../functions/store/forms.ts'
import { keys } from '../../functions/store/keys.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { forEachFew } from '../../functions/store/throttling.ts'
import { putItem } from '../../functions/store/write-items.ts'
import { ensureTable, TABLE_NAME } from '../../infra/local/dynamodb.ts'
import { publishedCampaign } from '../support/published-campaign.ts'
import { calledResponse } from '../support/response.ts'
import { realAnswers, realForm } from './bench-form.ts'

export const campaignOf = (name: string) =>
  publishedCampaign(name, { formId: realForm.formId, formVersion: realForm.version })

export const startParts = async () => {
  const parts = fork(join(import.meta.dirname, 'parts.ts'))
  const endpoints = await new Promise<Record<string, string>>((resolve) => parts.once('message', resolve))
  Object.assign(process.env, endpoints, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-west-3',
    EXPORTS_BUCKET: 'exports',
    UPLOADS_BUCKET: 'depots',
    TABLE_NAME,
  })
  await ensureTable()
  return parts
}

const TOLD_EVERY = 10_000

/** A campaign of that many dossiers, all of them transmitted. */
export const fill = async (name: string, count: number): Promise<void> => {
  const campaign = campaignOf(name)
  await putFormVersion(realForm)
  await putCampaign(campaign)
  await forEachFew(
    Array.from({ length: count }, (_, i) => i),
    50,
    async (i) => {
      const id = `${campaign.id}.projet-${i}`
      const sent = submissionOf(id)
      const response: Response = calledResponse(id, {
        projectName: `Projet ${String(i).padStart(6, '0')}`,
        formId: realForm.formId,
        status: 'submitted',
        submissionNumber: 1,
        submissionIds: [sent.id],
        submission: { ...sent, reference: sent.receipt.reference, sha256: sent.receipt.sha256 },
      })
      await callResponse(response)
      await putItem(keys.submission(id, sent.id), sent)
      if ((i + 1) % TOLD_EVERY === 0) console.log(`${i + 1} transmitted dossiers are there`)
    },
  )
}

const submissionOf = (id: string): Submission => ({
  id: `envoi-${id.split('.')[1]}`,
  number: 1,
  answers: realAnswers,
  by: 'Claire Martin',
  receivedAt: '2024-07-01T12:32:03.000Z',
  receipt: {
    reference: 'RE-4M2X-81TZ',
    receivedAt: '2024-07-01T12:32:03.000Z',
    sha256: 'a'.repeat(64),
    jws: 'x'.repeat(600),
  },
  sectionRevisions: {},
  idempotencyKey: 'cle',
  reply: '{}',
})
