import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import { Problem } from '../../forms/problems.ts'
import type { Answers, FormVersion } from '../../forms/schemas.ts'
import { definitionNames, prefilledFor, publishedForm } from '../support/definitions.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { refusedBy, shownOf } from '../support/full-model.ts'
import { everyAnswer, mutations } from '../support/generate-answers.ts'

/** A model takes a tenth of a second: enough runs, and no endless shrinking on a busy machine. */
const LIMITED = { numRuns: 30, interruptAfterTimeLimit: 25_000 }

const verdictOf = (form: FormVersion, answers: Answers, prefilled: Answers) => {
  try {
    return { ...checkAnswers(form, answers, prefilled), refused: [] as string[] }
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.name !== 'invalid-answers') throw problem
    return { answers: {}, removed: [], refused: (problem.errors ?? []).map((fault) => fault.pointer) }
  }
}

/**
 * What a model keeps, without the hidden cells that it leaves in tables and we remove, and without the totals it
 * writes for a table that nobody answered.
 */
const without = (answers: Answers, removed: readonly string[]): Answers => {
  const kept = structuredClone(answers)
  for (const pointer of removed) {
    const path = pointer.split('/').slice(1)
    const holder = path.slice(0, -1).reduce<unknown>((inside, key) => Object(inside)[key], kept)
    Reflect.deleteProperty(Object(holder), path.at(-1) ?? '')
  }
  const isOrphan = (key: string) => key.endsWith('-total') && kept[key.slice(0, -6)] === undefined
  return Object.fromEntries(Object.entries(kept).filter(([key]) => !isOrphan(key)))
}

const forms = [...definitionNames.map((name) => publishedForm(name, { fewCommunes: true })), everyTypeForm]

describe.each(forms)('answers generated from $formId', (form) => {
  const prefilled = prefilledFor(form)
  /** Answers to what is shown only, with what a full model computes: valid by construction. */
  const valid = everyAnswer(form).map((all) => shownOf(form.definition, { ...all, ...prefilled }))

  it('are accepted and come back equal', () => {
    fc.assert(
      fc.property(valid, (answers) => {
        const checked = verdictOf(form, answers, prefilled)
        expect(checked.refused).toEqual([])
        expect(checked.removed.filter((pointer) => pointer.split('/').length === 2)).toEqual([])
        expect(checked.answers).toEqual(without(answers, checked.removed))
      }),
      LIMITED,
    )
  })

  const samples = fc.sample(valid, 5)

  it('are refused after a single mutation of type, choice, length or key, where it was made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples).chain((answers) => mutations(form, answers)),
        ({ what, at, answers }) => {
          const { refused } = verdictOf(form, answers, prefilled)
          expect(
            refused.filter((pointer) => pointer === at || pointer.startsWith(`${at}/`)),
            what,
          ).not.toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('get the verdict of a full survey-core model when some are left out or hidden', () => {
    const incomplete = everyAnswer(form).chain((all) =>
      fc.subarray(Object.keys(all), { minLength: Math.floor(Object.keys(all).length * 0.6) }).map(
        (kept): Answers => ({
          ...Object.fromEntries(kept.map((key) => [key, all[key] ?? null])),
          ...prefilled,
        }),
      ),
    )
    fc.assert(
      fc.property(incomplete, (answers) => {
        const { refused, removed, answers: kept } = verdictOf(form, answers, prefilled)
        const questions = new Set(refused.map((pointer) => pointer.split('/')[1]))
        expect([...questions].toSorted()).toEqual(refusedBy(form.definition, answers).toSorted())
        if (refused.length === 0) expect(kept).toEqual(without(shownOf(form.definition, answers), removed))
      }),
      LIMITED,
    )
  })
})
