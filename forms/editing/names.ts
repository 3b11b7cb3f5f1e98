// The names by which answers are kept and expressions read them: short, without accents, each given once.
import type { Content } from '../editing-wire.ts'
import { flatten, itemsOf, nameOf } from './items.ts'
import { isObject, type JsonObject } from './json-pointer.ts'

/** Every name given to a page, a panel, a question or a calculated value, and in small letters: formulas read all alike. */
export const namesIn = (content: Content): Set<string> => {
  const names = [...flatten(itemsOf(content)).map(({ name }) => name), ...calculatedIn(content)]
  return new Set([...names, ...names.map((name) => name.toLowerCase())])
}

const calculatedIn = ({ definition: { calculatedValues } }: Content): string[] =>
  Array.isArray(calculatedValues) ? calculatedValues.filter(isObject).map(nameOf) : []

/** The first of `base`, `base_2`, `base_3`… that is not taken, as it is written or in small letters. */
export const freshName = (base: string, taken: ReadonlySet<string>): string => {
  const [, stem = base, from = '1'] = /^(.*?)_(\d+)$/.exec(base) ?? []
  const isTaken = (name: string) => taken.has(name) || taken.has(name.toLowerCase())
  if (!isTaken(base)) return base
  for (let number = Number(from) + 1; ; number++)
    if (!isTaken(`${stem}_${number}`)) return `${stem}_${number}`
}

/** Names that SurveyJS's expressions or JavaScript's objects keep for themselves, in small letters. */
const RESERVED = new Set(
  `constructor prototype tostring valueof hasownproperty isprototypeof propertyisenumerable tolocalestring
  row prevrow nextrow panel prevpanel nextpanel parentpanel item choice self rowindex panelindex visiblerowindex
  visiblepanelindex rowvalue rowname rowtitle totalrow locale pageno pagecount correctedanswers
  correctanswers incorrectedanswers incorrectanswers questioncount survey`.split(/\s+/),
)

/** Whether a name means something else already. */
export const isReserved = (name: string): boolean => name.startsWith('__') || RESERVED.has(name.toLowerCase())

/** A name made of the words of a text: « Nombre d’enfants » gives `nombre_d_enfants`; empty when it has no letter. */
export const nameFrom = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/œ/gi, 'oe')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '')

/** The code of a choice, a row or a column: as a name, but it may begin with a digit. */
export const codeFrom = (text: string): string => {
  const code = nameFrom(`x ${text}`).slice(2)
  return code || 'choix'
}

/** Whether a name was given by the editor, and waits for the question's title. */
export const isGivenName = (name: string): boolean => /^(?:question|groupe|page|bloc|tableau)_\d+$/.test(name)

/** Why a name cannot be given to what stands at a pointer; undefined when it can. */
export const nameFault = (content: Content, pointer: string, name: string): string | undefined => {
  if (name === '') return 'Donnez un nom.'
  if (!/^[A-Za-z][\w-]*$/.test(name))
    return 'Commencez par une lettre ; ensuite, des lettres sans accent, des chiffres et « _ ».'
  if (isPage(pointer) && !/^[a-z][a-z0-9_]{0,59}$/.test(name))
    return 'Le nom d’une page s’écrit en minuscules sans accent, chiffres et « _ » : 60 caractères au plus.'
  if (isReserved(name)) return 'Ce nom est réservé : donnez-en un autre.'
  if (/-(?:total|comment)$/i.test(name))
    return 'Un nom ne finit pas par « -total » ni par « -Comment » : les totaux d’un tableau et les précisions se nomment ainsi.'
  const others = [...siblingsOf(content, pointer)].map((other) => other.toLowerCase())
  return others.includes(name.toLowerCase())
    ? `Le nom « ${name} » est déjà pris : donnez-en un autre.`
    : undefined
}

export const isPage = (pointer: string): boolean => /^\/definition\/pages\/\d+$/.test(pointer)

/** The names that must differ from the one at a pointer: of the same table for a column, of all items otherwise. */
const siblingsOf = (content: Content, pointer: string): Set<string> => {
  const [, owner, list] = /^(.*)\/(columns|items)\/\d+$/.exec(pointer) ?? []
  const items = flatten(itemsOf(content))
  if (owner === undefined || list === undefined)
    return new Set([
      ...items.filter((item) => item.pointer !== pointer).map(({ name }) => name),
      ...calculatedIn(content),
    ])
  return fieldNames(
    items.find((item) => item.pointer === owner)?.json ?? {},
    list,
    pointer.slice(owner.length + list.length + 2),
  )
}

const fieldNames = (json: JsonObject, list: string, but: string): Set<string> => {
  const fields = json[list]
  if (!Array.isArray(fields)) return new Set()
  return new Set(fields.flatMap((field, i) => (isObject(field) && String(i) !== but ? [nameOf(field)] : [])))
}
