// What a form makes of answers, apart from judging them: values it computes, answers to what it does not show.
import type { Form, Question } from './definition.ts'
import { type Expressions, isShown, type Scope } from './expressions.ts'
import { isEmpty, isOffered, type Place, placesIn, shownRows } from './places.ts'
import { pointer } from './problems.ts'
import { hasTotals, isTotalled } from './shape-values.ts'
import { type Item, isItem, type Json, sameJson } from './shape-walk.ts'

/** How often values may be computed anew from one another before an endless circle is given up. */
const MAX_ROUNDS = 20

export type Settled = {
  /** With computed values; without what is not shown. */
  readonly answers: Item
  /** Pointers of answers that were given to what is not shown. */
  readonly removed: readonly string[]
  /** What conditions read: the answers, and calculated values that are no answer. */
  readonly root: Place
}

/**
 * Computes what the form computes and removes answers to hidden questions, cells, rows and choices, over and over
 * until nothing changes: an answer that was shown only because of a removed one goes too. `answers` is not changed.
 */
export const settle = (form: Form, answers: Item, x: Expressions): Settled => {
  const variables: Item = {}
  const item: Item = Object.assign(Object.create(variables) as Item, structuredClone(answers))
  const root: Place = { item, questions: form.questions, scope: item, path: [] }
  const removed: string[] = []
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    computeAll(form, root, variables, x)
    const gone = removeHidden(root, x)
    removed.push(...gone)
    if (gone.length === 0) break
  }
  dropHiddenComputed(root, x)
  for (const { name, includeIntoResult } of form.calculated)
    if (includeIntoResult && variables[name] !== undefined) item[name] = variables[name]
  return { answers: { ...item }, removed, root }
}

const computeAll = (form: Form, root: Place, variables: Item, x: Expressions): void => {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = form.calculated.map(({ name, expression }) =>
      set(variables, name, x.valueOf(expression, root.scope)),
    )
    const changed = compute(root, x)
    if (!changed && !before.includes(true)) return
  }
}

/** Computes what stands in a place and inside it; whether anything changed. */
const compute = (place: Place, x: Expressions): boolean => {
  let changed = false
  for (const question of place.questions) {
    if (question.type === 'expression') {
      const value = question.expression ? x.valueOf(question.expression, place.scope) : undefined
      changed = set(place.item, question.name, rounded(value, question.precision)) || changed
    }
    if (place.item[question.name] === undefined) continue
    for (const inside of placesIn(question, place, x)) changed = compute(inside, x) || changed
    if (hasTotals(question)) changed = computeTotals(question, place, x) || changed
  }
  return changed
}

const computeTotals = (question: Question, { item, scope }: Place, x: Expressions): boolean => {
  const self = { self: item[question.name] }
  const total: Item = {}
  for (const column of question.fields.filter(isTotalled)) {
    const value = column.totalExpression
      ? x.valueOf(column.totalExpression, scope)
      : x.valueOf(`${column.totalType}InArray({self}, '${column.name}')`, self)
    set(total, column.name, rounded(value, column.precision))
  }
  return set(item, `${question.name}-total`, total)
}

/** Sets or, when there is no value, unsets; whether that changed anything. */
const set = (item: Item, key: string, value: Json | undefined): boolean => {
  if (sameJson(Object.hasOwn(item, key) ? item[key] : undefined, value)) return false
  if (value === undefined) delete item[key]
  else item[key] = value
  return true
}

const rounded = (value: Json | undefined, precision: number): Json | undefined =>
  typeof value === 'number' && precision >= 0 ? Number(value.toFixed(precision)) : value

/** Removes answers to what is not shown in a place and inside it; their pointers. */
const removeHidden = (place: Place, x: Expressions): string[] => {
  const { item, scope, path } = place
  const gone: string[] = []
  const remove = (...keys: (string | number)[]) => gone.push(pointer(...path, ...keys))
  for (const question of place.questions) {
    const { name } = question
    const comment = `${name}-Comment`
    if (!isShown(question, scope, x)) {
      if (question.type !== 'expression' && name in item && delete item[name]) remove(name)
      if (comment in item && delete item[comment]) remove(comment)
      continue
    }
    for (const key of removeUnoffered(question, item, scope, x)) remove(...key)
    if (question.showOtherItem && comment in item && !isOther(item[name]) && delete item[comment])
      remove(comment)
    for (const inside of placesIn(question, place, x)) gone.push(...removeHidden(inside, x))
  }
  return gone
}

/** Takes choices and rows that are not offered out of a value; their keys from the question on. */
const removeUnoffered = (
  question: Question,
  item: Item,
  scope: Scope,
  x: Expressions,
): (string | number)[][] => {
  const { name, choices, choicesVisibleIf } = question
  const value = item[name]
  if (value === undefined) return []
  if (isItem(value) && question.rows.length > 0) {
    const shown = new Set(shownRows(question, scope, x).map((row) => String(row.value)))
    const hidden = Object.keys(value).filter((row) => !shown.has(row))
    for (const row of hidden) delete value[row]
    return hidden.map((row) => [name, row])
  }
  const unoffered = new Set<Json>(
    choices
      .filter((choice) => !isOffered(choice.value, choice.visibleIf ?? choicesVisibleIf, scope, x))
      .map((choice) => choice.value),
  )
  if (unoffered.size === 0) return []
  if (!Array.isArray(value)) return unoffered.has(value) && delete item[name] ? [[name]] : []
  const indexes = value.flatMap((one, i) => (unoffered.has(one) ? [i] : []))
  if (indexes.length > 0)
    set(
      item,
      name,
      value.filter((one) => !unoffered.has(one)),
    )
  if (isEmpty(item[name])) delete item[name]
  return indexes.map((i) => [name, i])
}

/** Whether « other » was chosen. */
export const isOther = (value: Json | undefined): boolean =>
  Array.isArray(value) ? value.includes('other') : value === 'other'

/** Computed values that nobody sees are no answers; conditions have read them all the same. */
const dropHiddenComputed = (place: Place, x: Expressions): void => {
  for (const question of place.questions) {
    const shown = isShown(question, place.scope, x)
    if (!shown && question.type === 'expression') delete place.item[question.name]
    if (!shown || place.item[question.name] === undefined) delete place.item[`${question.name}-total`]
    for (const inside of placesIn(question, place, x)) dropHiddenComputed(inside, x)
  }
}
