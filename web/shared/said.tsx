import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Banner } from './feedback.tsx'

/** What was done, spoken when it changes; it takes the focus when what was pressed is gone. */
export const Said = ({ sentence }: { sentence: string }): JSX.Element => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sentence && document.activeElement === document.body) place.current?.focus()
  }, [sentence])
  return (
    <div role="status" tabIndex={-1} ref={place}>
      {sentence ? <Banner tone="ok">{sentence}</Banner> : null}
    </div>
  )
}
