import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mapping, noMapping } from '../../forms/moving/mapping.ts'
import { assertMapping } from '../../forms/moving/mapping-faults.ts'
import { moveAnswers } from '../../forms/moving/move-answers.ts'
import { movedPointer } from '../../forms/moving/moved-pointer.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { checkShape } from '../../forms/shape.ts'
import { sameJson } from '../../forms/shape-walk.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { everyAnswer } from '../support/generate-answers.ts'
import { laterVersion } from '../support/generate-versions.ts'
import { runs } from '../support/runs.ts'

const form = (elements: FormVersion['definition'][string], version = 1): FormVersion => ({
  ...everyTypeForm,
  version,
  info: { ...everyTypeForm.info, sections: [{ name: 'une', title: 'Une', role: 'saisie-activite' }] },
  definition: { pages: [{ name: 'une', elements }] },
})
const step = (from: FormVersion, to: FormVersion, mapping: Partial<Mapping> = {}) => ({
  from,
  to: { ...to, version: 2 },
  mapping: { ...noMapping, ...mapping },
})

describe('moving answers to a later version', () => {
  it('keeps what fits, and nothing else, in the shape of the new version', () => {
    const cases = fc.tuple(laterVersion(everyTypeForm), everyAnswer(everyTypeForm))
    fc.assert(
      fc.property(cases, ([change, answers]) => {
        const moved = moveAnswers(change, answers)
        expect(checkShape(change.to, moved.answers, {}).answers).toEqual(moved.answers)
      }),
      runs(120),
    )
  })

  it('loses nothing silently: each value goes on somewhere or is told as lost', () => {
    const cases = fc.tuple(laterVersion(everyTypeForm), everyAnswer(everyTypeForm))
    fc.assert(
      fc.property(cases, ([change, answers]) => {
        const { answers: moved, lost } = moveAnswers(change, answers)
        for (const [at, value] of leaves(answers)) {
          const isTold = lost.some(({ pointer }) => at === pointer || at.startsWith(`${pointer}/`))
          const there = movedPointer([change], at)
          const found = there === undefined ? undefined : valueAt(moved, there)
          const isRenamed = Object.values(change.mapping.choices).some((told) => String(value) in told)
          const isThere = found !== undefined || isRenamed || isSomewhere(moved, value)
          if (!isTold && !isThere) throw new Error(`${at} = ${JSON.stringify(value)} is nowhere`)
        }
      }),
      runs(120),
    )
  })

  it('tells each lost value as it was, with where it stood', () => {
    const cases = fc.tuple(laterVersion(everyTypeForm), everyAnswer(everyTypeForm))
    fc.assert(
      fc.property(cases, ([change, answers]) => {
        for (const { pointer, value } of moveAnswers(change, answers).lost)
          expect(sameJson(valueAt(answers, pointer), value)).toBe(true)
      }),
    )
  })

  it('leaves answers as they are between two versions that ask the same', () => {
    fc.assert(
      fc.property(everyAnswer(everyTypeForm), (answers) => {
        const same = { from: everyTypeForm, to: { ...everyTypeForm, version: 2 }, mapping: noMapping }
        expect(moveAnswers(same, answers)).toEqual({ answers, lost: [] })
      }),
    )
  })

  it('follows a question that is renamed, with the precision beside it', () => {
    const choice = { type: 'radiogroup', choices: ['a', 'b'], showOtherItem: true }
    const moved = moveAnswers(
      step(form([{ ...choice, name: 'lieu' }]), form([{ ...choice, name: 'site' }]), {
        questions: { '/lieu': 'site' },
      }),
      { lieu: 'other', 'lieu-Comment': 'À la mairie' },
    )
    expect(moved).toEqual({ answers: { site: 'other', 'site-Comment': 'À la mairie' }, lost: [] })
  })

  it('follows columns, rows and choices of tables', () => {
    const table = (column: string, row: string, choice: string) =>
      form([
        {
          type: 'matrixdropdown',
          name: 'budget',
          columns: [{ name: column, cellType: 'dropdown', choices: [choice] }],
          rows: [row, 'autre'],
        },
      ])
    const mapping = {
      questions: { '/budget/nature': 'poste' },
      rows: { '/budget': { '60': 'achats' } },
      choices: { '/budget/nature': { oui: 'prévu' } },
    }
    const moved = moveAnswers(
      step(table('nature', '60', 'oui'), table('poste', 'achats', 'prévu'), mapping),
      {
        budget: { '60': { nature: 'oui' } },
      },
    )
    expect(moved).toEqual({ answers: { budget: { achats: { poste: 'prévu' } } }, lost: [] })
  })

  it('loses one choice of several, one line of a list, and keeps the others', () => {
    const made = (choices: string[], maxRowCount: number) =>
      form([
        { type: 'checkbox', name: 'jours', choices },
        { type: 'matrixdynamic', name: 'lieux', maxRowCount, columns: [{ name: 'nom', cellType: 'text' }] },
      ])
    const { answers, lost } = moveAnswers(step(made(['lundi', 'mardi'], 3), made(['mardi'], 1)), {
      jours: ['lundi', 'mardi'],
      lieux: [{ nom: 'École' }, { nom: 'Mairie' }],
    })
    expect(answers).toEqual({ jours: ['mardi'], lieux: [{ nom: 'École' }] })
    expect(lost).toMatchObject([
      { pointer: '/jours/0', question: '/jours', value: 'lundi' },
      { pointer: '/lieux/1', question: '/lieux', value: { nom: 'Mairie' } },
    ])
  })

  it('never takes euros for cents', () => {
    const amount = (money: boolean) =>
      form([{ type: 'text', name: 'total', inputType: 'number', step: 1, money }])
    const { answers, lost } = moveAnswers(step(amount(false), amount(true)), { total: 1200 })
    expect(answers).toEqual({})
    expect(lost).toMatchObject([{ pointer: '/total', value: 1200 }])
  })

  it('refuses a mapping to what is not there, or to what receives another question', () => {
    const one = form([
      { type: 'text', name: 'a' },
      { type: 'text', name: 'b' },
    ])
    const faults = (questions: Record<string, string>) => {
      try {
        assertMapping({ from: one, to: one }, { ...noMapping, questions })
        return []
      } catch (error) {
        return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)
      }
    }
    expect(faults({ '/a': 'b' })).toEqual(['/mapping/questions/~1a'])
    expect(faults({ '/a': 'c' })).toEqual(['/mapping/questions/~1a'])
    expect(faults({ '/d': 'a' })).toEqual(['/mapping/questions/~1d'])
    expect(faults({ '/a': 'b', '/b': 'a' })).toEqual([])
  })
})

type Value = FormVersion['definition'][string]

const leaves = (value: Value, at = ''): [string, Value][] => {
  if (typeof value !== 'object' || value === null) return [[at, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${at}/${key}`))
}

const valueAt = (value: Value, at: string): Value | undefined =>
  at
    .split('/')
    .slice(1)
    .reduce<Value | undefined>((inner, key) => {
      if (Array.isArray(inner)) return inner[Number(key)]
      return typeof inner === 'object' && inner !== null ? inner[key] : undefined
    }, value)

const isSomewhere = (value: Value, wanted: Value): boolean => leaves(value).some(([, one]) => one === wanted)
