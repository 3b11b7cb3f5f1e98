// What names a question goes on naming it when it goes into a repeated block or out of one, or the checks say that it does not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { flatten, itemsOf, listAt, objectAt } from '../../forms/editing/items.ts'
import { moveTo } from '../../forms/editing/move.ts'
import { targetAt } from '../../forms/editing/targets.ts'
import { changedTexts } from '../../forms/editing/texts.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { edited, stackOf } from '../support/editing.ts'

const QUESTIONS = ['un', 'deux', 'trois', 'ville', 'places', 'nom', 'age']

/** Two repeated blocks, a group and questions beside them, each with a condition by what `named` says. */
const contentWith = (named: (name: string) => Record<string, string>): Content => {
  const text = (name: string) => ({ type: 'text', name, title: name, ...named(name) })
  return {
    definition: {
      pages: [
        {
          name: 'page',
          elements: [
            text('un'),
            { type: 'panel', name: 'groupe', elements: [text('deux'), text('trois')] },
            {
              ...{ type: 'paneldynamic', name: 'lieux', templateTitle: 'Le lieu {panel.ville}' },
              templateElements: [text('ville'), text('places')],
            },
            { type: 'paneldynamic', name: 'gens', templateElements: [text('nom'), text('age')] },
          ],
        },
      ],
    },
    info: { id: 'essai', title: 'Essai', compared: { with: 'autre', values: [{ pointer: '/un' }] } },
  }
}

const pointerOf = (content: Content, name: string): string =>
  flatten(itemsOf(content)).find((item) => item.name === name)?.pointer ?? ''
const ownerOf = (content: Content, name: string): string =>
  targetAt(content, pointerOf(content, name)).owner?.name ?? ''
const json = (content: Content, name: string) => objectAt(content, pointerOf(content, name))

/** Moves a question to the end of a list: `lieux/templateElements`, `page/elements`… */
const moved = (content: Content, name: string, list: string): Content => {
  const [around = '', key = ''] = list.split('/')
  const at = `${pointerOf(content, around)}/${key}`
  const there = objectAt(content, pointerOf(content, around))[key]
  return edited(
    content,
    moveTo(content, pointerOf(content, name), { list: at, index: Array.isArray(there) ? there.length : 0 }),
  )
}

describe('a question that goes into a repeated block', () => {
  it('is named by those of the same line as being there, and names what is outside as before', () => {
    const content = contentWith((name) =>
      name === 'places'
        ? { visibleIf: "{un} = 1 and {panel.ville} <> '{un}'" }
        : name === 'un'
          ? { requiredIf: '{deux} notempty' }
          : {},
    )
    const after = moved(content, 'un', 'lieux/templateElements')
    expect(json(after, 'places').visibleIf).toBe("{panel.un} = 1 and {panel.ville} <> '{un}'")
    expect(json(after, 'un').requiredIf).toBe('{deux} notempty')
    expect(after.info.compared).toEqual({ with: 'autre', values: [{ pointer: '/lieux/*/un' }] })
  })
  it('is told of by the checks where it is named from outside', () => {
    const content = contentWith((name) => (name === 'deux' ? { visibleIf: '{un} = 1' } : {}))
    const after = moved(content, 'un', 'lieux/templateElements')
    const at = `${pointerOf(after, 'deux')}/visibleIf`
    expect(findingsIn(content).filter(({ pointer }) => pointer === at)).toEqual([])
    expect(findingsIn(after).some(({ pointer }) => pointer.startsWith(pointerOf(after, 'deux')))).toBe(true)
  })
  it('takes along with its group what is said between them', () => {
    const content = contentWith((name) => (name === 'trois' ? { visibleIf: '{deux} = 1 or {un} = 2' } : {}))
    const after = moved(content, 'groupe', 'gens/templateElements')
    expect(json(after, 'trois').visibleIf).toBe('{panel.deux} = 1 or {un} = 2')
  })
})

describe('a question that leaves a repeated block', () => {
  it('is named by its own name from the lines that stay and from outside', () => {
    const content = contentWith((name) =>
      name === 'places'
        ? { visibleIf: "{panel.ville} = 'Aix'" }
        : name === 'deux'
          ? { visibleIf: '{lieux[0].ville} notempty' }
          : {},
    )
    const after = moved(content, 'ville', 'groupe/elements')
    expect(json(after, 'places').visibleIf).toBe("{ville} = 'Aix'")
    expect(json(after, 'deux').visibleIf).toBe('{ville} notempty')
    expect(json(after, 'lieux').templateTitle).toBe('Le lieu {ville}')
  })
  it('for another block is named there', () => {
    const content = contentWith((name) => (name === 'un' ? { visibleIf: '{lieux[1].ville} notempty' } : {}))
    expect(json(moved(content, 'ville', 'gens/templateElements'), 'un').visibleIf).toBe(
      '{gens[1].ville} notempty',
    )
  })
})

/** The question that a reference leads to, from a text read for each line of a block or once. */
const ledTo = (content: Content, ref: string, line: string): string | undefined => {
  const [, beside, owner, name = ''] = /^(?:(panel)\.)?(?:(\w+)\[\d+\]\.)?(\w+)$/.exec(ref) ?? []
  if (!QUESTIONS.includes(name) || (beside && line === '')) return undefined
  const first = owner ?? name
  const isThere = ownerOf(content, first) === (beside ? line : '')
  return isThere && (owner === undefined || ownerOf(content, name) === owner) ? name : undefined
}

/** Every reference of a content, by the thing it is said of. */
const refsOf = (content: Content) => {
  const refs = new Map<string, { ref: string; pointer: string; line: string }>()
  changedTexts(content.definition, '/definition', (text, { pointer, key }) => {
    const around = flatten(itemsOf(content)).findLast((item) => pointer.startsWith(`${item.pointer}/`))
    const line = key === 'templateTitle' ? (around?.name ?? '') : ownerOf(content, around?.name ?? '')
    for (const [i, [, ref = '']] of [...text.matchAll(/\{([^{}]*)\}/g)].entries())
      refs.set(`${around?.name} ${key} ${i}`, { ref, pointer, line })
    return text
  })
  return refs
}

const refFrom = (content: Content, to: string, line: string): string => {
  const owner = ownerOf(content, to)
  if (owner === '') return to
  return owner === line ? `panel.${to}` : `${owner}[0].${to}`
}

const plan = fc.record({
  named: fc.array(fc.nat(QUESTIONS.length - 1), { minLength: 7, maxLength: 7 }),
  moves: fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 4 }),
})

/** The references that no longer lead where they led, and whether they could. */
const lostBetween = (before: Content, after: Content) => {
  const then = refsOf(before)
  return [...refsOf(after)].flatMap(([key, { ref, line, pointer }]) => {
    const was = then.get(key)
    const led = was && ledTo(before, was.ref, was.line)
    if (led === undefined || ledTo(after, ref, line) === led) return []
    // A block in a line of another is named from there alone.
    if (was?.ref.startsWith('panel.') && was.ref.includes('[')) return []
    const owner = ownerOf(after, led)
    const couldLead =
      owner !== ownerOf(before, led) && (owner === '' || (owner === line && !was?.ref.includes('[')))
    return [{ says: `${key}: ${ref}`, pointer, couldLead }]
  })
}

it('every reference leads to the same question after any move, or the checks tell of it; undoing brings all back', () => {
  const blank = contentWith(() => ({}))
  fc.assert(
    fc.property(plan, ({ named, moves }) => {
      const start = contentWith((name) => {
        const to = QUESTIONS[named[QUESTIONS.indexOf(name)] ?? 0] ?? 'un'
        return to === name ? {} : { visibleIf: `{${refFrom(blank, to, ownerOf(blank, name))}} notempty` }
      })
      const stack = stackOf(start)
      for (const [what, where, index] of moves) {
        const before = stack.content()
        const items = flatten(itemsOf(before))
        const lists = items.flatMap(({ list }) => (list === undefined ? [] : [list]))
        const list = lists[where % lists.length] ?? ''
        const place = { list, index: Math.min(index % 2, listAt(before, list).length) }
        const edit = moveTo(before, items[what % items.length]?.pointer ?? '', place)
        if (!edit) continue
        stack.apply(edit)
        const lost = lostBetween(before, stack.content())
        if (lost.length === 0) continue
        expect(lost.filter(({ couldLead }) => couldLead)).toEqual([])
        const told = findingsIn(stack.content()).map(({ pointer }) => pointer)
        expect(told).toEqual(expect.arrayContaining(lost.map(({ pointer }) => pointer)))
      }
      expect(stack.undoAll()).toEqual([])
    }),
    { numRuns: 200 },
  )
})
