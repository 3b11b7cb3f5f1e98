// The questionnaire as it will be filled, beside the editor. The frame is sandboxed without an origin: what a
// questionnaire holds is shown there and can reach nothing here.
import type { JSX, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isObject, type Json, type JsonObject } from '../../forms/editing/json-pointer.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { noticesIn, withNotices } from '../../forms/text-notices.ts'
import { type PreviewContent, READY } from '../shared/preview-messages.ts'
import type { Doc } from './document.ts'
import { placeIn } from './preview-place.ts'
import { PreviewRoom } from './preview-room.tsx'
import { useSettled } from './use-settled.ts'

const WAIT_MS = 300

type Props = {
  readonly doc: Doc
  /** Filled here: called with what is selected, without drawing the editor again. */
  readonly lookAt: RefObject<(pointer: string) => void>
}

export const Preview = ({ doc, lookAt }: Props): JSX.Element => {
  const frame = useRef<HTMLIFrameElement>(null)
  const isSettled = useSettled()
  useEffect(() => {
    let timer: number | undefined
    let isThere = false
    let shown: Content | undefined
    const show = (): void => {
      shown = doc.content()
      // A frame without origin is named by no other target; what is sent is the draft that it shows.
      frame.current?.contentWindow?.postMessage(previewOf(shown), '*')
    }
    let looked = ''
    const look = (): void => {
      const place = placeIn(doc.content(), looked)
      if (isThere && place) frame.current?.contentWindow?.postMessage(place, '*')
    }
    lookAt.current = (pointer) => {
      looked = pointer
      look()
    }
    const later = (): void => {
      if (!isThere || doc.content() === shown) return
      clearTimeout(timer)
      timer = window.setTimeout(show, WAIT_MS)
    }
    const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || data !== READY) return
      isThere = true
      show()
      look()
    }
    addEventListener('message', onMessage)
    const forget = doc.subscribe(later)
    return () => {
      removeEventListener('message', onMessage)
      clearTimeout(timer)
      forget()
    }
  }, [doc])
  return (
    <section class="card preview" aria-labelledby="apercu">
      <PreviewRoom frame={frame}>
        <iframe
          ref={frame}
          class="preview-frame"
          title="Aperçu du questionnaire"
          sandbox="allow-scripts"
          {...(isSettled ? { src: '/apercu/' } : {})}
        />
      </PreviewRoom>
    </section>
  )
}

const previewOf = ({ definition, info }: Content): PreviewContent => ({
  kind: 'content',
  title: typeof info.title === 'string' ? info.title : '',
  definition: shortened(withNotices(definition, noticesIn(info.notices))),
  toPrepare: Array.isArray(info.toPrepare) ? info.toPrepare.filter((it) => typeof it === 'string') : [],
  estimatedMinutes: typeof info.estimatedMinutes === 'number' ? info.estimatedMinutes : 0,
})

/** A list of thousands takes seconds to draw: the preview shows its beginning. */
const MOST_CHOICES = 300

const shortened = (definition: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(definition).map(([key, value]) => [key, shortenedIn(value, key)]))

const shortenedIn = (json: Json, key: string): Json => {
  if (isObject(json)) return shortened(json)
  if (!Array.isArray(json)) return json
  if (key !== 'choices' || json.length <= MOST_CHOICES) return json.map((one) => shortenedIn(one, ''))
  const more = json.length - MOST_CHOICES
  const words = `… et ${more.toLocaleString('fr-FR')} autres, que l’aperçu ne montre pas`
  return [...json.slice(0, MOST_CHOICES), { value: 'apercu-suite', text: words }]
}
