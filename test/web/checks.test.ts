import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import { checksFor, factsShown, hasChecks } from '../../forms/checks.ts'
import { Checks } from '../../forms/checks-wire.ts'
import { checkCoherence, factsRead, rulesOf } from '../../forms/coherence.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { draftOf } from '../../web/fill/draft-answers.ts'
import { checkAll } from '../../web/shared/check-answers.ts'
import { outlineOf } from '../../web/shared/outline.ts'
import { bilan, changed, facts, real, trips } from '../support/coherence-cases.ts'
import { publishedForm } from '../support/definitions.ts'

const forms = ['clas-reel', 'clas-previsionnel', 'clas-bilan', 'clas-appel-a-projets', 'habilitation']
const formOf = (name: string): FormVersion => publishedForm(name, { fewCommunes: true })

/** What the page is sent, through the wire. */
const checksOf = (form: FormVersion): Checks =>
  Checks.parse(JSON.parse(JSON.stringify(checksFor(form, facts))))

/** The answers as the page has them: what was typed, without what is computed. */
const draft = (form: FormVersion, answers: Answers): Answers =>
  Object.assign(
    {},
    ...outlineOf(form.definition).map((section) => draftOf(section, (key) => answers[key], {})),
  )

const inPage = (form: FormVersion, answers: Answers, why = {}) =>
  checkAll(checksOf(form), form.info, draft(form, answers), why).coherence
const onServer = (form: FormVersion, answers: Answers, why = {}) =>
  checkCoherence(rulesOf(form), form.info, answers, facts, why)

describe('what the page checks by', () => {
  it('is for a form the rules that look at it, and nothing where there are none', () => {
    expect(forms.filter((name) => hasChecks(formOf(name).info))).toEqual(forms.slice(0, 4))
    expect(checksOf(formOf('habilitation')).rules).toEqual([])
    expect(checksOf(formOf('clas-appel-a-projets')).rules.map(({ id }) => id)).toEqual(['R6'])
  })

  it('reads the forecast, the notification and the rates wherever they are shown', () => {
    expect(factsShown(formOf('clas-previsionnel').info)).toEqual({
      forms: [],
      notifiedCollectifs: true,
    })
    expect(factsShown(formOf('clas-reel').info).forms.toSorted()).toEqual(['clas-bilan', 'clas-previsionnel'])
    expect(factsRead(formOf('clas-reel').info).notifiedCollectifs).toBe(true)
  })

  it('holds of the other forms only the questions that are read', () => {
    const { others } = checksOf(formOf('clas-reel')).facts
    expect(Object.keys(others['clas-bilan'] ?? {})).toEqual(['participants'])
    expect(others['clas-previsionnel']).not.toHaveProperty('collectifs')
    expect(others['clas-previsionnel']).toHaveProperty('charges')
  })
})

describe('the verdict of the page and of the server', () => {
  it.each(
    trips.filter(({ known, changes }) => !known && !Object.keys(changes).some((at) => at.includes('-total'))),
  )('is the same for $rule: $why', ({ form: name = 'clas-reel', changes }) => {
    const form = formOf(name)
    const answers = changed(name === 'clas-bilan' ? bilan : real, changes)
    expect(inPage(form, answers, { R9: 'Un départ.' })).toEqual(onServer(form, answers, { R9: 'Un départ.' }))
  })

  const count = fc.integer({ min: 0, max: 14 })
  const cents = fc.integer({ min: 0, max: 2_000_000 })
  const yesNo = fc.constantFrom('oui', 'non')
  const collectif = fc.record({
    lieu: fc.constant('École'),
    niveau: fc.constantFrom('elementaire', 'college', 'lycee'),
    enfants: count,
    intervenants: fc.integer({ min: 0, max: 4 }),
    bonus_enfants: yesNo,
    bonus_parents: yesNo,
  })
  const some = fc.record({
    '/collectifs_total': fc.integer({ min: 0, max: 5 }),
    '/collectifs_college': fc.integer({ min: 0, max: 3 }),
    '/enfants/college/filles': count,
    '/enfants/lycee/garcons': count,
    '/parents': fc.integer({ min: 0, max: 60 }),
    '/collectifs': fc.array(collectif, { minLength: 1, maxLength: 6 }),
    '/charges/c64/montant': cents,
    '/charges/c86/montant': cents,
    '/produits/p741/montant': cents,
    '/produits/p87/montant': cents,
    '/premiere_seance': fc.constantFrom('2025-09-22', '2025-08-30', '2026-06-01'),
    '/bonus_enfants_projet': fc.constantFrom('Un atelier de théâtre.', '  '),
  })

  it('is the same over generated answers that the server’s check lets through, hidden and computed ones settled', () => {
    const form = formOf('clas-reel')
    let compared = 0
    fc.assert(
      fc.property(some, (changes) => {
        const answers = changed(real, changes)
        const settled = settledBy(form, answers)
        if (!settled) return
        compared += 1
        expect(inPage(form, answers)).toEqual(onServer(form, settled))
      }),
      { numRuns: 200 },
    )
    expect(compared).toBeGreaterThan(20)
  })
})

/** The answers as the server settles them; undefined when it refuses them before any rule is applied. */
const settledBy = (form: FormVersion, answers: Answers): Answers | undefined => {
  try {
    return checkAnswers(form, answers, {}).answers
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
