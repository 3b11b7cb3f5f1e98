// A repeated block that begins empty shows none of its questions: the one that is being edited would be nowhere.
import type { PreviewContent } from '../shared/preview-messages.ts'
import type { Survey } from './survey-options.ts'

type Definition = PreviewContent['definition']
type Json = Definition[string]

/** Opens the repeated block around a question, when there is none of it yet. */
export const openAround = (survey: Survey, definition: Definition, question: string | undefined): void => {
  const block = question === undefined ? undefined : blockAround(definition, question)
  if (block === undefined) return
  const answer = survey.answer(block)
  if (!Array.isArray(answer) || answer.length === 0) survey.setAnswer(block, [{}])
}

/** The block of all that stand around the question. */
const blockAround = (json: Json, question: string, around?: string): string | undefined => {
  if (Array.isArray(json)) {
    for (const one of json) {
      const found = blockAround(one, question, around)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  if (around !== undefined && json.name === question) return around
  const own = json.type === 'paneldynamic' && typeof json.name === 'string' ? json.name : undefined
  for (const [list, inside] of [
    [json.pages, around],
    [json.elements, around],
    [json.templateElements, around ?? own],
  ] as const) {
    const found = list === undefined ? undefined : blockAround(list, question, inside)
    if (found !== undefined) return found
  }
  return undefined
}
