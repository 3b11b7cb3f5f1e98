import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { definitionNames, prefilledFor, publishedForm } from '../support/definitions.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { refusedBy, shownOf } from '../support/full-model.ts'
import { everyAnswer, mutations } from '../support/generate-answers.ts'
import { runs } from '../support/runs.ts'

/** A model takes a tenth of a second: enough runs for each of six forms, and no endless shrinking on a busy machine. */
const LIMITED = { ...runs(5), interruptAfterTimeLimit: 8_000 }

const verdictOf = (form: FormVersion, answers: Answers, prefilled: Answers) => {
  try {
    return { ...checkAnswers(form, answers, prefilled), refused: [] as string[] }
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.name !== 'invalid-answers') throw problem
    return { answers: {}, removed: [], refused: (problem.errors ?? []).map((fault) => fault.pointer) }
  }
}

/**
 * Answers without the hidden cells that a model leaves in tables and we remove, and without the totals that a model
 * writes for a table that nobody answered, or leaves out because they are all zero.
 */
const without = (answers: Answers, removed: readonly string[] = []): Answers => {
  const kept = structuredClone(answers)
  for (const pointer of removed) {
    const path = pointer.split('/').slice(1)
    const holder = path.slice(0, -1).reduce<unknown>((inside, key) => Object(inside)[key], kept)
    Reflect.deleteProperty(Object(holder), path.at(-1) ?? '')
  }
  const isIdle = ([key, value]: [string, unknown]) =>
    key.endsWith('-total') &&
    (kept[key.slice(0, -6)] === undefined || Object.values(Object(value)).every((total) => total === 0))
  return Object.fromEntries(Object.entries(kept).filter((entry) => !isIdle(entry)))
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
        expect(without(checked.answers)).toEqual(without(answers, checked.removed))
      }),
      LIMITED,
    )
  })

  const samples = fc.sample(valid, 3)

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
      runs(100),
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
        const shown = shownOf(form.definition, answers)
        expect([...questions].toSorted()).toEqual(refusedBy(form.definition, shown).toSorted())
        if (refused.length === 0) expect(without(kept)).toEqual(without(shown, removed))
      }),
      LIMITED,
    )
  })
})
