// What the review and the receipt read: a dossier whole, under its ETag, and the questionnaire it answers.

import { Checks } from '../../forms/checks-wire.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { ResponseView } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { workingAnswers } from '../../forms/working-answers.ts'
import { request } from '../shared/api.ts'
import { outlineOf, type SectionOutline } from '../shared/outline.ts'
import { publishedDefinition } from '../shared/published.ts'
import { draftOf, keysOf } from './draft-answers.ts'

export type Dossier = {
  readonly me: Me
  readonly response: ResponseView
  /** The version that was read: a submission names it, so that what is sent is what was reviewed. */
  readonly etag: string
  readonly definition: unknown
  readonly outline: readonly SectionOutline[]
  /** The answers the person goes on from, by section: what was typed, without what is computed or the server's. */
  readonly drafts: Readonly<Record<string, Answers>>
}

/** Reads the dossier that the address names (`?dossier=`). Throws what `request` throws. */
export const loadResponse = (signal: AbortSignal, asking: Promise<Me>): Promise<Dossier> =>
  load(signal, asking, false)

const load = async (signal: AbortSignal, asking: Promise<Me>, asSent: boolean): Promise<Dossier> => {
  const id = new URLSearchParams(location.search).get('dossier') ?? ''
  const read = (body: unknown) => ResponseView.parse(body)
  const ask = (version = '') => request(`/responses/${encodeURIComponent(id)}${version}`, { read, signal })
  const [me, now] = await Promise.all([asking, ask()])
  const { made } = now.body.submission ?? {}
  // What was sent is read in the version it was sent in, where nothing else is to be sent any more or it is asked for.
  const isAsSent = made && (asSent || !now.body.takesAnswers)
  const { body: response, etag } = isAsSent ? await ask(`?version=${made.version}`) : now
  if (!etag) throw new Error('GET /responses/{id} told no ETag')
  const definition = response.trial?.definition ?? (await publishedDefinition(response.definitionUrl, signal))
  const outline = outlineOf(definition)
  const drafts = draftsOf(response, outline)
  return { me, response, etag, definition, outline, drafts }
}

/** The same, in the version of the questionnaire that what was sent answers. */
export const loadAsSent = (signal: AbortSignal, asking: Promise<Me>): Promise<Dossier> =>
  load(signal, asking, true)

export type Reviewed = Dossier & {
  /** What the answers are checked by; undefined where nothing is, or when it could not be read: the server checks too. */
  readonly checks: Checks | undefined
}

/** The same, with what its answers are checked by. */
export const loadReviewed = async (signal: AbortSignal, asking: Promise<Me>): Promise<Reviewed> => {
  const id = new URLSearchParams(location.search).get('dossier') ?? ''
  const read = (body: unknown) => Checks.parse(body)
  const [dossier, checks] = await Promise.all([
    loadResponse(signal, asking),
    request(`/responses/${encodeURIComponent(id)}/checks`, { read, signal }).catch(() => undefined),
  ])
  return { ...dossier, checks: checks?.body }
}

const draftsOf = (
  { sections, submission, prefilled, working: told }: ResponseView,
  outline: readonly SectionOutline[],
): Record<string, Answers> => {
  const keys = Object.fromEntries(outline.map((section) => [section.name, keysOf(section)]))
  const working = told ?? workingAnswers(sections, submission, keys)
  return Object.fromEntries(
    outline.map((section) => [section.name, draftOf(section, (key) => working[key], prefilled)]),
  )
}

/** All the drafts of a dossier together: what would be transmitted. */
export const workingOf = ({ drafts }: Pick<Dossier, 'drafts'>): Answers =>
  Object.assign({}, ...Object.values(drafts))

/** Where a section is filled, or one question of it; undefined when this person does not fill it. */
export const editHrefOf =
  ({ fillUrl, may }: Pick<ResponseView, 'fillUrl' | 'may'>) =>
  (section: string, question?: string): string | undefined => {
    if (!may.save.includes(section)) return undefined
    return `${fillUrl}&partie=${encodeURIComponent(section)}${question ? `#${encodeURIComponent(question)}` : ''}`
  }
