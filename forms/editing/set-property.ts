import type { Content } from '../editing-wire.ts'
import type { Edit } from './edit.ts'
import { textOf } from './items.ts'
import { isObject, type Json, keysOfPointer, pointerOf, valueAt } from './json-pointer.ts'
import { MOST_MONEY, MOST_NUMBER } from './number-bounds.ts'

/** Sets what an object of the content says, or takes it out. The label is that of the field: typing on is one step. */
export const setProperty = (
  content: Content,
  pointer: string,
  key: string,
  { value, label }: { value: Json | undefined; label: string },
): Edit => {
  const keys = [...keysOfPointer(pointer), key]
  const path = pointerOf(keys)
  const before = valueAt(content, keys)
  if (value === undefined) return { label, patch: before === undefined ? [] : [{ op: 'remove', path }] }
  return { label, patch: [{ op: before === undefined ? 'add' : 'replace', path, value }] }
}

/** A text as it is to be written: in the place of the French one where there are several languages. */
export const withText = (before: Json | undefined, text: string): Json | undefined => {
  if (!isObject(before)) return text === '' ? undefined : text
  const language = before.fr === undefined && before.default !== undefined ? 'default' : 'fr'
  return { ...before, [language]: text }
}

/** Gives a page a title, and its section too while both say the same. */
export const setPageTitle = (content: Content, pointer: string, title: string, label: string): Edit => {
  const page = valueAt(content, keysOfPointer(pointer))
  if (!isObject(page)) return { label, patch: [] }
  const before = textOf(page.title)
  const own = setProperty(content, pointer, 'title', { value: withText(page.title, title), label })
  const { sections } = content.info
  if (!Array.isArray(sections)) return own
  const index = sections.findIndex(
    (section) => isObject(section) && section.name === page.name && (section.title ?? '') === before,
  )
  if (index < 0) return own
  const path = `/info/sections/${index}/title`
  return { label, patch: [...own.patch, { op: 'replace', path, value: title }] }
}

/** What is typed in a text: a number is a whole one of zero or more unless said otherwise, and has no length. */
export const setInputType = (content: Content, pointer: string, type: string, label: string): Edit => {
  const json = valueAt(content, keysOfPointer(pointer))
  if (!isObject(json)) return { label, patch: [] }
  const wanted: [string, Json | undefined][] = [
    ['inputType', type === 'text' ? undefined : type],
    ...(type === 'number'
      ? ([
          ['min', json.min ?? 0],
          ['max', json.max ?? (json.money === true ? MOST_MONEY : MOST_NUMBER)],
          ['step', json.step ?? 1],
          ['maxLength', undefined],
        ] satisfies [string, Json | undefined][])
      : ['min', 'max', 'step', 'money'].map((key): [string, undefined] => [key, undefined])),
  ]
  return setProperties(content, pointer, wanted, label)
}

/** Makes a number an amount, which is typed in euros and kept in whole cents, or no longer one. */
export const setMoney = (content: Content, pointer: string, isMoney: boolean, label: string): Edit => {
  const json = valueAt(content, keysOfPointer(pointer))
  if (!isObject(json)) return { label, patch: [] }
  const isComputed = (json.cellType ?? json.type) === 'expression'
  const [usual, most] = isMoney ? [MOST_NUMBER, MOST_MONEY] : [MOST_MONEY, MOST_NUMBER]
  const wanted: [string, Json | undefined][] = [
    ['money', isMoney ? true : undefined],
    ...(isMoney && !isComputed
      ? ([
          ['inputType', 'number'],
          ['step', 1],
        ] satisfies [string, Json][])
      : []),
    // A maximum that nobody chose follows.
    ...(json.max === usual ? ([['max', most]] satisfies [string, Json][]) : []),
  ]
  return setProperties(content, pointer, wanted, label)
}

/** Sets several things that an object says, or takes them out: what says so already is left alone. */
export const setProperties = (
  content: Content,
  pointer: string,
  wanted: readonly (readonly [string, Json | undefined])[],
  label: string,
): Edit => ({
  label,
  patch: wanted.flatMap(([key, value]) =>
    valueAt(content, [...keysOfPointer(pointer), key]) === value
      ? []
      : setProperty(content, pointer, key, { value, label }).patch,
  ),
})
