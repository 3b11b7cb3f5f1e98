// The explanations written at the review: saved as they are typed, as the fill page saves them, and sent with the
// answers once the server has them.
import { useEffect, useRef, useState } from 'preact/hooks'
import { JUSTIFICATIONS } from '../../forms/note-names.ts'
import { notesIn, textsOf } from '../../forms/notes.ts'
import { serverNow } from '../shared/clock.ts'
import { type Autosave, type SectionConflict, startAutosave } from './autosave.ts'
import type { DeviceStore } from './device-store.ts'
import type { Dossier } from './load-response.ts'
import { saveSection } from './save-section.ts'

type Options = { readonly dossier: Dossier; readonly store: DeviceStore; readonly open: boolean }

export type Explaining = {
  /** By rule. */
  readonly texts: Readonly<Record<string, string>>
  /** Absent for those who may not explain, or once nothing is taken any more. */
  readonly explain: ((rule: string, text: string) => void) | undefined
  /** Explanations that somebody else wrote otherwise: a person chooses. */
  readonly conflicts: readonly SectionConflict[]
  readonly choose: (conflict: SectionConflict, whose: 'mine' | 'theirs') => void
  /** Saves what is not saved; whether the server has everything then. */
  readonly flush: () => Promise<boolean>
  /** Whether something was saved from here since the dossier was last read. */
  readonly hasSaved: () => boolean
  readonly readAgain: () => void
}

export const useExplaining = ({ dossier, store, open }: Options): Explaining => {
  const { response } = dossier
  const [texts, setTexts] = useState(notesIn(response.sections, JUSTIFICATIONS))
  const [conflicts, setConflicts] = useState<readonly SectionConflict[]>([])
  const saving = useRef<Autosave | undefined>(undefined)
  const saved = useRef(false)
  const mayExplain = open && response.may.annotate && response.hasChecks
  const first = useRef({ response, store, mayExplain })
  useEffect(() => {
    const { response, store, mayExplain } = first.current
    if (!mayExplain) return
    const { answers = {}, revision = 0, savedAt, savedBy } = response.sections[JUSTIFICATIONS] ?? {}
    const author = savedAt && savedBy ? { savedAt, savedBy } : {}
    let gone = false
    const show = () => setTexts(textsOf(saving.current?.answers()[JUSTIFICATIONS] ?? answers))
    startAutosave({
      sections: { [JUSTIFICATIONS]: { answers, revision, ...author } },
      save: async (section, answers, revision) => {
        const outcome = await saveSection({ response, section, answers, revision })
        if (outcome.kind === 'saved') saved.current = true
        return outcome
      },
      store,
      now: serverNow,
      timers,
      onState: () => setConflicts(saving.current?.conflicts() ?? []),
      onMerged: show,
    }).then((started) => {
      if (gone) return
      saving.current = started
      show()
      started.flush()
    })
    const flush = () => saving.current?.flush()
    for (const event of ['online', 'pagehide']) addEventListener(event, flush)
    return () => {
      gone = true
      for (const event of ['online', 'pagehide']) removeEventListener(event, flush)
      saving.current?.close('')
    }
  }, [])
  return {
    texts,
    explain: mayExplain
      ? (rule, text) => {
          const { [rule]: _, ...others } = texts
          const next = text === '' ? others : { ...others, [rule]: text }
          setTexts(next)
          saving.current?.change(JUSTIFICATIONS, next)
        }
      : undefined,
    conflicts,
    choose: (conflict, whose) => saving.current?.choose(conflict, whose),
    flush: async () => {
      await saving.current?.flush()
      return (
        (saving.current?.unsaved() ?? []).length === 0 && (saving.current?.conflicts() ?? []).length === 0
      )
    },
    hasSaved: () => saved.current,
    readAgain: () => {
      saved.current = false
    },
  }
}

const timers = {
  set: (act: () => void, ms: number): unknown => window.setTimeout(act, ms),
  clear: (timer: unknown): void => {
    if (typeof timer === 'number') clearTimeout(timer)
  },
}
