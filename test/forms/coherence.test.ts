import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import { checkCoherence, factsRead, rulesOf } from '../../forms/coherence.ts'
import type { Facts } from '../../forms/coherence-checks.ts'
import type { Check } from '../../forms/coherence-rules.ts'
import { assertCoherent } from '../../forms/coherence-verdict.ts'
import { readDefinition } from '../../forms/definition.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { findAll } from '../../forms/operands.ts'
import { Problem } from '../../forms/problems.ts'
import { bilan, changed, facts, holds, real, trips } from '../support/coherence-cases.ts'
import { definitionNames, prefilledFor, publishedForm } from '../support/definitions.ts'
import { everyAnswer } from '../support/generate-answers.ts'

const formOf = (name: string) => publishedForm(name, { fewCommunes: true })

const findingsOf = (name: string, answers: Answers, known: Facts = facts) => {
  const form = formOf(name)
  return checkCoherence(rulesOf(form), form.info, answers, known).findings
}
const told = (form: string, answers: Answers, known: Facts = facts): string[] =>
  findingsOf(form, answers, known).map(({ rule, pointer }) => `${rule} ${pointer}`)

describe('answers that agree with one another, the forecast, the bilan and the notification', () => {
  it.each([
    ['clas-reel', real],
    ['clas-previsionnel', real],
    ['clas-bilan', bilan],
  ])('trip no rule of %s', (form, answers) => expect(told(form, answers)).toEqual([]))
})

const allRules = definitionNames.flatMap((name) => formOf(name).info.coherence)
const byNumber = (one: string, other: string) => Number(one.slice(1)) - Number(other.slice(1))

describe('each rule', () => {
  it.each(trips)('$rule trips on $why', ({ rule, at, changes, form = 'clas-reel', known, also = [] }) => {
    const base = form === 'clas-bilan' ? bilan : real
    const found = told(form, changed(base, changes), { ...facts, ...known })
    expect(found).toContain(`${rule} ${at}`)
    expect(found.filter((one) => one !== `${rule} ${at}`).toSorted()).toEqual([...also].toSorted())
  })

  it.each(holds)('$rule does not on $why', ({ rule, changes, form = 'clas-reel', known }) => {
    const found = told(form, changed(real, changes), { ...facts, ...known })
    expect(found.filter((one) => one.startsWith(`${rule} `))).toEqual([])
  })

  it('has a case that trips it and one that does not', () => {
    const ids = [...new Set(allRules.map(({ id }) => id))].toSorted(byNumber)
    expect(ids).toEqual(Array.from({ length: 14 }, (_, i) => `R${i + 1}`))
    expect([...new Set(trips.map(({ rule }) => rule))]).toEqual(ids)
    expect([...new Set(holds.map(({ rule }) => rule))]).toEqual(ids)
  })

  it('is blocking up to R7, and a warning from R8 on', () => {
    for (const { id, kind } of allRules)
      expect(`${id} ${kind}`).toBe(`${id} ${Number(id.slice(1)) <= 7 ? 'blocking' : 'warning'}`)
  })

  it('speaks a finished French sentence with its numbers', () => {
    const messages = trips.flatMap(({ changes, form = 'clas-reel', known }) =>
      findingsOf(form, changed(form === 'clas-bilan' ? bilan : real, changes), { ...facts, ...known }),
    )
    for (const { message } of messages) expect(message).toMatch(/^[A-ZÉÀ][^{}]*\.$/)
    expect(findingsOf('clas-reel', changed(real, { '/produits/p76/montant': 1 }))[0]?.message).toBe(
      'Le total des charges (17\u202f636,55\u00a0€) et le total des produits (17\u202f636,56\u00a0€) diffèrent de 0,01\u00a0€.',
    )
  })

  it('reads answers that its forms have and that no condition hides', () => {
    const read = definitionNames.flatMap((form) =>
      formOf(form).info.coherence.flatMap(({ checks }) => checks.flatMap((check) => readBy(check, form))),
    )
    expect(read.length).toBeGreaterThan(60)
    for (const { form, pattern } of read) {
      const name = pattern.split('/')[1]?.replace(/-total$/, '')
      const question = readDefinition(formOf(form)).questions.find((one) => one.name === name)
      expect(question, `${form} ${pattern}`).toMatchObject({ gates: [] })
      expect(question?.visibleIf, `${form} ${pattern}`).toBeUndefined()
    }
  })
})

/** The patterns a check reads, each with the form whose answers it points into. */
const readBy = (check: Check, form: string): { form: string; pattern: string }[] => {
  const sides = 'left' in check ? [check.left, check.right] : 'when' in check ? [check.when] : []
  const inOperands = sides.flatMap((side) => {
    const patterns = 'sum' in side ? side.sum : 'count' in side ? [side.count] : []
    return patterns.map((pattern) => ({ form: ('form' in side && side.form) || form, pattern }))
  })
  const own = 'values' in check ? check.values : 'first' in check ? [check.first, check.last] : []
  return [...inOperands, ...own.map((pattern) => ({ form, pattern }))]
}

describe('what a person explains', () => {
  const unusual = changed(real, { '/collectifs/0/intervenants': 1, '/collectifs/1/intervenants': 0 })
  const form = formOf('clas-reel')
  const check = (justifications: Record<string, string>, answers = unusual) =>
    checkCoherence(rulesOf(form), form.info, answers, facts, justifications)
  const refusalOf = (...args: Parameters<typeof check>): Problem | undefined => {
    try {
      assertCoherent(check(...args))
    } catch (problem) {
      if (problem instanceof Problem) return problem
      throw problem
    }
    return undefined
  }

  it('is kept in each finding of its rule, with the version of the questionnaire whose rules they are', () => {
    const coherence = check({ R9: 'Une personne malade.', R12: 'Sans objet.' })
    expect(coherence.ruleSet).toBe('clas-reel, version 1')
    expect(
      coherence.findings.map(({ rule, pointer, justification }) => [rule, pointer, justification]),
    ).toEqual([
      ['R9', '/collectifs/0/intervenants', 'Une personne malade.'],
      ['R9', '/collectifs/1/intervenants', 'Une personne malade.'],
    ])
    expect(() => assertCoherent(coherence)).not.toThrow()
  })

  it('is asked for once a rule, by name, with everything that was found', () => {
    const problem = refusalOf({})
    expect(problem?.name).toBe('invalid-answers')
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/justifications/R9'])
    expect(problem?.errors?.[0]?.detail).toContain('moins de 2 intervenants')
    expect(problem?.extra).toEqual({ coherence: check({}) })
  })

  it('is no explanation when it is blank or two letters long', () => {
    expect(refusalOf({ R9: '   ' })?.errors).toHaveLength(1)
    expect(refusalOf({ R9: 'ok' })?.errors).toHaveLength(1)
  })

  it('does not make up for what blocks', () => {
    const problem = refusalOf(
      { R4: 'Nous le savons.' },
      changed(real, { '/charges/c86/montant': 310_001, '/charges/c60/montant': 84_529 }),
    )
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/answers/produits/p87/montant'])
    expect(problem?.message).toContain('sont à corriger, ou manquent')
  })
})

describe('the rules', () => {
  it('read only the other forms that a form needs', () => {
    const reads = (name: string) => factsRead(formOf(name).info).forms.toSorted()
    expect(reads('clas-reel')).toEqual(['clas-bilan', 'clas-previsionnel'])
    expect(reads('clas-bilan')).toEqual(['clas-reel'])
    for (const name of ['clas-previsionnel', 'clas-appel-a-projets', 'habilitation'])
      expect(reads(name)).toEqual([])
    expect(factsRead({ coherence: [] })).toEqual({ forms: [], notifiedCollectifs: false })
    expect(factsRead(formOf('clas-reel').info).notifiedCollectifs).toBe(true)
  })

  it('say nothing of a form that has none, nor of no answers', () => {
    expect(checkCoherence({ ruleSet: '', rules: [] }, {}, real, facts).findings).toEqual([])
    for (const name of definitionNames) expect(told(name, {})).toEqual([])
  })

  it.each(['clas-reel', 'clas-previsionnel', 'clas-bilan'])(
    'find the same in a page’s answers and in what the server made of them: %s',
    (name) => {
      const form = formOf(name)
      const prefilled = prefilledFor(form)
      fc.assert(
        fc.property(everyAnswer(form), (typed) => {
          const settled = checkAnswers(form, typed, prefilled).answers
          expect(findingsOf(name, typed)).toEqual(findingsOf(name, settled))
        }),
        { numRuns: 60 },
      )
    },
  )

  it('find what plain sums find, on generated answers', () => {
    const sumOf = (answers: Answers, pattern: string) =>
      findAll(answers, pattern).reduce((sum, { value }) => sum + Number(value), 0)
    fc.assert(
      fc.property(everyAnswer(formOf('clas-reel')), (answers) => {
        const rules = new Set(findingsOf('clas-reel', answers).map(({ rule }) => rule))
        const [charges, produits] = ['/charges/*/montant', '/produits/*/montant'].map((p) =>
          sumOf(answers, p),
        )
        expect(rules.has('R13')).toBe(charges !== produits)
        const [c86, p87] = ['/charges/c86/montant', '/produits/p87/montant'].map((p) => sumOf(answers, p))
        expect(rules.has('R4')).toBe(c86 !== p87)
        const sizes = findAll(answers, '/collectifs/*/enfants').map(({ value }) => Number(value))
        expect(rules.has('R8')).toBe(sizes.some((size) => size < 8 || size > 12))
        expect(rules.has('R6')).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})
