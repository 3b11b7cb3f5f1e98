import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkAnswers } from '../../forms/answers.ts'
import { readDefinition } from '../../forms/definition.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Fault, Problem } from '../../forms/problems.ts'
import { completedBilan } from '../support/completed-bilan.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'
import { shownOf } from '../support/full-model.ts'

const facts: Answers = {
  structure_nom: 'Association Belledonne',
  projet_nom: 'Clas des Bauges',
  annee_scolaire: '2025-2026',
}

/** Files in which one thing alone is wrong, and is told at more than one question. */
const toldTwice = [
  'clas-bilan/invalid-missing-level.json',
  'clas-bilan/invalid-neither-siret-nor-rna.json',
  'clas-appel-a-projets/invalid-missing-year.json',
  'habilitation/invalid-neither-siret-nor-rna.json',
]

/** Answers pass as JSON.parse made them: a schema would drop an own `__proto__`, which some of them carry. */
const untouched = z.custom<Answers>((value) => typeof value === 'object' && value !== null)
const Example = z.strictObject({
  why: z.string().min(10),
  answers: untouched,
  pointer: z.string().startsWith('/').optional(),
  removed: z.array(z.string()).optional(),
})

describe.each(definitionNames)('%s', (name) => {
  const form = publishedForm(name)
  const folder = new URL(`answers/${name}/`, import.meta.url)
  const prefilled: Answers = Object.fromEntries(
    Object.keys(form.info.prefilled).map((question) => [question, facts[question] ?? null]),
  )
  const examples = (kind: 'valid' | 'invalid' | 'hidden') =>
    readdirSync(folder)
      .filter((file) => file.startsWith(`${kind}-`))
      .sort()
      .map((file) => ({ file, ...Example.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) }))
  const completed = completedBy(form, prefilled)
  const faultsOf = (answers: Answers): Fault[] => {
    try {
      checkAnswers(form, answers, prefilled)
    } catch (problem) {
      if (problem instanceof Problem && problem.name === 'invalid-answers') return problem.errors ?? []
      throw problem
    }
    return []
  }

  it('has several valid answer files, and ten invalid ones or more', () => {
    expect(examples('valid').length).toBeGreaterThan(4)
    expect(examples('invalid').length).toBeGreaterThanOrEqual(10)
    expect(examples('hidden').length).toBeGreaterThan(1)
  })

  describe('accepts', () => {
    it.each(examples('valid'))('$file: $why', ({ answers }) => {
      const sent = structuredClone(answers)
      const checked = checkAnswers(form, answers, prefilled)
      expect(checked).toEqual({ answers: completed(sent), removed: [] })
      expect(answers).toEqual(sent)
    })

    it('what it has itself returned', () => {
      for (const { answers } of examples('valid')) {
        const once = checkAnswers(form, answers, prefilled)
        expect(checkAnswers(form, once.answers, prefilled)).toEqual(once)
      }
    })
  })

  describe('refuses', () => {
    it.each(examples('invalid'))('$file: $why', ({ answers, pointer }) => {
      const faults = faultsOf(answers)
      expect(faults.map((fault) => fault.pointer)).toContain(pointer)
      expect(faults.filter((fault) => fault.detail.trim() === '')).toEqual([])
    })

    it('one fault alone where one thing alone is wrong', () => {
      const several = examples('invalid').filter(({ answers }) => faultsOf(answers).length !== 1)
      expect(several.map(({ file }) => `${name}/${file}`)).toEqual(
        toldTwice.filter((file) => file.startsWith(`${name}/`)),
      )
    })

    it('a text of 100,000 characters, at its question', () => {
      const texts = readDefinition(form).questions.filter(({ type }) => type === 'comment' || type === 'text')
      for (const { name: question, inputType } of texts) {
        if (inputType !== 'text' || Object.hasOwn(prefilled, question)) continue
        const pointers = faultsOf({ [question]: 'x'.repeat(100_000) }).map(({ pointer }) => pointer)
        expect(pointers).toEqual([`/${question}`])
      }
    })

    it('nothing by polluting a prototype', () => {
      expect({}).not.toHaveProperty('polluted')
    })
  })

  describe('removes and reports', () => {
    it.each(examples('hidden'))('$file: $why', ({ answers, removed = [] }) => {
      const checked = checkAnswers(form, answers, prefilled)
      expect(checked.removed.toSorted()).toEqual(removed.toSorted())
      const hidden = removed.map((pointer) => pointer.slice(1))
      const kept = Object.entries(answers).filter(([question]) => !hidden.includes(question))
      expect(checked.answers).toEqual(completed(Object.fromEntries(kept)))
    })
  })
})

/**
 * The answers with the dossier's values and what the form computes: for clas-bilan worked out by hand, apart from
 * SurveyJS; for the others, by a whole survey-core model.
 */
const completedBy = (form: FormVersion, prefilled: Answers) => {
  if (form.formId === 'clas-bilan') return (answers: Answers) => completedBilan(answers, prefilled)
  return (answers: Answers) => shownOf(form.definition, { ...answers, ...prefilled })
}
