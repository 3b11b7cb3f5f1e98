import { useEffect, useState } from 'preact/hooks'
import type { FormView } from '../../forms/editing-wire.ts'
import { loadRunning, type Running } from './running.ts'

/** The campaigns that ask a questionnaire; undefined until they are read, and when they cannot be. */
export const useRunning = (
  { id, cafId }: Pick<FormView, 'id' | 'cafId'>,
  isWanted = true,
): Running | undefined => {
  const [running, setRunning] = useState<Running>()
  useEffect(() => {
    if (!isWanted) return
    const leaving = new AbortController()
    loadRunning({ id, cafId }, leaving.signal).then(setRunning, () => undefined)
    return () => leaving.abort()
  }, [id, cafId, isWanted])
  return running
}
