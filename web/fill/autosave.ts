// All sections of a response, each with its own queue (design §3: two people in two sections never meet).
// No DOM, no SurveyJS, no clock of its own: what it needs is given to it.

import type { CurrentSection } from '../../forms/filling-wire.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { DeviceStore } from './device-store.ts'
import { type Conflict, samePath } from './merge.ts'
import { gravest, type SaveState } from './save-state.ts'
import { createSectionQueue, type SaveOutcome, type SectionQueue, type Timers } from './section-queue.ts'

/** Who saved the other answer, and when. */
type Author = Pick<CurrentSection, 'savedBy' | 'savedAt'>

export type SectionConflict = Conflict & { readonly section: string; readonly author: Author | undefined }

type ServerSection = { readonly answers: Answers; readonly revision: number } & Partial<Author>

type Options = {
  /** What the server has of each section the person may save: the answers shown, and the revision they came from. */
  readonly sections: Readonly<Record<string, ServerSection>>
  readonly save: (section: string, answers: Answers, revision: number) => Promise<SaveOutcome>
  readonly store: DeviceStore
  readonly now: () => string
  readonly timers: Timers
  readonly onState: () => void
  /** Answers of a section came from elsewhere: the page is to show them. */
  readonly onMerged: (section: string, answers: Answers) => void
}

export type Autosave = Awaited<ReturnType<typeof startAutosave>>

/** Starts saving: what this device kept is merged with what the server has, and sent again. */
export const startAutosave = async ({ sections, save, store, now, timers, onState, onMerged }: Options) => {
  const copies = await store.load()
  const authors = new Map<string, Author>()
  const queues = new Map<string, SectionQueue>(
    Object.entries(sections).map(([name, { answers, revision, savedAt, savedBy }]) => {
      if (savedAt && savedBy) authors.set(name, { savedAt, savedBy })
      const queue = createSectionQueue({
        base: { answers, revision },
        savedAt,
        copy: copies[name],
        save: (changed, seen) => save(name, changed, seen),
        keep: (copy) => store.keep(name, copy),
        now,
        timers,
        onState,
        onMerged: (merged, current) => {
          if (current) authors.set(name, current)
          onMerged(name, merged)
        },
      })
      return [name, queue]
    }),
  )
  const each = () => [...queues.values()]
  const flush = async (): Promise<void> => {
    await Promise.all(each().map((queue) => queue.flush()))
  }
  return {
    change: (section: string, answers: Answers): void => queues.get(section)?.change(answers),
    /** Saves everything now: at a page change, before the review, on leaving, when the network is back. */
    flush,
    /** The deadline has passed: nothing is sent any more, the device keeps what it has. */
    close: (message: string): void => {
      for (const queue of each()) queue.close(message)
    },
    choose: async ({ section, ...conflict }: SectionConflict, whose: 'mine' | 'theirs'): Promise<void> => {
      const queue = queues.get(section)
      const found = queue?.conflicts().find(({ path }) => samePath(path, conflict.path))
      if (found) await queue?.choose(found, whose)
    },
    answers: (): Record<string, Answers> =>
      Object.fromEntries([...queues].map(([name, queue]) => [name, queue.answers()])),
    conflicts: (): SectionConflict[] =>
      [...queues].flatMap(([section, queue]) =>
        queue.conflicts().map((conflict) => ({ ...conflict, section, author: authors.get(section) })),
      ),
    /** Sections whose answers the server does not have. */
    unsaved: (): string[] => [...queues].filter(([, queue]) => queue.isDirty()).map(([name]) => name),
    state: (): SaveState => gravest(each().map((queue) => queue.state())),
  }
}
