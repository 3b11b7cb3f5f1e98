import { useEffect } from 'preact/hooks'
import { serverNow } from '../shared/clock.ts'
import type { Filling } from './filling.ts'

const LAST_SAVE_MS = 1500
/** A timer longer than this (24.8 days) would go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Sends what is being typed just before the deadline, and closes the page at the deadline unless it has moved. */
export const useDeadline = (filling: Filling): void => {
  const { closesAt } = filling.response()
  const isOpen = filling.isOpen()
  useEffect(() => {
    if (!isOpen) return
    const left = Date.parse(closesAt) - Date.parse(serverNow())
    const timers = [
      setTimeout(filling.flush, Math.min(LONGEST_TIMER_MS, Math.max(0, left - LAST_SAVE_MS))),
      setTimeout(filling.meetDeadline, Math.min(LONGEST_TIMER_MS, Math.max(0, left))),
    ]
    return () => timers.forEach(clearTimeout)
  }, [filling, closesAt, isOpen])
}

/** Saves when the page is hidden or closed and when the network is back; asks how things stand when it is seen again. */
export const useLeaving = (filling: Filling): void => {
  useEffect(() => {
    const onVisibility = () => {
      filling.flush()
      if (document.visibilityState === 'visible') filling.refresh().catch(() => undefined)
    }
    document.addEventListener('visibilitychange', onVisibility)
    addEventListener('pagehide', filling.flush)
    const onNetwork = () => {
      filling.rejoin()
      filling.flush()
    }
    addEventListener('online', onNetwork)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      removeEventListener('pagehide', filling.flush)
      removeEventListener('online', onNetwork)
    }
  }, [filling])
}
