import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkAnswers } from '../../forms/answers.ts'
import info from '../../forms/definitions/clas-bilan/form.json' with { type: 'json' }
import survey from '../../forms/definitions/clas-bilan/survey.json' with { type: 'json' }
import { type Fault, Problem } from '../../forms/problems.ts'
import { publishable } from '../../forms/publication.ts'
import { type Answers, FormInfo, FormVersion } from '../../forms/schemas.ts'
import { communesOf } from '../../infra/publication/communes.ts'

const folder = new URL('answers/clas-bilan/', import.meta.url)
const prefilled: Answers = {
  structure_nom: 'Association Belledonne',
  projet_nom: 'Clas des Bauges',
  annee_scolaire: '2025-2026',
}
const formInfo = FormInfo.parse(info)
const form: FormVersion = {
  formId: 'clas-bilan',
  version: 1,
  info: formInfo,
  definition: publishable(FormVersion.shape.definition.parse(survey), formInfo, communesOf),
  sha256: '',
  publishedAt: '2025-09-01T00:00:00.000Z',
}

/** Answers pass as JSON.parse made them: a schema would drop an own `__proto__`, which some of them carry. */
const untouched = z.custom<Answers>((value) => typeof value === 'object' && value !== null)
const Example = z.strictObject({
  why: z.string().min(10),
  answers: untouched,
  pointer: z.string().startsWith('/').optional(),
  removed: z.array(z.string()).optional(),
})

const examples = (kind: 'valid' | 'invalid' | 'hidden') =>
  readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}-`))
    .sort()
    .map((file) => ({ file, ...Example.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) }))

describe('clas-bilan accepts', () => {
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

describe('clas-bilan refuses', () => {
  it.each(examples('invalid'))('$file: $why', ({ answers, pointer }) => {
    const faults = faultsOf(answers)
    expect(faults.map((fault) => fault.pointer)).toContain(pointer)
    expect(faults.filter((fault) => fault.detail.trim() === '')).toEqual([])
  })

  it('one fault alone where one thing alone is wrong', () => {
    const several = examples('invalid').filter(({ answers }) => faultsOf(answers).length !== 1)
    expect(several.map(({ file }) => file)).toEqual([
      'invalid-missing-level.json',
      'invalid-neither-siret-nor-rna.json',
    ])
  })

  it('nothing by polluting a prototype', () => {
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('clas-bilan removes and reports', () => {
  it.each(examples('hidden'))('$file: $why', ({ answers, removed = [] }) => {
    const checked = checkAnswers(form, answers, prefilled)
    expect(checked.removed.toSorted()).toEqual(removed.toSorted())
    const hidden = removed.map((pointer) => pointer.slice(1))
    const kept = Object.entries(answers).filter(([name]) => !hidden.includes(name))
    expect(checked.answers).toEqual(completed(Object.fromEntries(kept)))
  })
})

const faultsOf = (answers: Answers): Fault[] => {
  try {
    checkAnswers(form, answers, prefilled)
  } catch (problem) {
    if (problem instanceof Problem && problem.name === 'invalid-answers') return problem.errors ?? []
    throw problem
  }
  return []
}

const Level = z.object({ filles: z.number(), garcons: z.number() })
const Counted = z.looseObject({
  participants: z.object({ elementaire: Level, college: Level, lycee: Level }),
  intervenants_salaries: z.number(),
  intervenants_vacataires: z.number(),
  intervenants_benevoles: z.number(),
})

/** The answers with the dossier's values and, worked out apart from the checker, what the form computes. */
const completed = (answers: Answers): Answers => {
  const counted = Counted.parse(answers)
  const { elementaire, college, lycee } = counted.participants
  const filles = elementaire.filles + college.filles + lycee.filles
  const garcons = elementaire.garcons + college.garcons + lycee.garcons
  const withTotal = (level: z.infer<typeof Level>) => ({ ...level, total: level.filles + level.garcons })
  return {
    ...answers,
    ...prefilled,
    participants: {
      elementaire: withTotal(elementaire),
      college: withTotal(college),
      lycee: withTotal(lycee),
    },
    'participants-total': { filles, garcons, total: filles + garcons },
    intervenants_total:
      counted.intervenants_salaries + counted.intervenants_vacataires + counted.intervenants_benevoles,
  }
}
