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
}

/** The fields of each question that has some, by question name. */
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
      return place.isExpression && isFieldOf(target, text.slice(0, offset), part.slice(1, -1))
        ? part.charAt(0) + to + part.charAt(0)
        : part
    },
  )

/** Whether a text names the target. */
export const names = (text: string, target: Target, place: Place): boolean =>
  text.includes(target.name) && renamedIn(text, target, `${target.name}\u0000`, place) !== text

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
  const [, hash = '', path = ''] = /^(#?)(.*)$/s.exec(ref) ?? []
  const renamed = target.owner
    ? renamedField(path, { ...target, owner: target.owner }, to, place)
    : renamedRoot(path, target.name, to, place)
  return renamed === undefined ? undefined : hash + renamed
}

const renamedRoot = (path: string, name: string, to: string, { listed, fields }: RefPlace) => {
  if (!path.startsWith(name)) return undefined
  const rest = path.slice(name.length)
  if (!/^(?:-Comment|-total)?(?:$|[.[])/.test(rest)) return undefined
  if (listed !== undefined && fields.get(listed)?.has(path)) return undefined
  return to + rest
}

const renamedField = (
  path: string,
  { name, owner }: Target & { owner: Owner },
  to: string,
  { pointer, listed }: RefPlace,
): string | undefined => {
  const renamed = (head: string) => {
    const rest = path.slice(head.length + name.length)
    return path.startsWith(head + name) && /^(?:-Comment)?(?:$|[.[])/.test(rest)
      ? head + to + rest
      : undefined
  }
  if (listed === owner.name) return renamed('')
  const [beside] = /^(?:panel|prevPanel|nextPanel|row|prevRow|nextRow|totalRow)\./.exec(path) ?? []
  if (beside !== undefined) return pointer.startsWith(`${owner.pointer}/`) ? renamed(beside) : undefined
  if (!path.startsWith(owner.name)) return undefined
  const within = owner.isDirect ? /^\./ : /^(?:-total|\[[^\]]*\]|\.[^.[]+)\./
  const [head] = within.exec(path.slice(owner.name.length)) ?? []
  return head === undefined ? undefined : renamed(owner.name + head)
}

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
const isFieldOf = ({ name, owner }: Target, before: string, quoted: string): boolean =>
  owner !== undefined &&
  quoted === name &&
  new RegExp(`InArray\\s*\\(\\s*\\{#?${escaped(owner.name)}\\}\\s*,\\s*$`, 'i').test(before)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
