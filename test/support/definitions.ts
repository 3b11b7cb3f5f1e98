// Every definition under forms/definitions, as the demo Caf publishes it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { FormInfo, type FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { publishable } from '../../forms/publication.ts'
import { communesOf } from '../../infra/publication/communes.ts'

const folder = join(import.meta.dirname, '../../forms/definitions')
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))

/** The names of the definitions. */
export const definitionNames = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** A definition as a published version; with `fewCommunes`, only three a département, so that models are quick. */
export const publishedForm = (name: string, { fewCommunes = false } = {}): FormVersion => {
  const communes = (departement: string) =>
    fewCommunes ? communesOf(departement).slice(0, 3) : communesOf(departement)
  const info = FormInfo.parse(json(name, 'form.json'))
  return {
    formId: name,
    version: 1,
    info,
    definition: publishable(z.record(z.string(), z.json()).parse(json(name, 'survey.json')), info, communes),
    sha256: '',
    publishedAt: '2025-09-01T00:00:00.000Z',
  }
}

/** Values for what the server prefills in a form. */
export const prefilledFor = ({ info }: Pick<FormVersion, 'info'>): Answers =>
  Object.fromEntries(Object.keys(info.prefilled).map((name) => [name, `Valeur de ${name}`]))
