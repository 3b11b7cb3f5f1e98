// What this device kept and the server has not: the review sends it first, so that what is read is what is sent.
import { useEffect, useRef, useState } from 'preact/hooks'
import { serverNow } from '../shared/clock.ts'
import { type Autosave, startAutosave } from './autosave.ts'
import { browserTimers } from './browser-timers.ts'
import type { DeviceStore } from './device-store.ts'
import type { Dossier } from './load-response.ts'
import { saveSection } from './save-section.ts'
import type { SaveState } from './save-state.ts'

/** The sections whose answers are on this device only, and why. */
export type Copies = { readonly sections: readonly string[]; readonly state: SaveState }

/**
 * Saves what this device kept of the dossier, then asks for it `again`. Answers what is left to save, undefined
 * when nothing is; once `open` is false nothing can be saved any more.
 */
export const useDeviceCopies = (
  dossier: Dossier,
  store: DeviceStore,
  { open, again }: { open: boolean; again: () => void },
): { copies: Copies | undefined; retry: () => void } => {
  const [copies, setCopies] = useState<Copies>()
  const saving = useRef<Autosave | undefined>(undefined)
  const first = useRef({ dossier, store, open, again })
  useEffect(() => {
    const { dossier, store, open, again } = first.current
    const { response } = dossier
    let gone = false
    const start = async () => {
      const kept = Object.keys(await store.load()).filter((name) => response.may.save.includes(name))
      if (kept.length === 0 || gone) return
      if (!open) return setCopies({ sections: kept, state: { kind: 'closed', message: '' } })
      setCopies({ sections: kept, state: { kind: 'saving' } })
      const tell = () => {
        if (gone || !saving.current) return
        const left = leftOf(saving.current)
        setCopies(left)
        if (!left) again()
      }
      saving.current = await startAutosave({
        sections: sectionsOf(dossier),
        save: (section, answers, revision) => saveSection({ response, section, answers, revision }),
        store,
        now: serverNow,
        timers: browserTimers,
        onState: tell,
        onMerged: () => {},
      })
      await saving.current.flush()
      tell()
    }
    start()
    const retry = () => saving.current?.flush()
    addEventListener('online', retry)
    return () => {
      gone = true
      removeEventListener('online', retry)
      saving.current?.close('')
    }
  }, [])
  return { copies, retry: () => saving.current?.flush() }
}

const leftOf = (saving: Autosave): Copies | undefined => {
  const sections = new Set([...saving.unsaved(), ...saving.conflicts().map(({ section }) => section)])
  return sections.size === 0 ? undefined : { sections: [...sections], state: saving.state() }
}

/** What the server has of the sections this person fills, as the questionnaire shows them. */
const sectionsOf = ({ response, drafts }: Dossier) =>
  Object.fromEntries(
    response.may.save.map((name) => {
      const { revision = 0, savedAt, savedBy } = response.sections[name] ?? {}
      const answers = drafts[name] ?? {}
      return [name, { answers, revision, ...(savedAt && savedBy ? { savedAt, savedBy } : {}) }]
    }),
  )
