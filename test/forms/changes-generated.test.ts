import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import { changesBetween } from '../../forms/changes/changes-between.ts'
import { isSame } from '../../forms/changes/same.ts'
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import { readDefinition } from '../../forms/definition.ts'
import { patchBetween } from '../../forms/editing/json-diff.ts'
import { applyPatch } from '../../forms/editing/json-patch.ts'
import { Content } from '../../forms/editing-wire.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { definitionNames, prefilledFor, publishedForm } from '../support/definitions.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { shownOf } from '../support/full-model.ts'
import { everyAnswer } from '../support/generate-answers.ts'
import { edited, someEdits } from '../support/generate-edits.ts'
import { runs } from '../support/runs.ts'

const contentOf = ({ definition, info }: FormVersion): Content =>
  Content.parse(JSON.parse(JSON.stringify({ definition, info })))
const forms = [...definitionNames.map((name) => publishedForm(name, { fewCommunes: true })), everyTypeForm]
/** As people make them: one of ours, edited; what it is made by is told when a test fails, rather than all of it. */
const made = fc.record({ form: fc.constantFrom(...forms.map(({ formId }) => formId)), edits: someEdits(6) })
const contentBy = ({ form, edits }: { form: string; edits: Parameters<typeof edited>[1] }): Content =>
  edited(contentOf(forms.find(({ formId }) => formId === form) ?? everyTypeForm), edits)
/** And worse: any JSON. */
const json = fc.dictionary(fc.string(), fc.jsonValue())
const anything = fc
  .record({ definition: json, info: json })
  .map((content) => Content.parse(JSON.parse(JSON.stringify(content))))

const expectTold = (from: Content, to: Content): void => {
  expect(changesBetween(from, to).length === 0).toBe(isSame(from, to))
  expect(changesBetween(from, structuredClone(from))).toEqual([])
  expect(isSame(applyPatch(from, patchBetween(from, to)), to)).toBe(true)
}

describe('changes between any two contents', () => {
  it('are empty exactly when the contents say the same, never make an error, and go with the patch that makes them', () => {
    fc.assert(
      fc.property(made, someEdits(3), (one, edits) => {
        const from = contentBy(one)
        expectTold(from, edited(from, edits))
      }),
      runs(100),
    )
    fc.assert(
      fc.property(made, made, (one, other) => expectTold(contentBy(one), contentBy(other))),
      runs(20),
    )
    fc.assert(fc.property(anything, anything, expectTold), runs(60))
  })

  it('each lead somewhere, and say a whole sentence', () => {
    fc.assert(
      fc.property(made, someEdits(3), (one, edits) => {
        const from = contentBy(one)
        for (const { words, pointer, kind } of changesBetween(from, edited(from, edits))) {
          expect(words).toMatch(/^\p{Lu}.*\.$/u)
          expect(words).not.toMatch(/undefined|\[object/)
          expect(pointer).toMatch(/^\/(?:definition|info)/)
          expect(kind).toMatch(/^[a-z-]+$/)
        }
      }),
      runs(80),
    )
  })
})

const isRead = ({ definition }: Content): boolean => {
  try {
    readDefinition({ definition })
    return true
  } catch {
    return false
  }
}

describe.each(forms)('changes of $formId that are said not to touch answers', (form) => {
  const prefilled = prefilledFor(form)
  const samples = fc.sample(
    everyAnswer(form).map((all) => shownOf(form.definition, { ...all, ...prefilled })),
    { numRuns: 2, seed: 8 },
  )
  const verdictOf = (definition: FormVersion['definition'], answers: Answers) => {
    try {
      return checkAnswers({ ...form, definition }, structuredClone(answers), prefilled)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { answers: {}, removed: error.errors ?? [] }
    }
  }

  it('take nothing from any and refuse none', () => {
    const from = contentOf(form)
    fc.assert(
      fc.property(someEdits(2), (edits) => {
        const to = edited(from, edits)
        const changes = changesBetween(from, to)
        if (changes.some(({ effect }) => effect === 'answers')) return
        // What cannot be read is never published.
        if (!isRead(to)) {
          expect(blocks(findingsIn(to))).toBe(true)
          return
        }
        for (const answers of samples) {
          const [before, after] = [from, to].map(({ definition }) => verdictOf(definition, answers))
          expect([changes.map(({ words }) => words), after?.removed]).toEqual([
            expect.anything(),
            before?.removed,
          ])
          // What is computed beside them is nobody's answer.
          expect(after?.answers).toMatchObject(before?.answers ?? {})
        }
      }),
      runs(40),
    )
  })
})
