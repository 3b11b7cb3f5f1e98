// What recurs every minute on AWS, and on one machine soon after each change too, so that a person sees their mail.
import { Cron } from 'croner'

/** Long enough that a rush is one run, not one for each request. */
const SOON_MS = 250
const AT_MOST_MS = 2_000

type Options = { readonly run: () => Promise<unknown> }

/** Runs every minute and soon after `nudge`, never twice at once. */
export const createMailWorker = ({ run }: Options) => {
  let timer: NodeJS.Timeout | undefined
  let asked: number | undefined
  let running = Promise.resolve()
  let stopped = false

  const work = (): Promise<void> => {
    asked = undefined
    running = running.then(() => (stopped ? undefined : run())).then(() => undefined, console.error)
    return running
  }

  const nudge = (): void => {
    if (stopped) return
    asked ??= performance.now()
    clearTimeout(timer)
    timer = setTimeout(work, Math.max(0, Math.min(SOON_MS, asked + AT_MOST_MS - performance.now())))
  }
  const everyMinute = new Cron('* * * * *', nudge)

  return {
    nudge,
    /** Runs nothing more; resolves once what is running has ended. */
    stop: (): Promise<void> => {
      stopped = true
      everyMinute.stop()
      clearTimeout(timer)
      return running
    },
  }
}
