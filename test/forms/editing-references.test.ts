// Whatever names a question goes on naming it through a renaming, a move, a copy and the deletion of others.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { duplicate } from '../../forms/editing/duplicate.ts'
import { flatten, itemsOf, listAt, objectAt } from '../../forms/editing/items.ts'
import { isObject, type Json } from '../../forms/editing/json-pointer.ts'
import { moveTo } from '../../forms/editing/move.ts'
import { nameFault } from '../../forms/editing/names.ts'
import { isMended, removeMending, usesWithout } from '../../forms/editing/remove.ts'
import { rename } from '../../forms/editing/rename.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { edited, stackOf } from '../support/editing.ts'
import { type Ref, refsOf } from '../support/names-said.ts'
import { plan, referring } from '../support/referring.ts'

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]

/** Where something with a name stands: pages, groups, questions, columns and fields. */
const pointersIn = (content: Content): string[] =>
  flatten(itemsOf(content)).flatMap(({ pointer, json }) => [
    pointer,
    ...['columns', 'items'].flatMap((list) =>
      Array.isArray(json[list]) ? json[list].map((_, i) => `${pointer}/${list}/${i}`) : [],
    ),
  ])

const bySite = (refs: readonly Ref[]) => new Map(refs.map((ref) => [ref.site, ref]))
const saying = ({ site, led, said }: Ref) => `${site} « ${said} » : ${led.join(' > ')}`

/** Names that are like others, or mean something beside them. */
const NAMES =
  'un deux un_3 UN total un-total comptes-total cas-Comment comptes x panel row double ville n neuf Un_2 lieu a-b'.split(
    ' ',
  )

it('everything that can name a question does in these questionnaires, and leads somewhere', () => {
  fc.assert(
    fc.property(plan, (one) => {
      expect(
        refsOf(referring(one))
          .filter(({ led }) => led.length === 0)
          .map(saying),
      ).toEqual([])
    }),
  )
})

it('a renaming is followed by all that names what is renamed, and by nothing else', () => {
  fc.assert(
    fc.property(plan, fc.nat(999), fc.constantFrom(...NAMES), (one, where, to) => {
      const before = referring(one)
      const pointer = pick(pointersIn(before), where) ?? ''
      if (nameFault(before, pointer, to) !== undefined) return
      const after = edited(before, rename(before, pointer, to))
      const led = (content: Content) => refsOf(content).map(({ site, led }) => [site, led.join(' > ')])
      expect(Object.fromEntries(led(after))).toEqual(Object.fromEntries(led(before)))
    }),
    { numRuns: 200 },
  )
})

/** The content where what stands at a pointer, and all in it, is known apart from what it is a copy of. */
const marked = (content: Content, pointer: string): Content => {
  const mark = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(mark)
    if (!isObject(json)) return json
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, key === 'x-id' ? `${String(value)}’` : mark(value)]),
    )
  }
  const value = mark(objectAt(content, pointer))
  return edited(content, { label: '', patch: [{ op: 'replace', path: pointer, value }] })
}

const idsIn = (json: Json): string[] => {
  if (Array.isArray(json)) return json.flatMap(idsIn)
  if (!isObject(json)) return []
  return [...(typeof json['x-id'] === 'string' ? [json['x-id']] : []), ...Object.values(json).flatMap(idsIn)]
}

it('a copy speaks of itself as its original does, and all else goes on naming the original', () => {
  fc.assert(
    fc.property(plan, fc.nat(999), (one, where) => {
      const before = referring(one)
      const pointer = pick(flatten(itemsOf(before)), where)?.pointer ?? ''
      const inside = new Set(idsIn(objectAt(before, pointer)))
      const edit = duplicate(before, pointer)
      const after = bySite(refsOf(marked(edited(before, edit), edit.at)))
      for (const { site, led } of refsOf(before)) {
        expect([site, after.get(site)?.led]).toEqual([site, led])
        const [host = '', ...rest] = site.split(' ')
        if (!inside.has(host)) continue
        const copied = after.get([`${host}’`, ...rest].join(' '))
        expect([site, copied?.led]).toEqual([site, led.map((id) => (inside.has(id) ? `${id}’` : id))])
      }
    }),
    { numRuns: 100 },
  )
})

/**
 * Whether the checks tell of a name. Of triggers they tell that there are none here; a table in a block they do not read,
 * and beside a function that goes through lists they take any field for one of these.
 */
const toldIn = (content: Content): ((ref: Ref) => boolean) => {
  const told = new Set(findingsIn(content).map(({ pointer }) => pointer))
  return ({ pointer, said }) =>
    /[\].]jours[.-]|panel\.jours|InArray/.test(said) ||
    told.has(pointer) ||
    told.has(pointer.replace(/\/triggers\/.*/, '/triggers'))
}

/** What goes or stays as one: a condition, a trigger, a validator. */
const whole = ({ pointer }: Ref): string => pointer.replace(/(\/(?:triggers|validators)\/\d+)\/.*/, '$1')

it('after a deletion with its mending nothing names what is gone, but what was said beforehand and what the checks tell', () => {
  fc.assert(
    fc.property(plan, fc.nat(999), (one, where) => {
      const before = referring(one)
      const pointer = pick(pointersIn(before), where) ?? ''
      const gone = new Set(idsIn(objectAt(before, pointer)))
      const stack = stackOf(before)
      const left = usesWithout(before, pointer).filter((use) => !isMended(use))
      stack.apply(removeMending(before, pointer))
      const after = refsOf(stack.content())
      const dangling = after.filter(({ led }) => led.length === 0)
      const said = new Set(left.map((use) => String(valueSaid(before, use.pointer))))
      expect(dangling.filter((ref) => !said.has(ref.said)).map(saying)).toEqual([])
      if (dangling.length > 0) {
        const isTold = toldIn(stack.content())
        expect(dangling.filter((ref) => !isTold(ref)).map(saying)).toEqual([])
      }
      // What is left leads where something led, and nothing that names only the rest is gone.
      // A rule that shows what it finds beside a question that is gone shows it beside one that it reads.
      const led = new Set(refsOf(before).map((ref) => ref.led.join(' > ')))
      const other = after.filter((ref) => ref.led.length > 0 && !led.has(ref.led.join(' > ')))
      expect(other.filter(({ pointer: at }) => !/checks\/\d+\/pointer$/.test(at)).map(saying)).toEqual([])
      const isOut = ({ site, led: to }: Ref) =>
        gone.has(site.split(' ')[0] ?? '') || to.some((id) => gone.has(id))
      const then = refsOf(before).filter(({ pointer: at }) => !at.startsWith('/info/'))
      const touched = new Set(then.filter(isOut).map(whole))
      const kept = bySite(after)
      expect(then.filter((ref) => !touched.has(whole(ref)) && !kept.has(ref.site)).map(saying)).toEqual([])
      expect(stack.undoAll()).toEqual([])
      expect(JSON.stringify(stack.content())).toBe(JSON.stringify(before))
    }),
    { numRuns: 100 },
  )
})

const valueSaid = (content: Content, pointer: string): Json | undefined =>
  refsOf(content).find((ref) => ref.pointer === pointer)?.said

it('after any moves every name leads where it led or the checks tell of it, and undoing brings all back', () => {
  fc.assert(
    fc.property(
      plan,
      fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(9)), { minLength: 1, maxLength: 3 }),
      (one, moves) => {
        const start = referring(one)
        const stack = stackOf(start)
        for (const [what, where, index] of moves) {
          const before = stack.content()
          const items = flatten(itemsOf(before))
          const list =
            pick(
              items.flatMap(({ list }) => (list === undefined ? [] : [list])),
              where,
            ) ?? ''
          const place = { list, index: Math.min(index, listAt(before, list).length) }
          const edit = moveTo(before, pick(items, what)?.pointer ?? '', place)
          if (!edit) continue
          stack.apply(edit)
          const then = bySite(refsOf(before))
          const changed = refsOf(stack.content()).filter(({ site, led }) => {
            const was = then.get(site)?.led
            return was !== undefined && was.length > 0 && was.at(-1) !== led.at(-1)
          })
          expect(changed.filter(({ led }) => led.length > 0).map(saying)).toEqual([])
          if (changed.length === 0) continue
          const isTold = toldIn(stack.content())
          expect(changed.filter((ref) => !isTold(ref)).map(saying)).toEqual([])
        }
        expect(stack.undoAll()).toEqual([])
        expect(JSON.stringify(stack.content())).toBe(JSON.stringify(start))
      },
    ),
    { numRuns: 100 },
  )
})
