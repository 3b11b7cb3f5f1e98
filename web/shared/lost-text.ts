import type { Answers } from '../../forms/nouns/scalars.ts'

type Json = Answers[string]

/** An answer in words where its question is not there any more to say more of it. */
export const lostText = (value: Json): string => {
  if (value === true) return 'Oui'
  if (value === false) return 'Non'
  if (Array.isArray(value)) return value.map(lostText).join(', ')
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (typeof value.name === 'string' && 'content' in value) return value.name
  return Object.entries(value)
    .map(([key, inner]) => `${key} : ${lostText(inner)}`)
    .join(' ; ')
}
