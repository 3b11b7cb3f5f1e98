// A campaign whose dossiers were transmitted, and its exports as whoever asked for them gets them.
import { expect } from 'vitest'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { putForm, putFormVersion } from '../../functions/store/forms.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { countSubmission } from '../../functions/store/submissions.ts'
import { everyTypeForm } from './every-type.ts'
import { calledResponse } from './response.ts'
import type { Caller } from './server.ts'
import { openCampaign } from './two-roles.ts'
import { until } from './until.ts'

/** Publishes versions of a form, and an open campaign of the last. */
export const campaignOf = async (
  versions: readonly FormVersion[],
  more: Partial<Campaign> = {},
): Promise<Campaign> => {
  const last = versions.at(-1)
  if (!last) throw new Error('no version')
  for (const version of versions) await putFormVersion(version)
  const campaign = await openCampaign(last, more)
  await putForm({
    id: last.formId,
    cafId: campaign.cafId,
    title: last.info.title,
    latestVersion: last.version,
  })
  return campaign
}

/** Calls a project, and transmits these answers for it if there are any. */
export const dossier = async (
  campaign: Campaign,
  subject: string,
  answers?: Answers,
  more: Partial<Response> = {},
): Promise<Response> => {
  const id = `${campaign.id}.${subject}`
  await callResponse(
    calledResponse(id, {
      campaignTitle: campaign.title,
      formId: campaign.formId,
      formVersion: campaign.formVersion,
      formTitle: campaign.title,
      schoolYear: campaign.schoolYear,
      closesAt: campaign.closesAt,
      projectName: `Projet ${subject}`,
      ...more,
    }),
  )
  const response = await getResponse(id)
  if (answers) await countSubmission(response, submissionOf(response, answers))
  return getResponse(id)
}

/** Some hundred dossiers, three in four of them transmitted. */
export const campaignOfMany = async (formId: string, count: number): Promise<Campaign> => {
  const campaign = await campaignOf([{ ...everyTypeForm, formId }])
  for (let i = 1; i <= count; i += 1) {
    const answers = { entier: i, code: `Texte ${i}`, lignes: [{ nom: `a${i}` }, { nom: `b${i}` }] }
    // Many have the same name: reading goes on between them too.
    const projectName = `Projet ${i % 7}`
    await dossier(campaign, `projet-${i}`, i % 4 === 0 ? undefined : answers, { projectName })
  }
  return campaign
}

const submissionOf = ({ id }: Response, answers: Answers): Submission => ({
  id: `envoi-${id}`,
  number: 1,
  answers,
  by: 'Claire Martin',
  receivedAt: '2026-06-09T12:32:03.000Z',
  receipt: {
    reference: 'TT-4M2X-81TZ',
    receivedAt: '2026-06-09T12:32:03.000Z',
    sha256: 'a'.repeat(64),
    jws: 'x.y.z',
  },
  sectionRevisions: {},
  idempotencyKey: 'cle',
  reply: '{}',
})

/** Asks for an export, waits until it is ready, and fetches its file by its link. */
export const exported = async (
  agent: Caller,
  campaignId: string,
  body: { format: string; filter?: unknown },
): Promise<{ bytes: Buffer; fileName: string; dossiers: number; headers: Headers }> => {
  const asked = await agent.post(`/campaigns/${campaignId}/exports`, { body })
  expect(asked.status).toBe(202)
  const ready = await until(
    () => agent.get(`/exports/${asked.body.id}`),
    ({ body: { status } }) => status === 'ready',
    120_000,
  )
  expect(ready.body).toMatchObject({ status: 'ready', url: expect.any(String) })
  const file = await fetch(ready.body.url)
  expect(file.status).toBe(200)
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(bytes).toHaveLength(ready.body.bytes)
  return { bytes, fileName: ready.body.fileName, dossiers: ready.body.dossiers, headers: file.headers }
}
