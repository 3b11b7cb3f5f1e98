// What is measured: the 60-question form that peers were measured on (design §9), as a published version; and our
// own largest, the réel with 20 collectifs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { FormInfo, type FormVersion } from '../../forms/nouns/form.ts'
import { Answers } from '../../forms/nouns/scalars.ts'
import { real } from '../support/coherence-cases.ts'
import { publishedForm } from '../support/definitions.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
const definition = z.record(z.string(), z.json()).parse(read('survey-60.json'))
const Pages = z.object({ pages: z.array(z.object({ name: z.string(), title: z.string() })) })

/** The answers that go with the form: complete and valid. */
export const benchAnswers: Answers = Answers.parse(read('answers-60.json'))

export const benchForm: FormVersion = {
  formId: 'peer-60',
  version: 1,
  info: FormInfo.parse({
    id: 'peer-60',
    title: 'Peer survey 60',
    referencePrefix: 'PS',
    estimatedMinutes: 25,
    sections: Pages.parse(definition).pages.map(({ name, title }) => ({
      name,
      title,
      role: 'saisie-activite',
    })),
    prefilled: {},
    toPrepare: ['Rien : ce questionnaire sert aux mesures.'],
  }),
  definition,
  sha256: '',
  publishedAt: '2026-01-01T00:00:00.000Z',
}

export const realForm = publishedForm('clas-reel')
export const forecastForm = publishedForm('clas-previsionnel')

const twenty = Array.from({ length: 20 }, (_, i) => ({
  lieu: `École n° ${i + 1}`,
  niveau: i < 14 ? 'elementaire' : 'college',
  enfants: 10,
  intervenants: 2,
  bonus_enfants: 'oui',
  bonus_parents: i % 2 === 0 ? 'oui' : 'non',
}))

/** Coherent answers to the réel with 20 collectifs: no rule asks for an explanation. */
export const realAnswers: Answers = {
  ...real,
  collectifs: twenty,
  collectifs_total: 20,
  collectifs_elementaire: 14,
  collectifs_college: 6,
  enfants: {
    elementaire: { filles: 72, garcons: 68 },
    college: { filles: 30, garcons: 30 },
    lycee: { filles: 0, garcons: 0 },
  },
}
