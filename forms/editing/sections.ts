import { nameOf, textOf } from './items.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'

/**
 * `info` with its sections as the pages are: in their order, one for each page added. What is said of a page that is
 * not there stays at the end unless it is `gone`. An `info` that lists no section is left: publication writes them.
 */
export const withSections = (info: JsonObject, pages: readonly Json[], gone?: string): JsonObject => {
  const { sections } = info
  if (!Array.isArray(sections)) return info
  const named = pages.filter(isObject)
  const names = new Set(named.map(nameOf))
  const ordered = named.map((page): Json => {
    const known = sections.find((section) => isObject(section) && nameOf(section) === nameOf(page))
    return known ?? { name: nameOf(page), title: textOf(page.title) || nameOf(page), role: 'saisie-activite' }
  })
  const others = sections.filter(
    (section) => !isObject(section) || (!names.has(nameOf(section)) && nameOf(section) !== gone),
  )
  const next = [...ordered, ...others]
  const isSame = next.length === sections.length && next.every((section, i) => section === sections[i])
  return isSame ? info : { ...info, sections: next }
}
