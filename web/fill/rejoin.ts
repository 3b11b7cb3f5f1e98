// A page that was opened without network, with what the device keeps: nothing goes out before the server has said that
// the same person is still signed in. Then it goes on as a page that had lost its network.
import { ApiProblem } from '../shared/api.ts'
import { loadMe } from '../shared/me.ts'
import type { Autosave } from './autosave.ts'
import { browserTimers } from './browser-timers.ts'
import type { Dossier } from './load-dossier.ts'

type Options = {
  readonly dossier: Dossier
  readonly saving: Pick<Autosave, 'unsaved'>
  /** The same person is there: the page may ask and send again. */
  readonly onBack: () => void
}

/** What is known of who is signed in: only to the same person may anything be sent. */
type Who = 'same' | 'nobody' | 'unreachable'

const TRY_AGAIN_MS = 15_000

export const createRejoining = ({ dossier: { keptAt, me }, saving, onBack }: Options) => {
  let isAway = keptAt !== undefined
  let asking: Promise<Who> | undefined
  let timer: unknown

  const ask = async (): Promise<Who> => {
    const who = await loadMe().then(
      ({ email }) => (email === me.email ? 'same' : 'other'),
      (error) => (error instanceof ApiProblem && error.document.status === 401 ? 'nobody' : 'unreachable'),
    )
    if (who === 'same') {
      isAway = false
      onBack()
      return who
    }
    // Read anew, the page is that person's, or asks who it is.
    if (who === 'other' || (who === 'nobody' && saving.unsaved().length === 0)) location.reload()
    return who === 'nobody' ? 'nobody' : 'unreachable'
  }
  const who = async (): Promise<Who> => {
    if (!isAway) return 'same'
    browserTimers.clear(timer)
    asking ??= ask().finally(() => {
      asking = undefined
      if (isAway) timer = browserTimers.set(who, TRY_AGAIN_MS)
    })
    return await asking
  }
  if (isAway) timer = browserTimers.set(who, TRY_AGAIN_MS)
  return {
    /** When the server told what is shown, while it cannot be asked. */
    keptAt: (): string | undefined => (isAway ? keptAt : undefined),
    who,
  }
}
