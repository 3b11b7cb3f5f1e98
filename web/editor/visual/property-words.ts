// What people read for what SurveyJS calls properties and values.
import words from './property-words.json' with { type: 'json' }
import values from './value-words.json' with { type: 'json' }

type Words = { readonly label: string; readonly hint?: string }

const labels: Readonly<Record<string, Words>> = words
const known: Readonly<Record<string, string>> = values

/** A property in words; its own name where nobody has worded it. */
export const propertyWords = (key: string): Words => labels[key] ?? { label: key }

/** A value in words, of a property where it means there something else than elsewhere. */
export const valueWords = (value: string, property = ''): string =>
  known[`${property}.${value}`] ?? known[value] ?? value
