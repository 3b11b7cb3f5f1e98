// The marks of a slider (`customLabels`): a number of its line, with words or alone.
import type { Content } from '../editing-wire.ts'
import type { Edit } from './edit.ts'
import { appended, entryOf } from './entries.ts'
import { listAt } from './items.ts'
import { isObject, type Json } from './json-pointer.ts'
import { withText } from './set-property.ts'

type SliderLabel = { readonly value: number; readonly text: string }

const listOf = (slider: string): string => `${slider}/customLabels`

/** The marks by their place in the list; undefined for what is none. */
export const sliderLabels = (content: Content, slider: string): (SliderLabel | undefined)[] =>
  listAt(content, listOf(slider)).map((json) => {
    const entry = entryOf(json)
    if (!entry || typeof entry.value !== 'number') return undefined
    return { value: entry.value, text: entry.text === String(entry.value) ? '' : entry.text }
  })

/** Adds a mark at a number, where none is yet. */
export const addSliderLabel = (content: Content, slider: string, value: number): Edit | undefined =>
  sliderLabels(content, slider).some((label) => label?.value === value)
    ? undefined
    : appended(content, listOf(slider), value, `Ajouter le repère ${value}`)

/** Says what a mark means; without words it is its number alone. */
export const setSliderLabelText = (content: Content, slider: string, index: number, text: string): Edit => {
  const json = listAt(content, listOf(slider))[index]
  const value = entryOf(json ?? null)?.value ?? null
  return {
    label: `Modifier le repère ${value}`,
    patch: [{ op: 'replace', path: `${listOf(slider)}/${index}`, value: labelled(json, value, text) }],
  }
}

const labelled = (json: Json | undefined, value: Json, text: string): Json => {
  const words = withText(isObject(json) ? json.text : undefined, text)
  if (!isObject(json)) return words === undefined ? value : { value, text: words }
  const { text: _, ...own } = json
  return words === undefined ? own : { ...own, text: words }
}

/** Takes a mark out; with the last one the slider has its own marks again. */
export const removeSliderLabel = (content: Content, slider: string, index: number): Edit => ({
  label: 'Retirer un repère',
  patch: [
    {
      op: 'remove',
      path: listAt(content, listOf(slider)).length === 1 ? listOf(slider) : `${listOf(slider)}/${index}`,
    },
  ],
})
