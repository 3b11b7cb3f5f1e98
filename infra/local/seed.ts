// Fills an empty table with the demo data, through the store's own functions: every submission is checked, signed
// and counted like a real one. Run again it changes nothing that exists; each day it adds the campaign of the day.
import { calledResponse, responseIdOf } from '../../forms/called-response.ts'
import { CLOSING_DELAY_MS } from '../../forms/campaign-plan.ts'
import { localDay } from '../../forms/deadline.ts'
import { calling } from '../../functions/campaigns/calling.ts'
import { closing } from '../../functions/campaigns/closing.ts'
import { armCampaign, putPlan } from '../../functions/campaigns/plan.ts'
import { runJob } from '../../functions/campaigns/run.ts'
import { getCampaign, putCampaign } from '../../functions/store/campaigns.ts'
import { getFormVersion } from '../../functions/store/forms.ts'
import { putAgency, putMembership } from '../../functions/store/members.ts'
import { claimIdentity, findOrganisation, putOrganisation } from '../../functions/store/organisations.ts'
import { findCaf, notifyProject, putCaf, putProject } from '../../functions/store/projects.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { publish } from '../publication/publish.ts'
import { demoCampaigns, demoYear } from './seed-campaigns.ts'
import { agents, type Caf, cafs, members, organisations, projects } from './seed-data.ts'
import { hoursAfter, seedResponse } from './seed-responses.ts'
import type { DemoCampaign } from './seed-year.ts'

const MINUTE_MS = 60_000

type Options = { readonly now: string; readonly siteOrigin: string }

/** Seeds both Cafs, their forms, people and campaigns as of `now` (ISO UTC, domain clock). */
export const seed = async (options: Options): Promise<void> => {
  await seedPlaces(options.now)
  const today = localDay(options.now, 'Europe/Paris')
  for (const caf of cafs) {
    const versions = await seedForms(caf, options)
    for (const demo of demoCampaigns(caf, versions, today)) await seedCampaign(demo, options)
  }
}

/** Publishes the forms of a Caf, and answers which version of each the demo is of. */
const seedForms = async (caf: Caf, { now }: Options): Promise<Record<string, number>> => {
  const versions: Record<string, number> = {}
  for (const [source, formId] of Object.entries(caf.forms)) {
    const departements = [caf.departement]
    const { version } = await publish({ source, formId, cafId: caf.id, departements, at: now })
    versions[formId] = version
  }
  return versions
}

/** People come before their organisation or Caf: once that is there, they are whoever was invited or removed since. */
const seedPlaces = async (now: string): Promise<void> => {
  for (const { id, name, zone } of cafs) {
    const invited = (await findCaf(id)) ? [] : agents.filter(({ cafId }) => cafId === id)
    for (const { email, roles } of invited) await putAgency(email, { cafId: id, cafName: name, roles })
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
const seedCampaign = async ({ campaign, stories, deposits = [] }: DemoCampaign, options: Options) => {
  const { id, opensAt, closesAt, status } = campaign
  await putCampaign(campaign)
  if (status === 'draft') return
  const { now } = options
  const kept = await getCampaign(id)
  const form = await getFormVersion(kept.formId, kept.formVersion)
  const place = { campaign, form, ...options }
  await putPlan(id, now)
  const run = { campaignId: id, budgetMs: MINUTE_MS }
  if (opensAt <= now) await runJob(calling, { ...run, job: 'open', now: opensAt })
  for (const [projectId, story] of Object.entries(stories)) {
    if (projects.some((project) => project.id === projectId && project.cafId === campaign.cafId))
      await seedResponse(responseIdOf(campaign, { id: projectId }), story, place)
  }
  for (const { story, by, ...deposit } of deposits) {
    const { name = deposit.name } = organisations.find((one) => one.id === deposit.organisationId) ?? {}
    const subject = { ...deposit, organisationId: deposit.organisationId, organisationName: name }
    const called = calledResponse(campaign, subject, form, { at: hoursAfter(opensAt, 60), by })
    await callResponse(called)
    await seedResponse(called.id, story, { ...place, by })
  }
  const settledAt = hoursAfter(closesAt, CLOSING_DELAY_MS / (60 * MINUTE_MS))
  if (settledAt <= now) await runJob(closing, { ...run, job: 'close', now: settledAt })
  await armCampaign(id, now)
}
