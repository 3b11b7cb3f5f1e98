// What a person stands by: a section as this page shows it, which the server must have just so.
import { needsConfirmation } from '../../forms/confirmed.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Confirmation } from '../../forms/nouns/submission.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { workingAnswers } from '../../forms/working-answers.ts'
import { request } from '../shared/api.ts'
import { pick } from './known-sections.ts'
import { sameAnswer } from './merge.ts'
import { inVersion } from './read-response.ts'

/** `changed`: somebody else saved it meanwhile, and the page does not show that yet. */
export type Confirmed = 'confirmed' | 'unsaved' | 'changed'

type Options = {
  readonly response: () => ResponseView
  /** The questions of each section. */
  readonly keys: Readonly<Record<string, readonly string[]>>
  /** What the page shows of a section. */
  readonly shown: (section: string) => Answers
  readonly isUnsaved: (section: string) => boolean
  readonly flush: () => Promise<void>
  readonly refresh: () => Promise<void>
}

export const createConfirming = ({ response, keys, shown, isUnsaved, flush, refresh }: Options) => {
  /** Saved from here since the response was read: what it says of their confirmation no longer holds. */
  const touched = new Set<string>()
  return {
    isAsked: (): boolean => needsConfirmation(response().form),
    saved: (section: string): void => {
      touched.add(section)
    },
    of: (section: string): Confirmation | undefined =>
      touched.has(section) || isUnsaved(section) ? undefined : response().sections[section]?.confirmation,
    /** Confirms a section once all that is shown of it is saved. Rejects as `request` does. */
    confirm: async (section: string): Promise<Confirmed> => {
      await flush()
      if (isUnsaved(section)) return 'unsaved'
      await refresh()
      touched.clear()
      const { id, sections, submission, working } = response()
      const own = { [section]: keys[section] ?? [] }
      const server = working ? pick(working, keys[section] ?? []) : workingAnswers(sections, submission, own)
      if (!sameAnswer(server, shown(section))) return 'changed'
      await request(
        `/responses/${encodeURIComponent(id)}/sections/${section}/confirmation${inVersion(response())}`,
        {
          method: 'PUT',
          headers: { 'if-match': `"${sections[section]?.revision ?? 0}"` },
          read: () => undefined,
        },
      )
      await refresh()
      return 'confirmed'
    },
  }
}
