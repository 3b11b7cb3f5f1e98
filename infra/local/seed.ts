// Fills an empty table with the demo data, through the store's own functions: every submission is checked, signed
// and counted like a real one. Run again it changes nothing that exists; each day it adds the campaign of the day.
import { checkAnswers } from '../../forms/answers.ts'
import { localDay } from '../../forms/deadline.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import type { Campaign, FormVersion, Project, Response } from '../../forms/schemas.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { signReceipt } from '../../functions/external/receipts.ts'
import { scheduleOnce } from '../../functions/external/scheduler.ts'
import { findCampaign, putCampaign } from '../../functions/store/campaigns.ts'
import { closeResponse } from '../../functions/store/closing.ts'
import { putAgency, putMembership } from '../../functions/store/people.ts'
import { callResponse, getDossier, moveResponse } from '../../functions/store/responses.ts'
import { closingShard, shardOf } from '../../functions/store/schema.ts'
import { saveSection } from '../../functions/store/sections.ts'
import { countSubmission } from '../../functions/store/submissions.ts'
import { demoAnswers } from './demo-answers.ts'
import { publish, writeStaticFiles } from './publish.ts'
import { type DemoCampaign, demoCampaigns, type Story } from './seed-campaigns.ts'
import { agents, cafs, members, organisations, projects } from './seed-data.ts'

const MINUTE_MS = 60_000
const AUTHOR = 'Camille Martin'

type Options = { readonly now: string; readonly siteDir: string; readonly siteOrigin: string }

/** Seeds both Cafs, their forms, people and campaigns as of `now` (ISO UTC, domain clock). */
export const seed = async (options: Options): Promise<void> => {
  await seedPeople()
  for (const caf of cafs) {
    const form = await publish({
      source: 'clas-bilan',
      formId: caf.formId,
      departements: [caf.departement],
      at: options.now,
    })
    await writeStaticFiles(caf.formId, options.siteDir)
    const today = localDay(options.now, 'Europe/Paris')
    for (const demo of demoCampaigns(caf, form.version, today)) await seedCampaign(demo, form, options)
  }
}

const seedPeople = async (): Promise<void> => {
  const nameOf = (id: string, things: readonly { id: string; name: string }[]) =>
    things.find((thing) => thing.id === id)?.name ?? id
  for (const { email, organisationId, roles } of members) {
    await putMembership(email, {
      organisationId,
      organisationName: nameOf(organisationId, organisations),
      roles,
    })
  }
  for (const { email, cafId, roles } of agents) {
    await putAgency(email, { cafId, cafName: nameOf(cafId, cafs), roles })
  }
}

const seedCampaign = async ({ campaign, stories }: DemoCampaign, form: FormVersion, options: Options) => {
  if (await findCampaign(campaign.id)) return
  for (const project of projects.filter(({ cafId }) => cafId === campaign.cafId)) {
    const story = stories[project.id]
    if (story) await seedResponse(responseOf(campaign, project, form), story, form, options)
  }
  await scheduleOnce({
    name: `close-${campaign.id}`,
    at: new Date(Date.parse(campaign.closesAt) + MINUTE_MS).toISOString(),
    functionName: 'close-campaign',
    input: { campaignId: campaign.id },
  })
  await putCampaign(campaign)
}

const responseOf = (campaign: Campaign, project: Project, form: FormVersion): Response => {
  const organisation = organisations.find(({ id }) => id === project.organisationId)
  return {
    id: `${campaign.id}.${project.id}`,
    campaignId: campaign.id,
    campaignTitle: campaign.title,
    cafId: campaign.cafId,
    cafName: campaign.cafName,
    organisationId: project.organisationId,
    organisationName: organisation?.name ?? project.organisationId,
    projectId: project.id,
    projectName: project.name,
    formId: form.formId,
    formVersion: campaign.formVersion,
    formTitle: form.info.title,
    estimatedMinutes: form.info.estimatedMinutes,
    schoolYear: campaign.schoolYear,
    zone: campaign.zone,
    status: 'called',
    closesAt: campaign.closesAt,
    deadlineFrom: 'campaign',
    ...(campaign.consequence ? { consequence: campaign.consequence } : {}),
    submissionNumber: 0,
    submissionIds: [],
    history: [{ id: 'appel', at: campaign.opensAt, type: 'called', by: campaign.cafName }],
    outbox: [],
  }
}

const seedResponse = async (response: Response, story: Story, form: FormVersion, options: Options) => {
  if (!(await callResponse(response))) return
  const at = hoursAfter(response.history[0]?.at ?? options.now, 50)
  if (story.status === 'called') return
  if (story.status === 'missed') {
    await closeResponse(response.id, options.now)
    return
  }
  const count = story.status === 'draft' ? story.sections : form.info.sections.length
  await seedSections(response, form, count, at)
  if (story.status === 'draft') return
  await seedSubmission(response.id, form, hoursAfter(at, 1), options)
  const entry = (type: 'correction-asked' | 'validated') => ({
    id: type,
    at: hoursAfter(at, 30),
    type,
    by: `${response.cafName}, conseil technique`,
  })
  if (story.status === 'to-correct') {
    await moveResponse(response.id, {
      move: 'askCorrection',
      entry: { ...entry('correction-asked'), detail: 'Précisez le nombre de séances proposées aux parents.' },
      condition: 'submissionNumber = :one',
      set: ['closingShard = :shard'],
      values: { ':one': 1, ':shard': closingShard(shardOf(response.id)) },
    })
  }
  if (story.status === 'validated') {
    await moveResponse(response.id, {
      move: 'validate',
      entry: entry('validated'),
      condition: 'submissionNumber = :one',
      values: { ':one': 1 },
    })
  }
}

const seedSections = async (response: Response, form: FormVersion, count: number, at: string) => {
  const questions = sectionKeys(form)
  const answers = demoAnswers(form)
  for (const { name } of form.info.sections.slice(0, count)) {
    const own = Object.entries(answers).filter(([question]) => questions[name]?.includes(question))
    await saveSection(response, { name, answers: Object.fromEntries(own), seen: 0, by: AUTHOR, at })
  }
}

const seedSubmission = async (id: string, form: FormVersion, receivedAt: string, { siteOrigin }: Options) => {
  const dossier = await getDossier(id)
  const { claims, sealedBy } = await prepareSubmission({
    dossier,
    form,
    checked: checkAnswers(form, demoAnswers(form), prefilledOf(form.info, dossier)),
    idempotencyKey: 'demonstration',
    by: AUTHOR,
    receivedAt,
    issuer: siteOrigin,
  })
  await countSubmission(dossier, sealedBy(await signReceipt(claims)))
}

const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 60 * MINUTE_MS).toISOString()
