// Where texts and expressions of a definition name a question: `{nom}`, `{nom[0].ville}`, `{panel.ville}`, `{row.n}`,
// `sumInArray({lignes}, 'n')`. One reading serves to find those places, to rename them and to mend them.

/** What is named: a question by its own name, or a field (a column, a question of a repeated block) of its owner. */
export type Target = {
  readonly name: string
  /** Of a field: the question it belongs to, and where that one stands. */
  readonly owner?: Owner
}

export type Owner = {
  readonly name: string
  readonly pointer: string
  /** Its fields follow its name at once, `{contact.mel}`, as those of a multiple text do. */
  readonly isDirect: boolean
  /** Its fields are questions, with names that nothing else has. */
  readonly isBlock: boolean
  /** The block it stands in, of each of whose lines it is asked. */
  readonly owner?: Owner
}

/** The fields of each question that has some, by question name; all in small letters, as formulas read them. */
export type Fields = ReadonlyMap<string, ReadonlySet<string>>

export type Place = {
  readonly pointer: string
  /** In an expression quoted texts are values; in a title every brace is a name. */
  readonly isExpression: boolean
  readonly fields: Fields
}

/** The text with the target renamed; the same text when it does not name it. */
export const renamedIn = (text: string, target: Target, to: string, place: Place): string =>
  text.replaceAll(
    place.isExpression ? IN_EXPRESSION : IN_TEXT,
    (part: string, ref: string | undefined, offset: number) => {
      if (ref !== undefined) {
        const renamed = renamedRef(ref, target, to, {
          ...place,
          ...(place.isExpression ? { listed: listAround(text, offset) } : {}),
        })
        return renamed === undefined ? part : `{${renamed}}`
      }
      return place.isExpression && isFieldOf(target, text.slice(0, offset), part.slice(1, -1), place)
        ? part.charAt(0) + to + part.charAt(0)
        : part
    },
  )

/** Whether a text names the target. */
export const names = (text: string, target: Target, place: Place): boolean =>
  mayName(text, target) && renamedIn(text, target, `${target.name}\u0000`, place) !== text

/** Whether a text may name it: formulas read names whatever their capitals. */
export const mayName = (text: string, { name }: Target): boolean =>
  text.toLowerCase().includes(name.toLowerCase())

/**
 * The text with a field named as it is once it has left its block, of which it was read in the same line or in a given
 * one: for another block (`to`) the given line is that one's.
 */
export const freedIn = (
  text: string,
  { name, owner }: Target & { owner: Owner },
  { pointer, isExpression }: Place,
  to: string | undefined,
): string =>
  text.replaceAll(isExpression ? IN_EXPRESSION : IN_TEXT, (part: string, ref: string | undefined) => {
    const [, hash = '', path = ''] = /^(#?)(.*)$/s.exec(ref ?? '') ?? []
    const isBeside = pointer.startsWith(`${owner.pointer}/`) && path.startsWith('panel.')
    const [head = '', line = ''] = isBeside ? ['panel.'] : lineIn(path, owner.name)
    const rest = path.slice(head.length + name.length)
    const isNamed =
      head !== '' && path.startsWith(head + name) && /^(?:-Comment|-total)?(?:$|[.[])/.test(rest)
    if (!isNamed || (isBeside && to !== undefined)) return part
    if (to === undefined) return line === '' || line === '0' ? `{${hash}${name}${rest}}` : part
    return `{${hash}${to}[${line}].${name}${rest}}`
  })

/** `lieux[0].` at the head of a reference, and its line. */
const lineIn = (path: string, owner: string): readonly string[] =>
  path.startsWith(owner)
    ? (/^\[(\d+)\]\./.exec(path.slice(owner.length)) ?? []).map((part, i) => (i === 0 ? owner + part : part))
    : []

const IN_EXPRESSION = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\{([^{}]*)\}/g
/** In a title an apostrophe quotes nothing. */
const IN_TEXT = /\{([^{}]*)\}/g

type RefPlace = Place & { listed?: string | undefined }

const renamedRef = (ref: string, target: Target, to: string, place: RefPlace): string | undefined => {
  const [, before = '', path = ''] = /^(\s*#?)(.*)$/s.exec(ref) ?? []
  const renamed = target.owner
    ? renamedField(path, { ...target, owner: target.owner }, to, place)
    : renamedRoot(path, target.name, to, place)
  return renamed === undefined ? undefined : before + renamed
}

const renamedRoot = (path: string, name: string, to: string, { listed, fields }: RefPlace) => {
  const rest = restAfter(name, path)
  if (rest === undefined) return undefined
  if (listed !== undefined && fields.get(lastName(listed))?.has(path.toLowerCase())) return undefined
  return to + rest
}

const renamedField = (
  path: string,
  { name, owner }: Target & { owner: Owner },
  to: string,
  { pointer, listed }: RefPlace,
): string | undefined => {
  const head = listed !== undefined && isNamedBy(listed, owner, pointer) ? '' : headInto(path, owner, pointer)
  if (head === undefined) return undefined
  const rest = restAfter(name, path.slice(head.length))
  return rest === undefined ? undefined : head + to + rest
}

/** The part of a path that leads into a line of its owner, `panel.` or `lieux[0].jours.x.`; undefined when none does. */
const headInto = (path: string, owner: Owner, pointer: string): string | undefined => {
  const beside = (owner.isBlock ? IN_BLOCK : IN_TABLE).exec(path)?.[0]
  if (beside !== undefined) return pointer.startsWith(`${owner.pointer}/`) ? beside : undefined
  const around = owner.owner ? headInto(path, owner.owner, pointer) : ''
  if (around === undefined || !startsWith(path.slice(around.length), owner.name)) return undefined
  const named = path.slice(0, around.length + owner.name.length)
  const within = owner.isDirect ? /^\./ : /^(?:-total|\[[^\]]*\]|\.[^.[]+)\./i
  const [line] = within.exec(path.slice(named.length)) ?? []
  return line === undefined ? undefined : named + line
}

const IN_BLOCK = /^(?:panel|prevPanel|nextPanel|parentPanel)\./i
const IN_TABLE = /^(?:row|prevRow|nextRow|totalRow)\./i

/** Whether a path leads to the owner itself. */
const isNamedBy = (path: string, { name, owner }: Owner, pointer: string): boolean => {
  const around = owner ? headInto(path, owner, pointer) : ''
  return around !== undefined && path.slice(around.length).toLowerCase() === name.toLowerCase()
}

/** What follows a name at the head of a path; undefined when the path is of something else. */
const restAfter = (name: string, path: string): string | undefined => {
  const rest = path.slice(name.length)
  return startsWith(path, name) && /^(?:-Comment|-total)?\s*(?:$|[.[])/i.test(rest) ? rest : undefined
}

const startsWith = (path: string, name: string): boolean =>
  path.slice(0, name.length).toLowerCase() === name.toLowerCase()

const lastName = (path: string): string => (path.split('.').at(-1) ?? '').toLowerCase()

/** The question whose lines a function goes through around this place of an expression: `countInArray({lignes}, …)`. */
const listAround = (text: string, offset: number): string | undefined => {
  for (const call of [...text.matchAll(/InArray\s*\(\s*\{#?([^{}]+)\}\s*,/gi)].reverse()) {
    if (call.index + call[0].length > offset) continue
    if (!isClosed(text.slice(call.index + call[0].length, offset))) return call[1]
  }
  return undefined
}

const isClosed = (text: string): boolean => {
  let depth = 1
  for (const sign of text.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '')) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (depth === 0) return true
  }
  return false
}

/** Whether a quoted text is the name of the field a function adds or counts: `sumInArray({lignes}, 'n')`. */
const isFieldOf = ({ name, owner }: Target, before: string, quoted: string, { pointer }: Place): boolean => {
  if (owner === undefined || quoted !== name) return false
  const [, list] = /InArray\s*\(\s*\{#?([^{}]*)\}\s*,\s*$/i.exec(before) ?? []
  return list !== undefined && isNamedBy(list, owner, pointer)
}
