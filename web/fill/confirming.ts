// What a person stands by: a section as this page shows it, which the server must have just so.
import { needsConfirmation } from '../../forms/confirmed.ts'
import type { Confirmation } from '../../forms/nouns/submission.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { workingAnswers } from '../../forms/working-answers.ts'
import { request } from '../shared/api.ts'
import type { Autosave } from './autosave.ts'
import { pick } from './known-sections.ts'
import { sameAnswer } from './merge.ts'
import { inVersion } from './read-response.ts'
import type { Survey } from './survey-options.ts'

/** `incomplete`: answers lack or are faulty, and are marked so. `changed`: somebody else saved it meanwhile, and the page does not show that yet. */
export type Confirmed = 'confirmed' | 'incomplete' | 'unsaved' | 'changed'

type Shown = Pick<ResponseView, 'id' | 'sections' | 'submission' | 'working'> & {
  readonly form: Pick<ResponseView['form'], 'sections' | 'version'>
}

type Options = {
  readonly response: () => Shown
  /** The questions of each section. */
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly survey: () => Pick<Survey, 'missing' | 'reveal'> | undefined
  readonly saving: Pick<Autosave, 'answers' | 'unsaved' | 'flush'>
  readonly refresh: () => Promise<void>
}

export const createConfirming = ({ response, keys, survey, saving, refresh }: Options) => {
  /** Saved from here since the response was read: what it says of their confirmation no longer holds. */
  const touched = new Set<string>()
  const isUnsaved = (section: string): boolean => saving.unsaved().includes(section)
  /** The first question of a section that keeps it from being confirmed. */
  const firstLeft = (section: string): string | undefined => survey()?.missing(section).first
  return {
    isAsked: (): boolean => needsConfirmation(response().form),
    saved: (section: string): void => {
      touched.add(section)
    },
    of: (section: string): Confirmation | undefined =>
      touched.has(section) || isUnsaved(section) ? undefined : response().sections[section]?.confirmation,
    firstLeft,
    /** Confirms a section that lacks nothing once all that is shown of it is saved. Rejects as `request` does. */
    confirm: async (section: string): Promise<Confirmed> => {
      if (firstLeft(section) !== undefined) {
        survey()?.reveal(section)
        return 'incomplete'
      }
      await saving.flush()
      if (isUnsaved(section)) return 'unsaved'
      await refresh()
      touched.clear()
      const { id, sections, submission, working } = response()
      const own = { [section]: keys[section] ?? [] }
      const server = working ? pick(working, keys[section] ?? []) : workingAnswers(sections, submission, own)
      if (!sameAnswer(server, saving.answers()[section] ?? {})) return 'changed'
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
