// Fills an empty table with the demo data, through the store's own functions: every submission is checked, signed
// and counted like a real one. Run again it changes nothing that exists; each day it adds the campaign of the day.
import { checkAnswers } from '../../forms/answers.ts'
import { responseIdOf } from '../../forms/called-response.ts'
import { CLOSING_DELAY_MS } from '../../forms/campaign-plan.ts'
import { addDays, closingInstant, localDay } from '../../forms/deadline.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import type { Campaign, FormVersion, Response } from '../../forms/schemas.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { calling } from '../../functions/campaigns/calling.ts'
import { closing } from '../../functions/campaigns/closing.ts'
import { armCampaign, armSweep, putPlan } from '../../functions/campaigns/plan.ts'
import { runJob } from '../../functions/campaigns/run.ts'
import { signReceipt } from '../../functions/external/receipts.ts'
import { getCampaign, putCampaign } from '../../functions/store/campaigns.ts'
import { putAgency, putMembership } from '../../functions/store/members.ts'
import { claimIdentity, findOrganisation, putOrganisation } from '../../functions/store/organisations.ts'
import { findCaf, notifyProject, putCaf, putProject } from '../../functions/store/projects.ts'
import { askCorrection, getDossier, getResponse, moveResponse } from '../../functions/store/responses.ts'
import { saveSection } from '../../functions/store/sections.ts'
import { countSubmission } from '../../functions/store/submissions.ts'
import { publish } from '../publication/publish.ts'
import { demoAnswers } from './demo-answers.ts'
import { type DemoCampaign, demoCampaigns, demoYear, type Story } from './seed-campaigns.ts'
import { agents, cafs, members, organisations, projects } from './seed-data.ts'
import { writeStaticFiles } from './static-files.ts'

const MINUTE_MS = 60_000
const AUTHOR = 'Camille Martin'

type Options = { readonly now: string; readonly siteDir: string; readonly siteOrigin: string }

/** Seeds both Cafs, their forms, people and campaigns as of `now` (ISO UTC, domain clock). */
export const seed = async (options: Options): Promise<void> => {
  await seedPlaces(options.now)
  for (const caf of cafs) {
    const form = await publish({
      source: 'clas-bilan',
      formId: caf.formId,
      cafId: caf.id,
      departements: [caf.departement],
      at: options.now,
    })
    await writeStaticFiles(caf.formId, options.siteDir)
    const today = localDay(options.now, 'Europe/Paris')
    for (const demo of demoCampaigns(caf, form.version, today)) await seedCampaign(demo, form, options)
  }
}

/** People come before their organisation or Caf: once that is there, they are whoever was invited or removed since. */
const seedPlaces = async (now: string): Promise<void> => {
  for (const { id, name, zone } of cafs) {
    if (await findCaf(id)) continue
    for (const { email, roles } of agents.filter(({ cafId }) => cafId === id)) {
      await putAgency(email, { cafId: id, cafName: name, roles })
    }
    await putCaf({ id, name, zone })
  }
  for (const organisation of organisations) {
    const { id, name, siret, rna } = organisation
    if (await findOrganisation(id)) continue
    await claimIdentity(id, { siret, rna }, { by: id, joins: true })
    for (const { email, roles } of members.filter(({ organisationId }) => organisationId === id)) {
      await putMembership(email, { organisationId: id, organisationName: name, roles })
    }
    await putOrganisation(organisation)
  }
  const today = localDay(now, 'Europe/Paris')
  const cof = { first: demoYear(today, -1), last: demoYear(today, 2) }
  for (const project of projects) {
    if (await putProject({ ...project, cof })) {
      await notifyProject(project.id, demoYear(today), { collectifs: 3, at: now, by: 'Alix Bernard' })
    }
  }
}

/** A campaign opens, lives and closes here by the very work its schedules start, at the instants they would. */
const seedCampaign = async ({ campaign, stories }: DemoCampaign, form: FormVersion, options: Options) => {
  const { id, opensAt, closesAt, status } = campaign
  await putCampaign(campaign)
  if (status === 'draft') return
  const { now } = options
  await putPlan(await getCampaign(id), now)
  const run = { campaignId: id, budgetMs: MINUTE_MS }
  if (opensAt <= now) await runJob(calling, { ...run, job: 'open', now: opensAt })
  for (const { id: projectId } of projects.filter(({ cafId }) => cafId === campaign.cafId)) {
    const story = stories[projectId]
    if (story)
      await seedResponse(responseIdOf(campaign, { id: projectId }), story, { campaign, form, ...options })
  }
  const settledAt = hoursAfter(closesAt, CLOSING_DELAY_MS / (60 * MINUTE_MS))
  if (settledAt <= now) await runJob(closing, { ...run, job: 'close', now: settledAt })
  await armCampaign(await getCampaign(id), now)
}

type Place = Options & { readonly campaign: Campaign; readonly form: FormVersion }

const seedResponse = async (id: string, story: Story, { campaign, form, ...options }: Place) => {
  if (story.status === 'called' || story.status === 'missed') return
  const response = await getResponse(id)
  if (response.status !== 'called') return
  const at = hoursAfter(response.history[0]?.at ?? options.now, 50)
  const count = story.status === 'draft' ? story.sections : form.info.sections.length
  await seedSections(response, form, count, at)
  if (story.status === 'draft') return
  await seedSubmission(response.id, form, hoursAfter(at, 1), options)
  const by = `${response.cafName}, conseil technique`
  const later = hoursAfter(at, 30)
  if (story.status === 'to-correct') {
    const message = 'Précisez le nombre de séances proposées aux parents.'
    const closesAt = closingInstant(addDays(campaign.lastDay, 14), campaign.zone)
    await armSweep(campaign.id, closesAt, options.now)
    await askCorrection(await getResponse(id), { message, closesAt, at: later, by })
  }
  if (story.status === 'validated') {
    await moveResponse(response.id, {
      move: 'validate',
      entry: { id: 'validated', at: later, type: 'validated', by },
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
