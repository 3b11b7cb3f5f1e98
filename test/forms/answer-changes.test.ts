import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, questionsOf } from '../../forms/answer-changes.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'

const before: Answers = {
  commune: '73008',
  locaux: ['ecole', 'centre'],
  effectif: { cm1: { filles: 12, garcons: 3 }, cm2: { filles: 1 } },
  collectifs: [{ lieu: 'A', enfants: 10 }, { lieu: 'B' }],
  quartier: 'Centre',
}

describe('what differs between two sets of answers', () => {
  it('is nothing when they say the same, whatever the order of their keys', () => {
    const { commune, ...others } = structuredClone(before)
    expect(changesBetween(before, { ...others, ...(commune ? { commune } : {}) })).toEqual([])
  })

  it.each([
    ['a value', { commune: '73065' }, [{ pointer: '/commune', before: '73008', after: '73065' }]],
    [
      'a list of choices, as one field',
      { locaux: ['ecole'] },
      [{ pointer: '/locaux', before: ['ecole', 'centre'], after: ['ecole'] }],
    ],
    [
      'a cell of a table, without the others',
      { effectif: { cm1: { filles: 14, garcons: 3 }, cm2: { filles: 1 } } },
      [{ pointer: '/effectif/cm1/filles', before: 12, after: 14 }],
    ],
    [
      'a cell of a row, and a row that was added',
      { collectifs: [{ lieu: 'A', enfants: 9 }, { lieu: 'B' }, { lieu: 'C' }] },
      [
        { pointer: '/collectifs/0/enfants', before: 10, after: 9 },
        { pointer: '/collectifs/2', after: { lieu: 'C' } },
      ],
    ],
    [
      'a cell that was emptied',
      { effectif: { cm1: { filles: 12 }, cm2: { filles: 1 } } },
      [{ pointer: '/effectif/cm1/garcons', before: 3 }],
    ],
  ])('is told for %s', (_, part, expected) => {
    expect(changesBetween(before, { ...before, ...part })).toEqual(expected)
  })

  it('tells an answer that was taken away, after the others', () => {
    const { quartier: _, ...after } = before
    expect(changesBetween(before, after)).toEqual([{ pointer: '/quartier', before: 'Centre' }])
  })

  it('names each question once, the text beside its choices and the totals of its table among its own', () => {
    const beside = { 'locaux-Comment': 'Une salle', 'effectif-total': { filles: 0 } }
    const changes = changesBetween(before, { ...before, effectif: {}, ...beside })
    expect(questionsOf(changes)).toEqual(['/effectif', '/locaux'])
  })

  it('finds no change in itself, and tells both directions alike', () => {
    const answers = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.jsonValue())
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const [one, other] = [structuredClone(a) as Answers, structuredClone(b) as Answers]
        expect(changesBetween(one, one)).toEqual([])
        const there = changesBetween(one, other).map(({ pointer }) => pointer)
        const back = changesBetween(other, one).map(({ pointer }) => pointer)
        expect(there.toSorted()).toEqual(back.toSorted())
      }),
    )
  })
})
