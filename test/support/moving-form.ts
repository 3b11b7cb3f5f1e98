// A form in two versions, a campaign that asks the first, and what its pages do in each.

import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { putForm, putFormVersion } from '../../functions/store/forms.ts'
import type { Caller } from './server.ts'
import { openCampaign, twoRoleForm } from './two-roles.ts'

const text = (name: string, more: Record<string, unknown> = {}) => ({
  ...{ type: 'text', name, title: name, maxLength: 200 },
  ...more,
})
const days = (choices: string[]) => ({ type: 'checkbox', name: 'jours', title: 'Jours', choices })
const amount = { ...text('montant'), inputType: 'number', min: 0, step: 1, isRequired: true }

/** The two versions: « lieu » becomes « site », « lundi » and « note » go, « effectif » comes, « public » changes pages. */
export const twoVersions = (formId: string): [FormVersion, FormVersion] => {
  const form = twoRoleForm(formId)
  const one = (version: number, activite: unknown[], budget: unknown[]): FormVersion => ({
    ...form,
    version,
    info: { ...form.info, sections: form.info.sections.map((one) => ({ ...one, role: 'saisie-activite' })) },
    definition: {
      pages: [
        { name: 'activite', title: 'Activité', elements: activite },
        { name: 'budget', title: 'Budget', elements: budget },
      ],
    } as FormVersion['definition'],
  })
  return [
    one(1, [text('lieu'), days(['lundi', 'mardi']), text('note'), text('public')], [amount]),
    one(
      2,
      [text('site'), days(['mardi', 'mercredi']), text('effectif', { isRequired: true })],
      [amount, text('public')],
    ),
  ]
}

/** Publishes both, and a campaign of the first. */
export const campaignInTwo = async (formId: string, more: Partial<Campaign> = {}): Promise<Campaign> => {
  const [first, second] = twoVersions(formId)
  const campaign = await openCampaign(first, more)
  await publishNext(second)
  return campaign
}

/** Publishes a later version. */
export const publishNext = async (form: FormVersion): Promise<void> => {
  await putFormVersion(form)
  await putForm({ id: form.formId, cafId: 'caf731', title: form.info.title, latestVersion: form.version })
}

/** That « lieu » goes on as « site »; the rest may be lost. */
export const agreed = {
  version: 2,
  mapping: { questions: { '/lieu': 'site' }, choices: {}, rows: {} },
  losing: ['/jours', '/note'],
}

/** A partner starts a response; its address. */
export const startedBy = async (partner: Caller, campaign: Campaign, key: string): Promise<string> => {
  const reply = await partner.post(`/campaigns/${campaign.id}/responses`, {
    headers: { 'idempotency-key': key },
    body: { organisationId: 'asso-belledonne', projectName: `Dépôt ${key}` },
  })
  return `/responses/${reply.body.id}`
}

type Seen = { readonly seen: number; readonly version?: number }

/** Saves a section as a page of that version does. */
export const saved = (by: Caller, path: string, section: string, { seen, version }: Seen, answers: Answers) =>
  by.put(`${path}/sections/${section}${version ? `?version=${version}` : ''}`, {
    headers: { 'if-match': `"${seen}"` },
    body: { answers },
  })

/** Transmits as a review of that version does, that has read the dossier under this ETag. */
export const sent = (
  by: Caller,
  path: string,
  { etag, version, key = 'envoi' }: { etag: string; version?: number; key?: string },
  answers: Answers,
) =>
  by.post(`${path}/submission${version ? `?version=${version}` : ''}`, {
    headers: { 'if-match': etag, 'idempotency-key': key },
    body: { answers },
  })

/** Waits until every response has followed its campaign. */
export const followed = async (agent: Caller, campaignId: string): Promise<void> => {
  for (;;) {
    const { body } = await agent.get(`/campaigns/${campaignId}`)
    const jobs: { kind: string; doneAt?: string }[] = body.jobs
    if (jobs.some(({ kind, doneAt }) => kind === 'move' && doneAt)) return
    await new Promise((done) => setTimeout(done, 20))
  }
}
