// A small form whose two sections are filled by two roles, and a campaign of it for the demo Caf.
import { instantsOf } from '../../forms/campaigns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { FormInfo, type FormVersion, type OnValidation } from '../../forms/nouns/form.ts'
import { putCampaign } from '../../functions/store/campaigns.ts'
import { putForm, putFormVersion } from '../../functions/store/forms.ts'

const question = (name: string, more: Record<string, unknown> = {}) => ({
  type: 'text',
  name,
  title: name,
  maxLength: 200,
  ...more,
})

const organisationQuestions = [
  question('nom', { isRequired: true }),
  question('siret'),
  question('rna'),
  {
    type: 'matrixdynamic',
    name: 'personnes',
    title: 'Personnes',
    rowCount: 0,
    maxRowCount: 10,
    columns: [
      { name: 'mel', cellType: 'text', inputType: 'email', maxLength: 254 },
      {
        name: 'roles',
        cellType: 'checkbox',
        choices: ['administrateur', 'saisie-activite', 'saisie-financiere', 'approbateur'],
      },
    ],
  },
]

/** Answers to a form that opens an organisation. */
export const validAnswers = {
  actions: 'Aide aux devoirs',
  montant: 10,
  nom: 'Les Petits Cahiers',
  siret: '82345671000016',
}

/** A form of that id: « Activité » by one role, « Budget » by another, both with a question that must be answered. */
export const twoRoleForm = (formId: string, onValidation?: OnValidation): FormVersion => ({
  formId,
  version: 1,
  info: FormInfo.parse({
    id: formId,
    title: `Formulaire ${formId}`,
    referencePrefix: 'DR',
    estimatedMinutes: 5,
    sections: [
      { name: 'activite', title: 'Activité', role: 'saisie-activite' },
      { name: 'budget', title: 'Budget', role: 'saisie-financiere' },
    ],
    prefilled: {},
    toPrepare: [],
    mayDuplicate: true,
    ...(onValidation ? { onValidation } : {}),
  }),
  definition: {
    locale: 'fr',
    pages: [
      {
        name: 'activite',
        title: 'Activité',
        elements: [question('actions', { isRequired: true }), ...(onValidation ? organisationQuestions : [])],
      },
      {
        name: 'budget',
        title: 'Budget',
        elements: [
          {
            type: 'text',
            name: 'montant',
            title: 'Montant',
            inputType: 'number',
            min: 0,
            step: 1,
            isRequired: true,
          },
          question('remarque'),
        ],
      },
    ],
  },
  sha256: '',
  publishedAt: '2026-01-01T00:00:00.000Z',
})

/** Publishes a form, and a campaign of the demo Caf that asks it of whoever comes, from June to July 2026. */
export const openCampaign = async (form: FormVersion, more: Partial<Campaign> = {}): Promise<Campaign> => {
  await putFormVersion(form)
  await putForm({ id: form.formId, cafId: 'caf731', title: form.info.title, latestVersion: form.version })
  const campaign: Campaign = {
    id: `${form.formId}-2026`,
    cafId: 'caf731',
    cafName: 'Caf de la Savoie',
    title: form.info.title,
    formId: form.formId,
    formVersion: form.version,
    schoolYear: '2026-2027',
    status: 'published',
    firstDay: '2026-06-01',
    lastDay: '2026-07-10',
    zone: 'Europe/Paris',
    opensAt: '',
    closesAt: '',
    reminderDays: [],
    audience: 'open',
    extensions: true,
    proposed: false,
    revision: 1,
    deadlineChanges: [],
    ...more,
  }
  const dated = { ...campaign, ...instantsOf(campaign) }
  await putCampaign(dated)
  return dated
}
