import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { answerPlaces, isNumeric } from '../../forms/editing/answer-places.ts'
import { flatten, itemsOf } from '../../forms/editing/items.ts'
import { removeMending } from '../../forms/editing/remove.ts'
import { rename } from '../../forms/editing/rename.ts'
import {
  addFilter,
  changeFilter,
  isCompared,
  removeFilter,
  setCompared,
  setComparedWith,
  setFunding,
  setOpening,
} from '../../forms/editing/whole-marks.ts'
import { Content } from '../../forms/editing-wire.ts'
import { fundingFactsIn } from '../../forms/funding.ts'
import { FormInfo } from '../../forms/nouns/form.ts'
import { publishedForm } from '../support/definitions.ts'
import { edited, stackOf, variedContent } from '../support/editing.ts'

const reel = (): Content => Content.parse(publishedForm('clas-reel'))
const withoutMarks = (): Content => {
  const { compared: _, funding: __, results: ___, coherence: ____, ...info } = reel().info
  return { ...reel(), info }
}

describe('what form.json says of answers', () => {
  it('compares all numbers at first, lines once, as our own form does', () => {
    const content = withoutMarks()
    const info = FormInfo.parse(
      edited(content, setComparedWith(content, 'clas-previsionnel', answerPlaces(content))).info,
    )
    const ours = FormInfo.parse(reel().info).compared?.values ?? []
    expect(info.compared?.values).toEqual(expect.arrayContaining(ours))
    expect(info.compared?.values.map(({ pointer }) => pointer)).not.toContain('/charges/c60/montant')
  })
  it('goes whole with the last thing it says', () => {
    const content = variedContent()
    const [first, second] = answerPlaces(content).filter(({ pattern }) => isCompared(content, pattern))
    if (!first || !second) throw new Error('two lines are compared there')
    const one = edited(content, setCompared(content, first, false))
    expect(edited(one, setCompared(one, second, false)).info).not.toHaveProperty('compared')
    const funded = edited(content, setFunding(content, 'charges', { sum: ['/montant'] }))
    expect(edited(funded, setFunding(funded, 'charges', undefined)).info).not.toHaveProperty('funding')
  })
  it('estimates without bonuses where none is asked', () => {
    const charges = setFunding(withoutMarks(), 'charges', { sum: ['/charges/*/montant'] })
    const content = edited(withoutMarks(), charges)
    expect(findingsIn(content).map(({ pointer }) => pointer)).toContain('/info/funding/collectifs')
    const whole = edited(content, setFunding(content, 'collectifs', { sum: ['/collectifs_total'] }))
    const facts = fundingFactsIn(
      FormInfo.parse(whole.info),
      { charges: { c60: { montant: 500 } }, collectifs_total: 2 },
      { schoolYear: '2024-2025', notified: 2 },
    )
    expect(facts).toMatchObject({ charges: 500, collectifs: 2, bonusChildren: 0, bonusParents: 0 })
  })
  it('opens what a validation is told to', () => {
    const content = edited(reel(), setOpening(reel(), 'project', { name: 'projet_nom', years: 2 }))
    expect(FormInfo.parse(content.info).onValidation).toEqual({ project: { name: 'projet_nom', years: 2 } })
    expect(edited(content, setOpening(content, 'project', undefined)).info).not.toHaveProperty('onValidation')
  })
  it('has filters that follow a renaming and go with their question', () => {
    const at = (content: Content, name: string) =>
      flatten(itemsOf(content)).find(({ kind, name: own }) => kind === 'question' && own === name)?.pointer ??
      ''
    const renamed = edited(reel(), rename(reel(), at(reel(), 'collectifs'), 'groupes'))
    expect(FormInfo.parse(renamed.info).results?.filters[0]?.at).toBe('/groupes/*/niveau')
    const gone = edited(reel(), removeMending(reel(), at(reel(), 'collectifs')))
    expect(FormInfo.parse(gone.info).results?.filters).toEqual([])
  })
})

type Drawn = { readonly at: number; readonly isOn: boolean }
type Stack = ReturnType<typeof stackOf>
const places = answerPlaces(withoutMarks())
const pick = (n: number, of = places) => {
  const place = of[n % of.length]
  if (!place) throw new Error('there are places')
  return place
}
const setOneCompared = (stack: Stack, { at, isOn }: Drawn) => {
  const { pattern, ...number } = pick(at, places.filter(isNumeric))
  stack.apply(setCompared(stack.content(), { pattern, ...number }, isOn))
  if (stack.content().info.compared) expect(isCompared(stack.content(), pattern)).toBe(isOn)
}
const setEstimate = (stack: Stack, { at, isOn }: Drawn) => {
  const operand = isOn ? { sum: [pick(at, places.filter(isNumeric)).pattern] } : { count: pick(at).pattern }
  for (const fact of ['charges', 'collectifs', 'bonusParents'])
    stack.apply(setFunding(stack.content(), fact, operand))
}
const setOneFilter = (stack: Stack, { at }: Drawn) => {
  const choices = places.filter(({ kind }) => kind === 'choice')
  stack.apply(addFilter(stack.content(), pick(at, choices)))
}
const kinds: readonly ((stack: Stack, drawn: Drawn) => void)[] = [
  (stack, { isOn }) => stack.apply(setComparedWith(stack.content(), isOn ? 'clas-previsionnel' : '', places)),
  setOneCompared,
  setEstimate,
  setOneFilter,
  (stack) => stack.content().info.results && stack.apply(changeFilter(stack.content(), 0, { by: 'level' })),
  (stack) => stack.content().info.results && stack.apply(removeFilter(stack.content(), 0)),
]

it('whatever is set of them leaves a form.json that is read, and undoing gives back the same text', () => {
  const ofInfo = (content: Content) =>
    findingsIn(content).filter(({ pointer }) => pointer.startsWith('/info'))
  const before = ofInfo(withoutMarks())
  const step = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(1_000), isOn: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const stack = stackOf(withoutMarks())
      for (const { kind, ...drawn } of steps) {
        kind(stack, drawn)
        const told = ofInfo(stack.content())
        expect(told.filter(({ pointer }) => !pointer.startsWith('/info/results/filters/8'))).toEqual(before)
      }
      expect(stack.undoAll()).toEqual([])
      expect(JSON.stringify(stack.content())).toBe(JSON.stringify(withoutMarks()))
    }),
    { numRuns: 15 },
  )
})
