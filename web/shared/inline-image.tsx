// An image of a questionnaire. One that stands in the definition itself is decoded and drawn: it is never an address to
// load, so that the site's policy lets no `data:` in.
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { inlineImage, isInline } from '../../forms/inline-images.ts'

type Props = {
  readonly link: string
  /** What it shows; empty where the words beside it say it already. */
  readonly alt: string
}

export const InlineImage = ({ link, alt }: Props): JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [unread, setUnread] = useState<string>()
  useEffect(() => {
    let gone = false
    const draw = async (): Promise<void> => {
      const bitmap = await createImageBitmap(blobOf(link))
      if (gone || !canvas.current) return
      canvas.current.width = bitmap.width
      canvas.current.height = bitmap.height
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0)
      bitmap.close()
    }
    if (isInline(link)) draw().catch(() => gone || setUnread(link))
    return () => {
      gone = true
    }
  }, [link])
  if (!isInline(link)) return <img class="inline-image" src={link} alt={alt} />
  if (unread === link) return <span class="hint">Cette image ne se lit pas.</span>
  const named = alt ? { role: 'img' as const, 'aria-label': alt } : { 'aria-hidden': true }
  return <canvas ref={canvas} class="inline-image" {...named} />
}

const blobOf = (link: string): Blob => {
  const { type = '', base64 = '' } = inlineImage(link) ?? {}
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type })
}
