// A question that goes into a repeated block, or out of one, is named otherwise: `{effectif}` outside is `{panel.effectif}`
// in a line of its block. What can be named from the new place is; what cannot is left for the checks to tell.
import type { Content } from '../editing-wire.ts'
import { flatten, itemsOf, nameOf, objectAt } from './items.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { freedIn, type Owner, renamedIn, type Target } from './references.ts'
import { fieldsIn, targetAt } from './targets.ts'
import { changedTexts } from './texts.ts'

/** The content, before what stands at a pointer goes to a list, with what names it as it is to be named from then on. */
export const withMovedNames = (content: Content, pointer: string, list: string): Content => {
  const from = ownerOf(content, pointer)
  const to = ownerOf(content, `${list}/0`)
  if (from?.pointer === to?.pointer) return content
  const names = namesOf(content, pointer, from)
  if (names.length === 0) return content
  const fields = fieldsIn(content)
  const definition = changedTexts(content.definition, '/definition', (text, { pointer: at, kind }) => {
    if (kind === 'names' || !text.includes('{')) return text
    const place = { pointer: at, isExpression: kind === 'expression', fields }
    const isMoved = at.startsWith(`${pointer}/`)
    const before = lineOf(at)
    const after = isMoved && before === (from?.pointer ?? '') ? (to?.pointer ?? '') : before
    return names.reduce((told, name) => {
      const target: Target = from ? { name, owner: from } : { name }
      // A block in a line of another is not named from outside.
      if (from && to && (isMoved || lineOf(to.pointer) !== '')) return told
      if (from) return freedIn(told, { name, owner: from }, place, to?.name)
      return to && after === to.pointer ? renamedIn(told, target, `panel.${name}`, place) : told
    }, text)
  })
  return { definition, info: withMovedPatterns(content.info, names, from?.name, to?.name) }
}

/** The repeated block that what stands at a pointer is asked in. */
const ownerOf = (content: Content, pointer: string): Owner | undefined => {
  const at = lineOf(pointer)
  return at === ''
    ? undefined
    : { name: nameOf(objectAt(content, at)), pointer: at, isDirect: false, isBlock: true }
}

/** The repeated block for each of whose lines a text is read; nothing for one that is read once. */
const lineOf = (pointer: string): string => /^(.*)\/template[A-Za-z]*(?:\/|$)/.exec(pointer)?.[1] ?? ''

/** The questions that move, but those of a repeated block that moves with them. */
const namesOf = (content: Content, pointer: string, owner: Owner | undefined): string[] =>
  flatten(itemsOf(content)).flatMap((item) =>
    item.kind === 'question' &&
    item.name !== '' &&
    (item.pointer === pointer || item.pointer.startsWith(`${pointer}/`)) &&
    targetAt(content, item.pointer).owner?.pointer === owner?.pointer
      ? [item.name]
      : [],
  )

/** Where form.json points at answers: `/effectif`, or `/lieux/*\/effectif` for those of every line. */
const withMovedPatterns = (
  info: JsonObject,
  names: readonly string[],
  from: string | undefined,
  to: string | undefined,
): JsonObject => {
  const heads = (owner: string | undefined, name: string) => (owner ? ['', owner, '*', name] : ['', name])
  const changed = (text: string): string => {
    const parts = text.split('/')
    const name = names.find((one) => heads(from, one).every((part, i) => part === parts[i]))
    if (name === undefined) return text
    return [...heads(to, name), ...parts.slice(heads(from, name).length)].join('/')
  }
  const visit = (json: Json): Json => {
    if (typeof json === 'string') return json.startsWith('/') ? changed(json) : json
    if (Array.isArray(json)) return json.map(visit)
    // An operand of another form reads that one's answers.
    if (!isObject(json) || typeof json.form === 'string') return json
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, visit(value)]))
  }
  return Object.fromEntries(
    Object.entries(info).map(([key, value]) => [key, BY_NAME.has(key) ? value : visit(value)]),
  )
}

/** What names whole questions, by which lines are told apart or begun. */
const BY_NAME = new Set(['prefilled', 'communes', 'carriedOver', 'results', 'onValidation', 'toPrepare'])
