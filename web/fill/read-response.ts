// Replies read by a narrow check: zod would be a quarter of what this page loads before SurveyJS.
import type { Checks } from '../../forms/checks-wire.ts'
import type { CurrentSection, SectionSaved } from '../../forms/filling-wire.ts'
import type { ResponseView } from '../../forms/response-wire.ts'

/** GET /responses/{id}. Throws when it is something else. */
export const readResponse = (body: unknown): ResponseView => {
  if (isResponse(body)) return body
  throw new Error('GET /responses/{id} answered something else')
}

/** Says which version of the questionnaire a request is made for: the one that this page shows. */
export const inVersion = ({ form }: { readonly form: { readonly version: number } }): string =>
  `?version=${form.version}`

/** PUT /responses/{id}/sections/{name}. Throws when it is something else. */
export const readSaved = (body: unknown): SectionSaved => {
  if (isSaved(body)) return body
  throw new Error('PUT /responses/{id}/sections/{name} answered something else')
}

/** GET /responses/{id}/checks. Throws when it is something else. */
export const readChecks = (body: unknown): Checks => {
  if (isChecks(body)) return body
  throw new Error('GET /responses/{id}/checks answered something else')
}

/** The `current` member of a 412. */
export const isCurrentSection = (value: unknown): value is CurrentSection =>
  has(value, { answers: 'object', revision: 'number', savedAt: 'string', savedBy: 'string' })

const isSaved = (value: unknown): value is SectionSaved =>
  has(value, { revision: 'number', savedAt: 'string', closesAt: 'string' })

const isChecks = (value: unknown): value is Checks =>
  has(value, { ruleSet: 'string', rules: 'object', facts: 'object', rates: 'object' })

const isResponse = (value: unknown): value is ResponseView =>
  has(value, {
    id: 'string',
    status: 'string',
    closesAt: 'string',
    zone: 'string',
    form: 'object',
    sections: 'object',
    prefilled: 'object',
    may: 'object',
    takesAnswers: 'boolean',
  })

const has = (value: unknown, types: Readonly<Record<string, string>>): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const members = new Map<string, unknown>(Object.entries(value))
  return Object.entries(types).every(([name, type]) => {
    const member = members.get(name)
    return typeof member === type && member !== null
  })
}
