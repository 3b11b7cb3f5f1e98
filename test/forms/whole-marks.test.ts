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

it('whatever is set of them leaves a form.json that is read, and undoing gives back the same text', () => {
  const step = fc.record({ kind: fc.nat(5), at: fc.nat(1_000), isOn: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const stack = stackOf(withoutMarks())
      const places = answerPlaces(stack.content())
      const pick = (n: number, of = places) => of[n % of.length] ?? places[0]
      for (const { kind, at, isOn } of steps) {
        const content = stack.content()
        const [place, number] = [pick(at), pick(at, places.filter(isNumeric))]
        const choice = pick(
          at,
          places.filter((one) => one.kind === 'choice'),
        )
        if (!place || !number || !choice) throw new Error('there are places')
        if (kind === 0) stack.apply(setComparedWith(content, isOn ? 'clas-previsionnel' : '', places))
        if (kind === 1) {
          stack.apply(setCompared(content, number, isOn))
          if (content.info.compared) expect(isCompared(stack.content(), number.pattern)).toBe(isOn)
        }
        if (kind === 2) {
          const operand = isOn ? { sum: [number.pattern] } : { count: place.pattern }
          for (const fact of ['charges', 'collectifs', 'bonusParents'])
            stack.apply(setFunding(stack.content(), fact, operand))
        }
        if (kind === 3) stack.apply(addFilter(content, choice))
        if (kind === 4 && content.info.results) stack.apply(changeFilter(content, 0, { by: 'level' }))
        if (kind === 5 && content.info.results) stack.apply(removeFilter(content, 0))
        const told = findingsIn(stack.content()).filter(({ pointer }) => pointer.startsWith('/info'))
        expect(told.filter(({ pointer }) => !pointer.startsWith('/info/results/filters/8'))).toEqual(
          findingsIn(withoutMarks()).filter(({ pointer }) => pointer.startsWith('/info')),
        )
      }
      expect(stack.undoAll()).toEqual([])
      expect(JSON.stringify(stack.content())).toBe(JSON.stringify(withoutMarks()))
    }),
    { numRuns: 15 },
  )
})
