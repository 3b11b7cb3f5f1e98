// A value of an old version in the words of that version: titles of choices, rows and columns, never their codes.
import { plainDayText } from '../dates.ts'
import type { Question } from '../definition.ts'
import { formatMoney, formatNumber } from '../money.ts'
import { isItem, type Json } from '../shape-walk.ts'

/** « À l’école, En mairie » ; « Lundi : matin ; Mardi : soir ». */
export const valueWords = (question: Question | undefined, value: Json): string => {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((one) => valueWords(question, one)).join(', ')
  if (isItem(value)) return itemWords(question, value)
  const chosen = question && titleOf(question, value)
  if (chosen !== undefined) return chosen
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non'
  if (typeof value === 'number')
    return question?.money && Number.isSafeInteger(value) ? formatMoney(value) : formatNumber(value)
  return question?.inputType === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? plainDayText(value) : value
}

/** A document by its name; the inside of a table or panel by what each part is called. */
const itemWords = (question: Question | undefined, item: { readonly [key: string]: Json }): string => {
  if (typeof item.name === 'string' && 'content' in item) return item.name
  return Object.entries(item)
    .map(([key, inner]) => {
      const row = question?.rows.find(({ value }) => String(value) === key)
      const field = question?.fields.find(({ name }) => name === key)
      return `${row?.text ?? field?.title ?? key}\u00a0: ${valueWords(row ? question : field, inner)}`
    })
    .join(' ; ')
}

const titleOf = (question: Question, value: Json): string | undefined => {
  const { choices, columns, rateValues, showNoneItem, showRefuseItem, showDontKnowItem } = question
  const named = [...choices, ...columns, ...rateValues].find((one) => String(one.value) === String(value))
  if (named) return named.text
  if (value === 'none' && showNoneItem) return 'Aucun'
  if (value === 'refused' && showRefuseItem) return 'Ne souhaite pas répondre'
  return value === 'dontknow' && showDontKnowItem ? 'Ne sait pas' : undefined
}
