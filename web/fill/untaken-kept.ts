// What stands in fields and cannot be taken, while a response is filled: kept at each letter, told of once a person goes
// on from the field, since half a number is no mistake yet.
import type { SaveState } from './save-state.ts'
import type { Survey } from './survey-options.ts'
import { keepUntaken, readUntaken } from './untaken.ts'

type Options = {
  /** An e-mail, and the response that is filled. */
  readonly owner: string
  readonly response: string
  readonly survey: () => Survey | undefined
  readonly onTold: () => void
}

export const createUntaken = ({ owner, response, survey, onTold }: Options) => {
  let told = 0
  let kept = 0
  const keep = () => {
    const untaken = survey()?.untaken() ?? []
    keepUntaken(owner, response, untaken)
    kept = untaken.length
  }
  const tell = () => {
    if (told === kept) return
    told = kept
    onTold()
  }
  return {
    /** Somebody types in a number field; `isTaken` says whether what stands there now is an answer. */
    typed: (isTaken: boolean): void => {
      if (isTaken && kept === 0) return
      keep()
      if (kept < told) tell()
    },
    /** Somebody goes on from a field, or another value has taken its place. */
    left: (): void => {
      if (kept === 0 && told === 0) return
      keep()
      tell()
    },
    /** Puts back what this device kept, where nothing has taken its place. */
    restore: (into: Survey): void => {
      const before = readUntaken(owner, response)
      if (before.length === 0) return
      into.retype(before)
      keep()
      tell()
    },
    state: (): SaveState => (told > 0 ? { kind: 'untaken', count: told } : { kind: 'untouched' }),
  }
}
