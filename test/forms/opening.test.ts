import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartnerRole } from '../../forms/nouns/people.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { accessesOf, openingOf, type Person } from '../../forms/opening.ts'
import { publishedForm } from '../support/definitions.ts'
import { validAnswers as filled } from '../support/two-roles.ts'

const STARTER = 'noa@nouvelle.test'
const newcomer = { organisationId: undefined, projectName: 'Essai', schoolYear: '2026-2027' }
const member = { ...newcomer, organisationId: 'asso' }
const both = {
  onValidation: {
    organisation: { name: 'nom', siret: 'siret', rna: 'rna', people: 'personnes' },
    project: { name: 'actions', years: 4 },
  },
}
const organisationOnly = { onValidation: { organisation: both.onValidation.organisation } }
const projectOnly = { onValidation: { project: both.onValidation.project } }

describe('what a validation opens', () => {
  it('is nothing for a form that says nothing of it', () => {
    expect(openingOf({}, filled, newcomer)).toBeUndefined()
  })

  it('is a project of the organisation that is here, or both when it is not', () => {
    expect(openingOf(both, filled, member)).toEqual({
      project: { name: 'Aide aux devoirs', cof: { first: '2026-2027', last: '2029-2030' } },
    })
    expect(openingOf(both, filled, newcomer)).toMatchObject({
      organisation: { name: 'Les Petits Cahiers', identity: { siret: '82345671000016' } },
      project: { name: 'Aide aux devoirs' },
    })
  })

  it('is refused for a project of nobody', () => {
    expect(() => openingOf(projectOnly, filled, newcomer)).toThrow(/rattaché à aucune organisation/)
  })

  it.each<[string, Answers]>([
    ['no name', { ...filled, nom: ' ' }],
    ['no number', { nom: 'Essai' }],
    ['a SIRET that passes a naive Luhn', { nom: 'Essai', siret: '11122233344455' }],
    ['a number that is none', { nom: 'Essai', rna: 'W73' }],
    ['another type of value', { nom: ['Essai'], siret: 82345671000016 }],
  ])('is refused with %s', (_, answers) => {
    expect(() => openingOf(organisationOnly, answers, newcomer)).toThrow(
      expect.objectContaining({ name: 'not-to-validate' }),
    )
  })

  it('leaves out people of whom nothing can be read', () => {
    const personnes = [
      { mel: 'Tresor@Nouvelle.test', roles: ['saisie-financiere'] },
      { mel: 'pas une adresse', roles: ['approbateur'] },
      { mel: 'sans@role.test', roles: [] },
      'rien',
    ]
    const opening = openingOf(organisationOnly, { ...filled, personnes }, newcomer)
    expect(opening?.organisation?.people).toEqual([
      { email: 'tresor@nouvelle.test', roles: ['saisie-financiere'] },
    ])
  })

  it.each(['habilitation', 'clas-appel-a-projets'])('names questions that « %s » has', (name) => {
    const { info, definition } = publishedForm(name)
    const { organisation, project } = info.onValidation ?? {}
    const named = [...Object.values(organisation ?? {}), ...(project ? [project.name] : [])]
    expect(named.length).toBeGreaterThan(0)
    for (const question of named) expect(JSON.stringify(definition)).toContain(`"name":"${question}"`)
  })
})

describe('who gets which roles', () => {
  const emails = fc.constantFrom(STARTER, 'a@b.test', 'c@d.test')
  const people: fc.Arbitrary<Person[]> = fc.uniqueArray(
    fc.record({
      email: emails,
      roles: fc.uniqueArray(fc.constantFrom(...PartnerRole.options), { minLength: 1 }),
    }),
    { selector: ({ email }) => email },
  )

  it('always leaves somebody to administer a new organisation', () => {
    fc.assert(
      fc.property(people, (listed) => {
        const given = accessesOf(listed, { startedBy: STARTER, isNew: true })
        expect(given.some(({ roles }) => roles.includes('administrateur'))).toBe(true)
      }),
    )
  })

  it('gives nobody else more than was asked, and nobody twice', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (listed, isNew) => {
        const given = accessesOf(listed, { startedBy: STARTER, isNew })
        expect(new Set(given.map(({ email }) => email)).size).toBe(given.length)
        for (const person of given.filter(({ email }) => email !== STARTER))
          expect(listed).toContainEqual(person)
      }),
    )
  })

  it('gives no administration of an organisation that was here, unless it was asked and read', () => {
    expect(accessesOf([], { startedBy: STARTER, isNew: true })[0]?.roles).toEqual(PartnerRole.options)
    const listed: Person[] = [{ email: STARTER, roles: ['saisie-activite'] }]
    expect(accessesOf([], { startedBy: STARTER, isNew: false })).toEqual(listed)
    expect(accessesOf(listed, { startedBy: STARTER, isNew: false })).toEqual(listed)
  })
})
