import { describe, expect, it } from 'vitest'
import { conditionText } from '../../forms/condition-text.ts'
import { dataMapOf } from '../../forms/data-map.ts'
import { readDefinition } from '../../forms/definition.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'

const formOf = (name: string) => publishedForm(name, { fewCommunes: true })
const mapOf = (name: string) => dataMapOf(formOf(name))

describe.each(definitionNames)('the data map of %s', (name) => {
  const form = formOf(name)
  const map = mapOf(name)

  it('holds every question that a person answers, once, in order, in its section', () => {
    const asked = readDefinition(form).questions.filter(
      (question) => question.type !== 'expression' && !Object.hasOwn(form.info.prefilled, question.name),
    )
    for (const section of map.sections) {
      const own = asked.filter(({ page }) => page === section.name)
      expect(section.data.map((item) => item.name)).toEqual(
        own.filter(({ type }) => type !== 'file').map((question) => question.name),
      )
      expect(section.documents.map((item) => item.name)).toEqual(
        own.filter(({ type }) => type === 'file').map((question) => question.name),
      )
    }
    expect(map.sections.flatMap(({ data, documents }) => [...data, ...documents])).toHaveLength(asked.length)
  })

  it('says the role of each section and cuts the estimated time between them', () => {
    expect(map.sections.map(({ role }) => role)).toEqual(form.info.sections.map(({ role }) => role))
    expect(map.sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(form.info.estimatedMinutes)
    expect(map.sections.filter(({ minutes }) => !Number.isInteger(minutes) || minutes < 1)).toEqual([])
    expect(map.toPrepare.length).toBeGreaterThan(3)
  })

  it('puts every condition in words', () => {
    const items = map.sections.flatMap(({ data, documents }) => [...data, ...documents])
    for (const { needed, condition, name: item } of items) {
      expect(needed === 'if', item).toBe(condition !== undefined && needed !== 'optional')
      if (condition) expect(condition, item).toMatch(/^si « /)
    }
  })
})

describe('the data map', () => {
  const itemOf = (form: string, name: string) =>
    mapOf(form)
      .sections.flatMap(({ data, documents }) => [...data, ...documents])
      .find((item) => item.name === name)

  it('names the lines and columns of a budget, and that it is in euros', () => {
    expect(itemOf('clas-reel', 'charges')).toMatchObject({
      kind: 'Tableau, en euros',
      columns: ['Montant'],
      needed: 'always',
    })
    expect(itemOf('clas-reel', 'charges')).toHaveProperty(
      'lines.11',
      '86 – Emplois des contributions volontaires',
    )
    expect(itemOf('clas-reel', 'enfants')).toMatchObject({
      columns: ['Filles', 'Garçons'],
      lines: ['Élémentaire', 'Collège', 'Lycée'],
    })
  })

  it('marks the documents of a case, with how many and of which types', () => {
    expect(itemOf('habilitation', 'convention')).toMatchObject({
      needed: 'if',
      condition: 'si « Votre cas » est « A »',
      most: 1,
    })
    expect(itemOf('habilitation', 'pj_1')?.condition).toBe(
      'si « Votre cas » est « A » ou « Votre cas » est « B »',
    )
    expect(itemOf('clas-appel-a-projets', 'comptes')).toMatchObject({ needed: 'always', most: 3 })
    expect(itemOf('clas-appel-a-projets', 'rib')).toHaveProperty('endings.0', '.pdf')
    expect(itemOf('clas-appel-a-projets', 'statuts')?.condition).toBe(
      'si « Statut juridique » est « Association »',
    )
  })

  it('marks what one may leave out, and one number or the other', () => {
    expect(itemOf('clas-bilan', 'quartier')).toMatchObject({ needed: 'optional' })
    expect(itemOf('clas-bilan', 'siret')).toMatchObject({
      needed: 'if',
      condition: 'si « Numéro RNA » n’est pas renseigné',
    })
  })

  it('leaves out a long list of choices, and keeps a short one', () => {
    const full = dataMapOf(publishedForm('clas-bilan'))
    const choices = (name: string) =>
      full.sections.flatMap(({ data }) => data).find((item) => item.name === name)?.choices
    expect(choices('commune')).toEqual([])
    expect(choices('milieu')).toEqual(['Urbain', 'Rural'])
  })

  it('still cuts whole minutes where there are fewer than sections', () => {
    const form = formOf('habilitation')
    const { sections } = dataMapOf({ ...form, info: { ...form.info, estimatedMinutes: 3 } })
    expect(sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(3)
  })
})

describe('conditionText', () => {
  const questions = new Map(
    readDefinition(formOf('clas-bilan')).questions.map((question) => [question.name, question]),
  )

  it.each([
    ["{milieu} <> 'rural'", 'si « Milieu » n’est pas « Rural »'],
    [
      "{qpv} = 'oui' and {quartier} notempty",
      /^si « L’action .* » est « Oui » et « Quartier » est renseigné$/,
    ],
    ["{locaux} contains 'autre'", 'si « Dans quels locaux ? » contient « Autres locaux »'],
    ['{familles} > 3', 'si « Familles accompagnées » dépasse 3'],
    ["{qpv} = 'oui' and {milieu} = 'rural' or {familles} > 3", 'selon vos réponses'],
    ['isSiret({siret})', 'selon vos réponses'],
    ["{inconnue} = 'x'", 'selon vos réponses'],
  ])('says « %s »', (expression, words) => {
    expect(conditionText(expression, questions)).toMatch(words)
  })
})
