// The small language by which form.json points at answers (operands.ts), as a draft holds it: `/lignes/*/montant`,
// `/lignes-total/montant`. It follows a question that is renamed, and loses one that is deleted.
import { isObject, type Json } from './json-pointer.ts'
import type { Target } from './references.ts'

/** What to do with the places that name a question: its new name, or nothing to take it out. */
export type Change = { readonly target: Target; readonly to: string | undefined }

/** An operand that reads another form's answers names no question of this one. */
export const changedOperand = (operand: Json | undefined, change: Change): Json | undefined => {
  if (!isObject(operand) || operand.form !== undefined) return operand
  if (operand.count !== undefined) {
    const count = changedPattern(operand.count, change)
    if (count === operand.count) return operand
    return count === undefined ? undefined : { ...operand, count }
  }
  if (!Array.isArray(operand.sum)) return operand
  const sum = changedList(operand.sum, (pattern) => changedPattern(pattern, change))
  if (sum === operand.sum) return operand
  return sum.length === 0 ? undefined : { ...operand, sum }
}

/** A pattern under the new name; undefined when what it leads to is gone. */
export const changedPattern = (pattern: Json | undefined, { target, to }: Change): Json | undefined => {
  if (typeof pattern !== 'string') return pattern
  const [empty, root = '', ...rest] = pattern.split('/')
  const [, name = root, suffix = ''] = /^(.*?)(-total|-Comment)?$/.exec(root) ?? []
  if (!target.owner) {
    if (name !== target.name) return pattern
    return to === undefined ? undefined : [empty, to + suffix, ...rest].join('/')
  }
  // Fields of a multiple text follow its name at once; those of a table stand in a line, or in its total.
  const at = suffix || target.owner.isDirect ? 0 : 1
  if (name !== target.owner.name || rest.at(at) !== target.name) return pattern
  return to === undefined ? undefined : [empty, root, ...rest.with(at, to)].join('/')
}

/** The list with each item changed, without those that are gone. The same list when none is. */
export const changedList = (list: Json[], changed: (item: Json) => Json | undefined): Json[] => {
  const next = list.map(changed)
  return next.every((item, i) => item === list[i])
    ? list
    : next.flatMap((item) => (item === undefined ? [] : [item]))
}
