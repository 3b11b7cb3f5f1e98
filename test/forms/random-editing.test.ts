import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, it } from 'vitest'
import { addElement, addPage, type Place } from '../../forms/editing/add.ts'
import { duplicate } from '../../forms/editing/duplicate.ts'
import type { Edit } from '../../forms/editing/edit.ts'
import { setElementName } from '../../forms/editing/element-name.ts'
import { addEntry, addField, moveEntry, removeEntry, setEntryText } from '../../forms/editing/entries.ts'
import { flatten, type Item, itemsOf, listAt } from '../../forms/editing/items.ts'
import { isObject, type Json, keysOfPointer, valueAt } from '../../forms/editing/json-pointer.ts'
import { moveTo, type Step, stepFrom } from '../../forms/editing/move.ts'
import { checkKinds, newCheck } from '../../forms/editing/new-check.ts'
import { remove, removeMending } from '../../forms/editing/remove.ts'
import { rename } from '../../forms/editing/rename.ts'
import {
  addCheck,
  addRule,
  type EditedRule,
  editedRules,
  moveCheck,
  moveRule,
  RULES,
  removeCheck,
  removeRule,
  setCheck,
  setRuleKind,
  setRuleTitle,
} from '../../forms/editing/rule-edits.ts'
import { ruleQuestions } from '../../forms/editing/rule-places.ts'
import { setPageTitle, setProperty } from '../../forms/editing/set-property.ts'
import { entriesFrom, pasteEntries } from '../../forms/editing/sheet.ts'
import { targetAt } from '../../forms/editing/targets.ts'
import { usesOf } from '../../forms/editing/uses.ts'
import { Content } from '../../forms/editing-wire.ts'
import { publishedForm } from '../support/definitions.ts'
import { stackOf, variedContent } from '../support/editing.ts'

/** What a step does, and two numbers by which it chooses where. */
const step = fc.record({
  kind: fc.nat(18),
  at: fc.nat(10_000),
  to: fc.nat(10_000),
  word: fc.stringMatching(/^[a-zé ]{1,9}$/),
})
type StepOf = typeof step extends fc.Arbitrary<infer S> ? S : never

const kinds =
  'text comment radiogroup checkbox yesno siret money matrix matrixdropdown matrixdynamic paneldynamic panel html file'.split(
    ' ',
  )
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]

type Chosen = {
  content: Content
  item: Item
  items: Item[]
  place: Place
  choices: string | undefined
  rule: EditedRule | undefined
  step: StepOf
}

const edits: readonly ((chosen: Chosen) => Edit | undefined)[] = [
  ({ content, place, step: { at, word } }) => addElement(content, place, pick(kinds, at) ?? 'text', word),
  ({ content, items, step: { to, word } }) =>
    addPage(content, to % (items.filter(({ kind }) => kind === 'page').length + 1), word),
  ({ content, item }) => duplicate(content, item.pointer),
  ({ content, item, place }) => moveTo(content, item.pointer, place),
  ({ content, item, step: { to } }) =>
    stepFrom(content, item.pointer, pick<Step>(['up', 'down', 'in', 'out'], to) ?? 'up'),
  ({ content, item }) => remove(content, item.pointer),
  ({ content, item }) => removeMending(content, item.pointer),
  ({ content, item, items, step: { at } }) => rename(content, item.pointer, `nom_${items.length}_${at}`),
  ({ content, item, step: { to, word } }) =>
    setProperty(content, item.pointer, pick(['title', 'isRequired', 'x-neuf'], to) ?? '', {
      value: to % 3 ? word : undefined,
      label: 'l',
    }),
  ({ content, item, step: { word } }) =>
    item.kind === 'page' ? setPageTitle(content, item.pointer, word, 'l') : undefined,
  ({ content, choices, step: { word } }) => (choices ? addEntry(content, choices, word) : undefined),
  ({ content, choices, step: { word } }) =>
    choices ? pasteEntries(content, choices, entriesFrom(`${word}\na\t${word}`, []).entries) : undefined,
  ({ content, choices, step: { to, word } }) => {
    const count = choices ? listAt(content, choices).length : 0
    if (count === 0) return undefined
    const entry = `${choices}/${to % count}`
    if (to % 3 === 0) return removeEntry(entry, 'l')
    return to % 3 === 1 ? moveEntry(content, entry, 1, 'l') : setEntryText(content, entry, word, 'l')
  },
  ({ content, item, step: { word } }) =>
    item.type.startsWith('matrixd')
      ? addField(content, `${item.pointer}/columns`, word, { cellType: 'text' })
      : undefined,
  ({ content, step: { at, word } }) => {
    const check = anyCheck(content, at)
    return check && addRule(content, check, word)
  },
  ({ content, rule, step: { at, to, word } }) => {
    if (!rule) return undefined
    if (to % 4 === 0) return removeRule(rule)
    if (to % 4 === 1) return moveRule(content, rule, at % 2 ? 1 : -1)
    return to % 4 === 2
      ? setRuleTitle(content, rule, word)
      : setRuleKind(content, rule, at % 2 ? 'blocking' : 'warning')
  },
  ({ content, rule, step: { at } }) => {
    const check = anyCheck(content, at)
    return rule && check && addCheck(content, rule, check)
  },
  ({ content, rule, step: { at, to, word } }) => {
    const one = rule && pick(rule.checks, at)
    if (!one) return undefined
    if (to % 3 === 0) return removeCheck(rule, one.pointer)
    if (to % 3 === 1) return moveCheck(content, rule, one.pointer, at % 2 ? 1 : -1)
    const check = anyCheck(content, at)
    return check && one.check && setCheck(content, one.pointer, { ...check, message: word }, 'l')
  },
  ({ content, item, step: { word } }) =>
    item.type === 'paneldynamic' ? setElementName(content, item.pointer, word) : undefined,
]

const anyCheck = (content: Content, at: number) =>
  newCheck(pick(checkKinds, at) ?? 'each', content, ruleQuestions(content))

const editOf = (content: Content, step: StepOf): Edit | undefined => {
  const items = flatten(itemsOf(content))
  const item = pick(items, step.at)
  const holder = pick(
    items.filter(({ list }) => list !== undefined),
    step.to,
  )
  if (!item || !holder?.list) return addPage(content, 0, step.word)
  const place = { list: holder.list, index: holder.children.length }
  const chosen = pick(
    items.filter(({ json }) => json.choices),
    step.at,
  )
  const choices = chosen && `${chosen.pointer}/choices`
  const rule = pick(editedRules(content), step.to)
  return edits[step.kind]?.({ content, item, items, place, choices, rule, step })
}

/** Every name the JSON gives to a page or a question, found without the outline. */
const namesByJson = (json: Json | undefined, key = ''): string[] => {
  if (Array.isArray(json))
    return json.flatMap((one) =>
      isObject(one) ? [...(typeof one.name === 'string' ? [one.name] : []), ...under(one)] : [],
    )
  return isObject(json) ? under(json) : key ? [key] : []
}
const under = (json: { [key: string]: Json }): string[] =>
  ['pages', 'elements', 'templateElements'].flatMap((list) =>
    Array.isArray(json[list]) ? namesByJson(json[list]) : [],
  )

const questionsOf = (items: readonly Item[]): string[] =>
  items.flatMap((item) => (item.kind === 'question' ? [item.name] : questionsOf(item.children)))

const listIn = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : [])

const inStep = (content: Content): void => {
  const items = itemsOf(content)
  const all = flatten(items)
  expect(all.map(({ name }) => name)).toEqual(namesByJson(content.definition))
  for (const { pointer, json } of all) expect(valueAt(content, keysOfPointer(pointer))).toBe(json)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  const rules = listAt(content, RULES)
  expect(editedRules(content).map(({ id, checks }) => [id, checks.length])).toEqual(
    rules.map((rule) => (isObject(rule) ? [rule.id, listIn(rule.checks).length] : [])),
  )
  expect(listAt(content, '/info/sections').map((section) => isObject(section) && section.name)).toEqual(
    items.map(({ name }) => name),
  )
}

it('outline, properties and JSON agree after every edit; undoing gives back the same text, and redoing the last', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const stack = stackOf(variedContent())
      for (const one of steps) {
        const edit = editOf(stack.content(), one)
        if (!edit) continue
        stack.apply(edit)
        inStep(stack.content())
        expect(stack.content().definition['x-atelier']).toEqual({ version: 3 })
        expect(stack.content().info['x-perso']).toEqual([true])
      }
      const last = JSON.stringify(stack.content())
      expect(stack.undoAll()).toEqual([])
      expect(JSON.stringify(stack.content())).toBe(JSON.stringify(variedContent()))
      expect(stack.redoAll()).toEqual([])
      expect(JSON.stringify(stack.content())).toBe(last)
    }),
    { numRuns: 150 },
  )
})

it('what has an unknown type or unknown properties keeps them wherever it is moved', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const stack = stackOf(variedContent())
      for (const one of steps.filter(({ kind }) => kind !== 5 && kind !== 6)) {
        const edit = editOf(stack.content(), one)
        if (edit) stack.apply(edit)
      }
      const text = JSON.stringify(stack.content())
      expect(text).toContain('"x-avant":1,"type":"carte-interactive"')
      expect(text).toContain('"zones":[{"id":"a"}]')
      expect(text).toContain('"x-note":"gardée"')
    }),
    { numRuns: 60 },
  )
})

it('SurveyJS reads the questions of the outline, in its order', () => {
  const { definition, info } = Content.parse(publishedForm('clas-reel'))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const stack = stackOf({ definition, info })
      for (const one of steps) {
        const edit = editOf(stack.content(), one)
        if (edit) stack.apply(edit)
      }
      const read = new Model(structuredClone(stack.content().definition))
        .getAllQuestions()
        .map(({ name }) => name)
      expect(questionsOf(itemsOf(stack.content()))).toEqual(read)
    }),
    { numRuns: 15 },
  )
})

it('a renaming takes every use along', () => {
  const start = variedContent()
  fc.assert(
    fc.property(fc.nat(200), (n) => {
      const item = pick(flatten(itemsOf(start)), n)
      if (!item || item.kind === 'page') return
      const before = targetAt(start, item.pointer)
      const stack = stackOf(start)
      stack.apply(rename(start, item.pointer, 'tout_autre'))
      const places = (content: Content, name: string) =>
        usesOf(content, [{ ...before, name }]).map(({ pointer }) => pointer)
      expect(places(stack.content(), 'tout_autre')).toEqual(places(start, before.name))
      expect(places(stack.content(), before.name)).toEqual([])
    }),
  )
})
