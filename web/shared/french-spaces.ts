// French puts spaces where no line may end: before « : ; ? ! » and inside the quotes, in times, dates, amounts and sizes.
// They are made here, as elements are made, for all that pages show: who writes a sentence types plain spaces.
import { type ComponentChildren, options } from 'preact'

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const UNITS = 'h|min|s|€|%|Ko|Mo|Go'

const RULES: readonly (readonly [RegExp, string])[] = [
  [/ (?=[:;?!»](?![\w)]))/g, '\u00a0'],
  [/« /g, '«\u00a0'],
  // 23 h 59; a unit may stand after a number that is drawn by itself.
  [/(?<=\d h) (?=\d)/g, '\u00a0'],
  [new RegExp(`(?<=^|\\d) (?=(?:${UNITS})(?![\\p{L}\\d]))`, 'gu'), '\u00a0'],
  [/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0'],
  [new RegExp(`(?<=\\d|1er) (?=(?:${MONTHS})(?!\\p{L}))`, 'gu'), '\u00a0'],
  [new RegExp(`(?<=${MONTHS}) (?=\\d{4}(?!\\d))`, 'gu'), '\u00a0'],
  [/(?<=[nN]°) (?=\d)/g, '\u00a0'],
]

/** A text whose lines end where they may. */
export const withFrenchSpaces = (text: string): string =>
  text.includes(' ') ? RULES.reduce((done, [space, fixed]) => done.replace(space, fixed), text) : text

const spaced = (children: ComponentChildren): ComponentChildren => {
  if (typeof children === 'string') return withFrenchSpaces(children)
  return Array.isArray(children) ? children.map(spaced) : children
}

/** What is written character by character stays so. */
const AS_IT_IS = new Set<unknown>(['code', 'pre', 'textarea'])

const before = options.vnode
options.vnode = (vnode) => {
  const { type, props } = vnode
  // Of a text alone, Preact makes an element whose properties are the text.
  if (typeof props === 'object' && 'children' in props && !AS_IT_IS.has(type))
    Object.assign(props, { children: spaced(props.children) })
  before?.(vnode)
}
