import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Banner } from './feedback.tsx'

/** What was done, spoken when it changes; it takes the focus when what was pressed is gone, or when it is out of sight. */
export const Said = ({ sentence }: { sentence: string }): JSX.Element => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = place.current
    if (!sentence || !shown) return
    const { top, bottom } = shown.getBoundingClientRect()
    const isOutOfSight = bottom <= 0 || top >= innerHeight
    if (!isOutOfSight && document.activeElement !== document.body) return
    shown.focus()
    // What sticks to the top of the page would cover it.
    if (isOutOfSight) shown.scrollIntoView({ block: 'center' })
  }, [sentence])
  return (
    <div role="status" tabIndex={-1} ref={place}>
      {sentence ? <Banner tone="ok">{sentence}</Banner> : null}
    </div>
  )
}
