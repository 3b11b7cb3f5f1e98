// What the checks find in the questionnaire as it stands in the page, a moment after the last change.
import { useEffect, useState } from 'preact/hooks'
import type { Content, Finding } from '../../forms/editing-wire.ts'
import type { Doc } from './document.ts'
import { useSettled } from './use-settled.ts'

export type CheckRequest = { readonly id: number; readonly content: Content }
export type CheckAnswer = { readonly id: number; readonly findings: readonly Finding[] }

/** What createChecks needs of a worker, and of the browser's timers. */
type Desk = {
  readonly post: (request: CheckRequest) => void
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** The address of the bundled worker, which the build writes in (web/build/bundle.ts). */
declare const CHECKS_WORKER: string

/** Nobody reads findings faster than this, and typing goes on meanwhile. */
const PAUSE_MS = 400

/**
 * Asks for the checks of the newest content once it rests: one question is out at a time, and the answer about a content
 * that has changed since is told only until the next one comes.
 */
export const createChecks = ({ post, after }: Desk, onFindings: (findings: readonly Finding[]) => void) => {
  let [sent, isOut] = [0, false]
  let waiting: Content | undefined
  let cancel = (): void => undefined
  const send = (): void => {
    if (isOut || waiting === undefined) return
    sent += 1
    isOut = true
    const content = waiting
    waiting = undefined
    post({ id: sent, content })
  }
  return {
    /** The content as it stands when the page opens: asked at once. */
    opened: (content: Content): void => {
      waiting = content
      send()
    },
    changed: (content: Content): void => {
      cancel()
      cancel = after(PAUSE_MS, () => {
        waiting = content
        send()
      })
    },
    answered: ({ id, findings }: CheckAnswer): void => {
      if (id !== sent) return
      isOut = false
      onFindings(findings)
      send()
    },
    end: (): void => cancel(),
  }
}

/** Undefined until the first checks are done. */
export const useFindings = ({ doc }: { readonly doc: Doc }): readonly Finding[] | undefined => {
  const [findings, setFindings] = useState<readonly Finding[]>()
  const isSettled = useSettled()
  useEffect(() => {
    if (!isSettled) return
    const worker = new Worker(CHECKS_WORKER, { type: 'module' })
    const checks = createChecks({ post: (request) => worker.postMessage(request), after }, setFindings)
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => checks.answered(data))
    checks.opened(doc.content())
    const leave = doc.subscribe(() => checks.changed(doc.content()))
    return () => {
      leave()
      checks.end()
      worker.terminate()
    }
  }, [doc, isSettled])
  return findings
}

const after = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
